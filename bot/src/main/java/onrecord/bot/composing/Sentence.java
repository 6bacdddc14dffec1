package onrecord.bot.composing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import onrecord.bot.Answer;
import onrecord.bot.finding.Quote;
import onrecord.prompts.Phrase;
import org.jspecify.annotations.Nullable;

/// A piece of a reply: it is a standard phrase, or it rests on quotations.
public sealed interface Sentence {

  /// A standard phrase, said as the prompts have it.
  record Standard(Phrase phrase, Map<String, String> variables) implements Sentence {}

  /// A disclosure's own words.
  record Quotation(Quote quote) implements Sentence {}

  /// A standard phrase whose variables are stated by the quotations.
  ///
  /// @param support the quotations, the one that states the value first
  /// @param computed how its value was computed; null where it stands in a quotation
  record Stated(
      Phrase phrase,
      Map<String, String> variables,
      List<Supporting> support,
      Answer.@Nullable Computed computed)
      implements Sentence {}

  /// A sentence in a chat model's words.
  ///
  /// @param quotes what it says that it rests on
  record Written(String text, List<Quote> quotes) implements Sentence {

    public Written {
      quotes = List.copyOf(quotes);
    }
  }

  /// A standard phrase around words of a disclosure: the cells of a row under their headings.
  ///
  /// @param printed the words in it that are the disclosure's; each stands in the quoted passage
  record Attributed(Phrase phrase, Map<String, String> variables, List<String> printed, Quote quote)
      implements Sentence {}

  /// Figures side by side, one a line.
  ///
  /// @param title of what they are figures
  /// @param unit in which the values are
  record Compared(String title, String unit, List<Line> lines) implements Sentence {}

  /// A line of a comparison.
  ///
  /// @param label whose figure it is, or of which period
  /// @param words the value as it is said, with its change if one is disclosed
  record Line(String label, BigDecimal value, String words, Supporting support) {}

  /// A quotation that supports a statement.
  ///
  /// @param printed the number as printed in it
  /// @param row the row heading of its cell, if it stands in a table
  /// @param column the column heading of its cell, if it stands in a table
  record Supporting(Quote quote, String printed, @Nullable String row, @Nullable String column) {}
}

package onrecord.bot.composing;

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
  /// @param cells the row and column of the figure in each quotation's table, if it stands in one
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

  /// A quotation that supports a statement.
  ///
  /// @param printed the number as printed in it
  record Supporting(Quote quote, String printed, @Nullable String row, @Nullable String column) {}
}

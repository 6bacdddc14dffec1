package onrecord.bot.composing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.composing.Sentence.Attributed;
import onrecord.bot.composing.Sentence.Quotation;
import onrecord.bot.finding.Quote;
import onrecord.bot.finding.TableRow;
import onrecord.bot.finding.Ticks;
import onrecord.bot.finding.Words;
import onrecord.corpus.Passage;
import onrecord.prompts.Phrase;

/// Writes quotations with the words that lead them in.
final class QuoteWriting {

  /// A longer label is prose in a cell.
  private static final int LONGEST_NAME = 30;

  private final Style style;

  QuoteWriting(Style style) {
    this.style = style;
  }

  /// Quotations, each run from one source led in once; where several sections are quoted, or boxes
  /// that say nothing alone, each with the heading it stands under.
  List<Sentence> quoted(List<Quote> quotes) {
    boolean several = quotes.stream().map(QuoteWriting::section).distinct().count() > 1;
    boolean rows = quotes.size() > 1 && quotes.stream().allMatch(quote -> row(quote).isPresent());
    var sentences = new ArrayList<Sentence>();
    var leadIn = Optional.<Sentence>empty();
    for (var quote : quotes) {
      var row = row(quote);
      if (row.isPresent() && !rows) {
        sentences.add(alone(row.get(), quote));
        leadIn = Optional.empty();
      } else {
        var next = leadIn(quote, several || rows || Ticks.isForm(quote.words()));
        if (!Optional.of(next).equals(leadIn)) {
          sentences.add(next);
          leadIn = Optional.of(next);
        }
        sentences.add(row.map(one -> line(one, quote)).orElseGet(() -> new Quotation(quote)));
      }
    }
    return sentences;
  }

  private Sentence leadIn(Quote quote, boolean withSection) {
    var source = style.names().source(quote.disclosure());
    var headings = quote.passage().headings();
    return withSection && !headings.isEmpty()
        ? style.say(Phrase.QUOTE_FROM_SECTION, "source", source, "section", headings.getLast())
        : style.say(Phrase.QUOTE_FROM, "source", source);
  }

  private static String section(Quote quote) {
    return quote.disclosure().id() + quote.passage().section();
  }

  /// A row of a table; empty for prose, and for a row that is prose in cells.
  private static Optional<TableRow> row(Quote quote) {
    return quote.passage().form() == Passage.Form.TABLE
        ? TableRow.of(quote).filter(row -> row.name().length() <= LONGEST_NAME)
        : Optional.empty();
  }

  private Sentence alone(TableRow row, Quote quote) {
    var source = style.names().source(quote.disclosure());
    return new Attributed(
        Phrase.ROW,
        Map.of("source", source, "name", row.name(), "cells", cells(row)),
        printed(row),
        quote);
  }

  /// A row beside others.
  private Sentence line(TableRow row, Quote quote) {
    return new Attributed(
        Phrase.COMPARISON_LINE,
        Map.of("label", row.name(), "value", cells(row)),
        printed(row),
        quote);
  }

  private String cells(TableRow row) {
    return row.cells().stream()
        .map(this::said)
        .collect(Collectors.joining(style.phrases().label("note.listSeparator")));
  }

  /// Chinese runs a heading and its number together; other languages part them.
  private String said(TableRow.Cell cell) {
    var value = cell.printed() + cell.unit();
    boolean number = cell.printed().chars().anyMatch(Character::isDigit);
    boolean chinese = cell.heading().chars().anyMatch(c -> Words.isHan((char) c));
    var link = !chinese ? ": " : number ? "" : "：";
    return cell.heading().isEmpty() ? value : cell.heading() + link + value;
  }

  private static List<String> printed(TableRow row) {
    return Stream.concat(
            Stream.of(row.name()),
            row.cells().stream().flatMap(cell -> Stream.of(cell.heading(), cell.printed())))
        .toList();
  }
}

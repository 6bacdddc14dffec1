package onrecord.bot.writing;

import java.util.List;
import java.util.stream.Stream;
import onrecord.bot.composing.Sentence;
import onrecord.bot.finding.Quote;

/// Tells whether a part keeps its answer when other sentences take the place of those by the rules.
///
/// @param figures the figures that it states
/// @param quotations the words that it quotes
record Essence(List<Sentence.Stated> figures, List<Quote> quotations) {

  /// What sentences that may be replaced say.
  static Essence by(List<Sentence> replaceable) {
    return new Essence(
        replaceable.stream()
            .filter(Sentence.Stated.class::isInstance)
            .map(Sentence.Stated.class::cast)
            .toList(),
        replaceable.stream()
            .filter(Sentence.Quotation.class::isInstance)
            .map(sentence -> ((Sentence.Quotation) sentence).quote())
            .toList());
  }

  /// Whether others say each figure, and at least half of what is quoted.
  boolean isSaidBy(List<Sentence> others) {
    long quoted =
        quotations.stream()
            .filter(quote -> rests(others).stream().anyMatch(other -> overlap(quote, other)))
            .count();
    return figures.stream().allMatch(figure -> isStatedBy(figure, others))
        && 2 * quoted >= quotations.size();
  }

  /// The same number may stand in another place than the rules cite; what it is a number of was
  /// held against that place.
  private static boolean isStatedBy(Sentence.Stated figure, List<Sentence> others) {
    return figure.support().stream().allMatch(support -> holds(others, support.printed()));
  }

  private static boolean holds(List<Sentence> others, String printed) {
    return others.stream()
        .anyMatch(sentence ->
            sentence instanceof Sentence.Written(var text, _) && text.contains(printed)
                || sentence instanceof Sentence.Quotation(var quote)
                    && quote.words().contains(printed));
  }

  private static List<Quote> rests(List<Sentence> sentences) {
    return sentences.stream()
        .flatMap(sentence ->
            switch (sentence) {
              case Sentence.Written written -> written.quotes().stream();
              case Sentence.Quotation(var quote) -> Stream.of(quote);
              case Sentence.Standard _,
                  Sentence.Stated _,
                  Sentence.Attributed _,
                  Sentence.Compared _ ->
                  Stream.<Quote>empty();
            })
        .toList();
  }

  private static boolean overlap(Quote one, Quote other) {
    return one.passage().id().equals(other.passage().id())
        && one.start() < other.end()
        && other.start() < one.end();
  }
}

package onrecord.bot.answering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.bot.composing.Draft;
import onrecord.bot.composing.Sentence;
import onrecord.bot.finding.Quote;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Language;
import onrecord.prompts.Phrase;

/// Says of what is cited from a correction that it was corrected.
final class Corrections {

  private Corrections() {}

  /// The draft with a note for each correction that it cites, before its closing.
  static Draft noted(Draft draft, Corpus corpus, Language language) {
    var notes = new LinkedHashMap<DisclosureId, Sentence>();
    draft.parts().stream()
        .flatMap(List::stream)
        .flatMap(Corrections::quotes)
        .map(Quote::disclosure)
        .forEach(cited ->
            corrected(cited, corpus)
                .ifPresent(former -> notes.putIfAbsent(cited.id(), note(cited, former, language))));
    if (notes.isEmpty()) {
      return draft;
    }
    var closing = new ArrayList<>(notes.values());
    closing.addAll(draft.closing());
    return new Draft(draft.opening(), draft.parts(), closing);
  }

  private static Stream<Quote> quotes(Sentence sentence) {
    return switch (sentence) {
      case Sentence.Quotation(var quote) -> Stream.of(quote);
      case Sentence.Stated stated -> stated.support().stream().map(support -> support.quote());
      case Sentence.Written written -> written.quotes().stream();
      case Sentence.Attributed attributed -> Stream.of(attributed.quote());
      case Sentence.Compared compared ->
          compared.lines().stream().map(line -> line.support().quote());
      case Sentence.Standard _ -> Stream.empty();
    };
  }

  private static Optional<Disclosure> corrected(Disclosure cited, Corpus corpus) {
    return Optional.ofNullable(cited.supersedes()).flatMap(corpus::disclosure);
  }

  private static Sentence note(Disclosure correction, Disclosure former, Language language) {
    return new Sentence.Standard(
        Phrase.CORRECTED,
        Map.of("source", titled(correction, language), "corrected", titled(former, language)));
  }

  private static String titled(Disclosure disclosure, Language language) {
    var title = disclosure.title().replaceAll("[《》]", "").strip();
    return language == Language.EN ? "“" + title + "”" : "《" + title + "》";
  }
}

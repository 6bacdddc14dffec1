package onrecord.bot.console;

import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Event;
import onrecord.corpus.Language;

/// What of a document's metadata was guessed or is missing, by the name of the field, and whether
/// some of its pages need a look.
final class Doubts {

  private static final String GUESSED_TIME = "The time of publication was taken from";

  private Doubts() {}

  /// Nothing is in doubt once a person has stated it.
  static List<String> of(Disclosure disclosure, CuratedCorpus corpus) {
    if (corpus.history(disclosure.id()).stream().anyMatch(e -> e.act() == Event.Act.AMENDED)) {
      return List.of();
    }
    var doubts = new ArrayList<String>();
    if (!disclosure.issuer().code().value().matches("\\d{6}|[A-Z]{1,5}|\\d{4,5}")) {
      doubts.add("issuer");
    }
    if (disclosure.kind() == DisclosureKind.OTHER) {
      doubts.add("kind");
    }
    if (disclosure.title().isBlank() || disclosure.file().startsWith(disclosure.title() + ".")) {
      doubts.add("title");
    }
    if (disclosure.period() == null && disclosure.kind().isPeriodicReport()) {
      doubts.add("period");
    }
    if (disclosure.announcementNumber() == null && disclosure.language() != Language.EN) {
      doubts.add("announcementNumber");
    }
    if (disclosure.kind() == DisclosureKind.CORRECTION && disclosure.supersedes() == null) {
      doubts.add("supersedes");
    }
    if (corpus.remarks(disclosure.id()).stream().anyMatch(r -> r.startsWith(GUESSED_TIME))) {
      doubts.add("publishedAt");
    }
    if (!corpus.flags(disclosure.id()).isEmpty()) {
      doubts.add("pages");
    }
    return doubts;
  }
}

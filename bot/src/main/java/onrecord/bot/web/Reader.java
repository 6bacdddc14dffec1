package onrecord.bot.web;

import java.time.Instant;
import java.util.List;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;

/// Who reads: sees the disclosures in force at an instant, and a curator sees drafts, embargoed and
/// ended ones too.
record Reader(boolean curator, Instant asOf) {

  List<Disclosure> disclosures(Corpus corpus) {
    return curator ? corpus.disclosures().reversed() : corpus.inForce(asOf);
  }

  /// @throws org.springframework.web.ErrorResponseException if there is none that this reader may
  ///   see
  Disclosure disclosure(Corpus corpus, String id) {
    return corpus
        .disclosure(idOrElseThrow(id))
        .filter(disclosure -> curator || disclosure.isInForce(asOf))
        .orElseThrow(() -> unknown(id));
  }

  private static DisclosureId idOrElseThrow(String id) {
    try {
      return new DisclosureId(id);
    } catch (IllegalArgumentException notAnId) {
      throw unknown(id);
    }
  }

  static RuntimeException unknown(String id) {
    return Refusal.notFound(
        "There is no published disclosure '%s'.".formatted(Refusal.shortened(id)));
  }
}

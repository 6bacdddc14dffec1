package onrecord.bot.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import org.jspecify.annotations.Nullable;

/// What can be told of the disclosures in force.
///
/// @param issuer the securities code of the issuer that this is about; null for the one with the
///   latest disclosure
record Holdings(Corpus corpus, @Nullable String issuer) {

  /// Newest first.
  List<Disclosure> inForce(Instant asOf) {
    return corpus.inForce(asOf);
  }

  /// How many of each kind.
  Map<DisclosureKind, Long> kinds(Instant asOf) {
    return inForce(asOf).stream()
        .collect(Collectors.groupingBy(Disclosure::kind, TreeMap::new, Collectors.counting()));
  }

  /// The issuer's short name; empty where nothing is held.
  String issuerName(Instant asOf) {
    return inForce(asOf).stream()
        .map(Disclosure::issuer)
        .filter(held -> issuer == null || held.code().value().equals(issuer))
        .map(Issuer::shortName)
        .findFirst()
        .orElse("");
  }
}

package onrecord.bot.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.SecuritiesCode;

/// Something read from each disclosure, kept until the disclosure changes.
///
/// @param <T> what is read; immutable
final class PerDisclosure<T> {

  private final Corpus corpus;
  private final BiFunction<Corpus, Disclosure, T> reading;
  private final Map<DisclosureId, Known<T>> known = new ConcurrentHashMap<>();

  PerDisclosure(Corpus corpus, BiFunction<Corpus, Disclosure, T> reading) {
    this.corpus = corpus;
    this.reading = reading;
  }

  private record Known<T>(int revision, T value) {}

  /// What was read from the disclosures of an issuer that are in force, the newest first.
  List<T> inForce(SecuritiesCode issuer, Instant asOf) {
    return corpus.inForce(asOf).stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer))
        .map(this::of)
        .toList();
  }

  /// What was read from a disclosure.
  T of(Disclosure disclosure) {
    return known
        .compute(
            disclosure.id(),
            (id, before) ->
                before != null && before.revision() == disclosure.revision()
                    ? before
                    : new Known<>(disclosure.revision(), reading.apply(corpus, disclosure)))
        .value();
  }
}

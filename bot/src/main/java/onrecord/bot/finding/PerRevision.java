package onrecord.bot.finding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.SecuritiesCode;

/// Something worked out from all that an issuer has disclosed, worked out anew when the corpus has
/// changed.
///
/// @param <T> what is worked out; immutable
public final class PerRevision<T> {

  private final Corpus corpus;
  private final BiFunction<Corpus, Stream<Disclosure>, T> work;
  private final Map<SecuritiesCode, Known<T>> known = new ConcurrentHashMap<>();

  public PerRevision(Corpus corpus, BiFunction<Corpus, Stream<Disclosure>, T> work) {
    this.corpus = corpus;
    this.work = work;
  }

  private record Known<T>(CorpusRevision revision, T value) {}

  public T of(SecuritiesCode issuer) {
    var revision = corpus.revision();
    return known
        .compute(
            issuer,
            (code, before) ->
                before != null && before.revision().equals(revision)
                    ? before
                    : new Known<>(revision, work.apply(corpus, disclosures(code))))
        .value();
  }

  private Stream<Disclosure> disclosures(SecuritiesCode issuer) {
    return corpus.published().stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer));
  }
}

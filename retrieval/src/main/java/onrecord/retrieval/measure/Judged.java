package onrecord.retrieval.measure;

import java.time.Instant;
import java.util.List;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// A question whose answers are known.
///
/// @param asOf as of when it is asked
/// @param issuer whom it is about, where the set says so; never told to a ranking unless the row
///   says that it is
/// @param gold what should be found
record Judged(
    String id, String text, Instant asOf, @Nullable SecuritiesCode issuer, List<Gold> gold) {

  Judged {
    gold = List.copyOf(gold);
  }
}

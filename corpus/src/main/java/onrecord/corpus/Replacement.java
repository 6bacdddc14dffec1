package onrecord.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which a correction stands in the place of a disclosure or a passage.
///
/// @param from when the correction was published
/// @param until when it was withdrawn, so that what it corrected counts again; null while it stands
/// @param by the correction
public record Replacement(Instant from, @Nullable Instant until, DisclosureId by) {

  public boolean covers(Instant asOf) {
    return !from.isAfter(asOf) && (until == null || until.isAfter(asOf));
  }
}

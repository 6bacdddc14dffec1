package onrecord.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something done to a disclosure: who, when, what and why.
///
/// @param number in order of time
/// @param effectiveAt from when it shows to readers; null where it never does, as with a draft
public record Event(
    long number,
    Instant at,
    String actor,
    DisclosureId disclosure,
    Act act,
    String reason,
    @Nullable Instant effectiveAt) {

  /// What was done.
  public enum Act {
    /// Read and catalogued as a draft.
    DRAFTED,
    /// Read and catalogued as published.
    TAKEN,
    /// Its metadata were changed.
    AMENDED,
    /// Its issuer was given the code that another document prints.
    RENAMED,
    /// Its publication was set to a future time.
    SCHEDULED,
    /// Published at once.
    PUBLISHED,
    /// The time of its publication has come.
    ANNOUNCED,
    /// A correction has taken the place of some or all of it.
    CORRECTED,
    /// A correction names a part of it that was not found: a person has to look.
    NOT_LOCATED,
    /// What a withdrawn correction had replaced counts again.
    REVIVED,
    WITHDRAWN,
    /// A person put a figure right.
    FIGURE_CORRECTED,
    /// A person struck out a figure.
    FIGURE_REJECTED
  }
}

package onrecord.corpus.metadata;

import onrecord.corpus.DisclosureKind;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Which disclosure another one corrects, as far as the latter tells.
///
/// @param reference its announcement number or id
/// @param kind its kind, where it is named by its title
/// @param period the period that it reports on
/// @param whole whether it is replaced from its first word to its last
public record Corrected(
    @Nullable String reference,
    @Nullable DisclosureKind kind,
    @Nullable ReportingPeriod period,
    boolean whole) {}

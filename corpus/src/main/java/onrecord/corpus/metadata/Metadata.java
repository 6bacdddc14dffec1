package onrecord.corpus.metadata;

import java.time.Instant;
import java.util.List;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Everything that is catalogued of a document beside its text.
///
/// @param codePrinted whether the issuer's code stands in the document or was given; otherwise it
///   is made from the name, and a code already known for that name is better
/// @param publishedAt from when its words count
/// @param corrects what it corrects or replaces, if anything
/// @param remarks what was guessed, in words for a person
public record Metadata(
    Issuer issuer,
    boolean codePrinted,
    @Nullable String announcementNumber,
    DisclosureKind kind,
    String title,
    @Nullable ReportingPeriod period,
    Language language,
    @Nullable Boolean audited,
    Instant publishedAt,
    @Nullable Corrected corrects,
    List<String> remarks) {

  public Metadata {
    remarks = List.copyOf(remarks);
  }
}

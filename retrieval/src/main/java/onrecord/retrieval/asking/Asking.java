package onrecord.retrieval.asking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingCalendar;
import onrecord.corpus.ReportingCalendar.Tense;
import onrecord.corpus.ReportingPeriod;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.PeriodWords;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.structure.KindNames;
import org.jspecify.annotations.Nullable;

/// Reads from a query what it asks for.
public final class Asking {

  private static final PhraseBook<DisclosureKind> KINDS = kinds();

  /// No one asks beyond these; calendars do not reach much farther.
  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

  private Asking() {}

  /// @param names of the issuers that might be meant
  public static Asked of(Query query, IssuerNames names) {
    var normalised = Wording.normalised(query.text());
    var named = names.in(query.text());
    var period = query.period() == null ? period(query) : query.period();
    var directions = ReportGuide.BUNDLED.directions(normalised);
    var expansions = new ArrayList<>(query.expansions());
    directions.names().forEach(each -> expansions.addAll(each.subList(0, 1)));
    var things = new ArrayList<List<String>>();
    query.expansions().forEach(expansion -> things.add(List.of(expansion)));
    things.addAll(directions.names());
    var terms =
        QueryTerms.of(
            query.text(),
            expansions,
            things,
            period == null ? List.of() : PeriodWords.of(period),
            named.stretches());
    return new Asked(
        query,
        terms,
        named.codes(),
        period,
        kinds(normalised),
        directions.statements(),
        directions.titles(),
        asksForParent(normalised));
  }

  /// The last period named with its year; one whose year is left out may be any.
  private static @Nullable ReportingPeriod period(Query query) {
    var asOf = Collections.max(List.of(FIRST, Collections.min(List.of(LAST, query.asOf()))));
    var calendar = new ReportingCalendar(asOf.atOffset(ZoneOffset.UTC).toLocalDate(), null);
    return PeriodMention.in(query.text()).stream()
        .filter(mention -> !(mention.year() instanceof PeriodMention.Year.Unnamed))
        .map(mention -> mention.resolve(calendar, Tense.STATED))
        .max(Comparator.comparing(ReportingPeriod::end))
        .orElse(null);
  }

  private static Set<DisclosureKind> kinds(String normalised) {
    var kinds = EnumSet.noneOf(DisclosureKind.class);
    KINDS.in(normalised).forEach(mention -> kinds.addAll(mention.meanings()));
    return kinds;
  }

  private static PhraseBook<DisclosureKind> kinds() {
    var book = new PhraseBook<DisclosureKind>();
    for (var kind : DisclosureKind.values()) {
      KindNames.of(kind).forEach(name -> book.add(name, kind));
    }
    return book;
  }

  private static boolean asksForParent(String normalised) {
    return normalised.replaceAll("归属于?母公司", "").contains("母公司")
        || normalised.contains("parent company");
  }
}

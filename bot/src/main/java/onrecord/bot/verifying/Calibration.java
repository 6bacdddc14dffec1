package onrecord.bot.verifying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import onrecord.prompts.Prompts;
import tools.jackson.databind.json.JsonMapper;

/// Shows what each threshold of support would let pass, on claims of which it is known whether
/// their passage says them.
///
/// A line of a file is a JSON object: `claim`, `passage`, `period` (the month in which the reported
/// period ends, such as `2025-09`), `holds`, `kind`.
public final class Calibration {

  private static final int STEPS = 20;

  /// 97.5 % of the normal distribution lies below it.
  private static final double Z = 1.96;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Instant LONG_AFTER = Instant.parse("2100-01-01T00:00:00Z");

  private final Grounds anySupport;

  public Calibration(Prompts prompts) {
    this.anySupport = new Grounds(prompts, (passage, disclosure) -> List.of(), 0);
  }

  /// A claim and whether its passage says it.
  ///
  /// @param period the month in which the document's period ends
  /// @param kind how it was made
  public record Labelled(String claim, String passage, String period, boolean holds, String kind) {}

  /// The labelled claims of a file.
  public static List<Labelled> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> JSON.readValue(line, Labelled.class))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  /// Two tables as Markdown: by threshold, and by kind at the threshold in use.
  public List<String> table(List<Labelled> claims) {
    var judged = claims.stream().map(this::judge).toList();
    var lines = new ArrayList<String>();
    lines.add("| support at least | true claims kept | false claims kept | at most, with 95 % |");
    lines.add("|---:|---:|---:|---:|");
    for (int step = 0; step <= STEPS; step++) {
      lines.add(row((double) step / STEPS, judged));
    }
    lines.add("");
    lines.add("| kind, at %.2f | kept |".formatted(Support.ENOUGH));
    lines.add("|---|---:|");
    kinds(judged).forEach((kind, kept) -> lines.add("| %s | %s |".formatted(kind, kept)));
    return lines;
  }

  /// The shares of the true and of the false claims that the threshold in use keeps.
  Kept keptInUse(List<Labelled> claims) {
    var judged = claims.stream().map(this::judge).toList();
    return new Kept(
        Count.of(judged, true, Support.ENOUGH).share(),
        Count.of(judged, false, Support.ENOUGH).share());
  }

  /// Shares of the true and of the false claims.
  record Kept(double right, double wrong) {}

  /// A claim with the support that its passage gives it; negative where it fails otherwise.
  private record Judged(Labelled claim, double support) {

    boolean isKeptAt(double threshold) {
      return support >= threshold;
    }
  }

  private static String row(double threshold, List<Judged> judged) {
    var wrong = Count.of(judged, false, threshold);
    return "| %.2f%s | %s | %s | %.2f %% |"
        .formatted(
            threshold,
            threshold == Support.ENOUGH ? " (in use)" : "",
            Count.of(judged, true, threshold),
            wrong,
            100 * wrong.upperBound());
  }

  private static Map<String, Count> kinds(List<Judged> judged) {
    var kinds = new TreeMap<String, Count>();
    for (var one : judged) {
      var kind = (one.claim().holds() ? "true: " : "false: ") + one.claim().kind();
      kinds.merge(kind, new Count(one.isKeptAt(Support.ENOUGH) ? 1 : 0, 1), Count::plus);
    }
    return kinds;
  }

  private Judged judge(Labelled claim) {
    var disclosure = disclosure(YearMonth.parse(claim.period()));
    var source = new Grounds.Source(disclosure, passage(disclosure.id(), claim.passage()));
    return switch (anySupport.of(claim.claim(), List.of(source), LONG_AFTER)) {
      case Grounding.Borne borne -> new Judged(claim, borne.support());
      case Grounding.Unborne _ -> new Judged(claim, -1);
    };
  }

  private static Disclosure disclosure(YearMonth end) {
    var period = ReportingPeriod.firstQuarters(end.getYear(), end.getMonthValue() / 3);
    var published = Instant.parse(end.plusMonths(1).atEndOfMonth() + "T10:00:00Z");
    return new Disclosure(
        new DisclosureId("999999-000000000000"),
        new Issuer(new SecuritiesCode("999999"), "星衡算力", "星衡算力科技股份有限公司", List.of()),
        null,
        DisclosureKind.OTHER,
        "",
        period,
        Language.ZH,
        null,
        published,
        null,
        null,
        "",
        "",
        0,
        1);
  }

  private static Passage passage(DisclosureId disclosure, String text) {
    return new Passage(
        PassageId.of(disclosure, 0),
        0,
        text,
        Speaker.COMPANY,
        Passage.Form.PROSE,
        List.of(),
        null,
        null,
        null,
        List.of(),
        null);
  }

  /// So many of so many.
  private record Count(int kept, int all) {

    static Count of(List<Judged> judged, boolean holds, double threshold) {
      var alike = judged.stream().filter(one -> one.claim().holds() == holds).toList();
      return new Count(
          Math.toIntExact(alike.stream().filter(one -> one.isKeptAt(threshold)).count()),
          alike.size());
    }

    double share() {
      return (double) kept / all;
    }

    Count plus(Count other) {
      return new Count(kept + other.kept, all + other.all);
    }

    /// The upper end of Wilson's interval.
    double upperBound() {
      double centre = share() + Z * Z / (2 * all);
      double half = Z * Math.sqrt(share() * (1 - share()) / all + Z * Z / (4.0 * all * all));
      return (centre + half) / (1 + Z * Z / all);
    }

    @Override
    public String toString() {
      return "%.1f %% (%d/%d)".formatted(100.0 * kept / Math.max(1, all), kept, all);
    }
  }
}

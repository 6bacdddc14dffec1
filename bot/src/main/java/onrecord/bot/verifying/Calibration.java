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

/// Shows what each threshold of support would let pass, on claims of which it is known whether their
/// passage says them.
///
/// A line of a file is a JSON object: `claim`, `passage`, `period` (the month in which the reported
/// period ends, such as `2025-09`), `holds`, `kind`.
public final class Calibration {

  private static final int STEPS = 20;

  /// 97.5 % of the normal distribution lies below it.
  private static final double Z = 1.96;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Prompts prompts;

  public Calibration(Prompts prompts) {
    this.prompts = prompts;
  }

  /// A claim and whether its passage says it.
  ///
  /// @param period the month in which the document's period ends
  /// @param kind how it was made
  public record Labelled(
      String claim, String passage, String period, boolean holds, String kind) {}

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
    var lines = new ArrayList<String>();
    lines.add("| support at least | true claims kept | false claims kept | at most, with 95 % |");
    lines.add("|---:|---:|---:|---:|");
    for (int step = 0; step <= STEPS; step++) {
      lines.add(row((double) step / STEPS, claims));
    }
    lines.add("");
    lines.add("| kind, at %.2f | kept |".formatted(Support.ENOUGH));
    lines.add("|---|---:|");
    kinds(claims).forEach((kind, kept) -> lines.add("| %s | %s |".formatted(kind, kept)));
    return lines;
  }

  private String row(double threshold, List<Labelled> claims) {
    var kept = kept(claims, threshold);
    var right = Count.of(kept, claims, true);
    var wrong = Count.of(kept, claims, false);
    return "| %.2f%s | %s | %s | %.2f %% |"
        .formatted(
            threshold,
            threshold == Support.ENOUGH ? " (in use)" : "",
            right,
            wrong,
            100 * wrong.upperBound());
  }

  private Map<String, Count> kinds(List<Labelled> claims) {
    var kept = kept(claims, Support.ENOUGH);
    var kinds = new TreeMap<String, Count>();
    for (var claim : claims) {
      var one = new Count(kept.contains(claim) ? 1 : 0, 1);
      kinds.merge((claim.holds() ? "true: " : "false: ") + claim.kind(), one, Count::plus);
    }
    return kinds;
  }

  private List<Labelled> kept(List<Labelled> claims, double threshold) {
    var grounds = new Grounds(prompts, (passage, disclosure) -> List.of(), threshold);
    return claims.stream().filter(claim -> isBorne(claim, grounds)).toList();
  }

  private static boolean isBorne(Labelled claim, Grounds grounds) {
    var disclosure = disclosure(YearMonth.parse(claim.period()));
    var source = new Grounds.Source(disclosure, passage(disclosure.id(), claim.passage()));
    var asOf = Instant.parse("2100-01-01T00:00:00Z");
    return grounds.of(claim.claim(), List.of(source), asOf) instanceof Grounding.Borne;
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

    static Count of(List<Labelled> kept, List<Labelled> claims, boolean holds) {
      return new Count(
          Math.toIntExact(kept.stream().filter(claim -> claim.holds() == holds).count()),
          Math.toIntExact(claims.stream().filter(claim -> claim.holds() == holds).count()));
    }

    Count plus(Count other) {
      return new Count(kept + other.kept, all + other.all);
    }

    /// The upper end of Wilson's interval.
    double upperBound() {
      double share = (double) kept / all;
      double centre = share + Z * Z / (2 * all);
      double half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
      return (centre + half) / (1 + Z * Z / all);
    }

    @Override
    public String toString() {
      return "%.1f %% (%d/%d)".formatted(100.0 * kept / Math.max(1, all), kept, all);
    }
  }
}

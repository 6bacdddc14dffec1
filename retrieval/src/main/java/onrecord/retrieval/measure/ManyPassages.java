package onrecord.retrieval.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// As many passages as wanted, made from few real ones: each is a real one with other figures, in
/// the annual report of some company on some year, and its vector is the real one's with noise.
///
/// Made anew each time they are asked for, so that they take no memory; the same each time.
final class ManyPassages extends MadeCorpus {

  private static final int OF_A_REPORT = 500;
  private static final int YEARS = 20;
  private static final int LAST_YEAR = 2024;

  /// The noise's length beside a vector of one: two passages made from the same real one have a
  /// cosine of about 0.7, as different passages on one thing do.
  private static final double NOISE = 0.65;

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final List<Passage> real;
  private final List<float[]> vectors;
  private final int count;
  private final List<Disclosure> disclosures;

  /// @param vectors of the real ones, of length one
  /// @param count how many to make
  ManyPassages(List<Passage> real, List<float[]> vectors, int count) {
    this.real = List.copyOf(real);
    this.vectors = List.copyOf(vectors);
    this.count = count;
    this.disclosures =
        IntStream.range(0, (count + OF_A_REPORT - 1) / OF_A_REPORT)
            .mapToObj(ManyPassages::report)
            .toList();
  }

  private static Disclosure report(int number) {
    var company = number / YEARS;
    var year = LAST_YEAR - number % YEARS;
    var code = String.format(Locale.ROOT, "8%05d", company);
    var issuer = new Issuer(new SecuritiesCode(code), "公司" + code, "公司" + code, List.of());
    return new Disclosure(
        new DisclosureId("r" + number),
        issuer,
        null,
        DisclosureKind.ANNUAL_REPORT,
        issuer.shortName() + year + "年年度报告",
        ReportingPeriod.year(year),
        Language.ZH,
        true,
        Instant.parse((year + 1) + "-04-20T08:00:00Z"),
        null,
        null,
        "r" + number + ".pdf",
        "",
        OF_A_REPORT,
        1);
  }

  int count() {
    return count;
  }

  PassageId id(int number) {
    return PassageId.of(disclosures.get(number / OF_A_REPORT).id(), number % OF_A_REPORT);
  }

  float[] vector(int number) {
    var base = vectors.get(number % vectors.size());
    var random = new SplittableRandom(number);
    var scale = NOISE / Math.sqrt(base.length);
    var vector = new float[base.length];
    var squares = 0.0;
    for (var i = 0; i < vector.length; i++) {
      vector[i] = (float) (base[i] + scale * random.nextGaussian());
      squares += vector[i] * vector[i];
    }
    var length = (float) Math.sqrt(squares);
    for (var i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  private Passage passage(int number) {
    var model = real.get(number % real.size());
    var random = new SplittableRandom(~number);
    var words = DIGIT.matcher(model.text()).replaceAll(_ -> "" + random.nextInt(10));
    return new Passage(
        id(number),
        number % OF_A_REPORT,
        // A number of its own, or those without figures would repeat each other.
        words + " " + number,
        model.speaker(),
        model.form(),
        model.headings(),
        1 + number % OF_A_REPORT,
        null,
        model.question(),
        List.of(),
        null);
  }

  @Override
  public List<Disclosure> disclosures() {
    return disclosures;
  }

  @Override
  public Optional<Disclosure> disclosure(DisclosureId id) {
    var number = Integer.parseInt(id.value().substring(1));
    return number < disclosures.size() ? Optional.of(disclosures.get(number)) : Optional.empty();
  }

  @Override
  public List<Passage> passages(DisclosureId id) {
    var first = Integer.parseInt(id.value().substring(1)) * OF_A_REPORT;
    var passages = new ArrayList<Passage>();
    for (var number = first; number < Math.min(first + OF_A_REPORT, count); number++) {
      passages.add(passage(number));
    }
    return passages;
  }

  @Override
  public Optional<Passage> passage(PassageId id) {
    var report = Integer.parseInt(id.disclosure().value().substring(1));
    var ordinal = Integer.parseInt(id.value().substring(id.value().indexOf('#') + 1));
    return Optional.of(passage(report * OF_A_REPORT + ordinal));
  }
}

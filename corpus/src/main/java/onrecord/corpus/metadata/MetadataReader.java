package onrecord.corpus.metadata;

import com.ibm.icu.text.Transliterator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/// Reads from a document who published it, what it is, and what it reports on; a YAML file beside
/// it overrides.
public final class MetadataReader {

  private static final String NUMBER =
      "((?:临|【|\\[|〔)?\\s*(?:19|20)\\d{2}\\s*[】\\]〕]?\\s*[-—–]?\\s*(?:临|第)?\\s*[-—–]?\\s*\\d{2,4}\\s*号?)";
  private static final Pattern ANNOUNCEMENT_NUMBER =
      Pattern.compile("(?:公告编号|公告号|编号|公告编码)\\s*[:：\\t]\\s*" + NUMBER);
  private static final Pattern NUMBER_ALONE =
      Pattern.compile("^\\s*(?:临)?((?:19|20)\\d{2}-\\d{2,4})\\s*$");
  private static final Pattern NAMED_REPORT =
      Pattern.compile("《([^》]{4,80}?(?:报告|公告|预告|快报|记录表|说明书)(?:全文|正文|摘要)?)》");
  private static final Pattern BRIEFING =
      Pattern.compile("(\\d{4}\\s*年.{0,16}(?:业绩说明会|业绩发布会|业绩交流会|业绩网上说明会|业绩沟通会))");

  private static final Pattern AUDITED =
      Pattern.compile(
          "标准无保留意见|审计报告正文|(?i)report of independent registered public accounting firm|independent auditors?[’']s? report");
  private static final Pattern UNAUDITED =
      Pattern.compile("未经(?:会计师事务所)?审计|是否经过审计\\s*[□☐]\\s*是\\s*[√☑☒■]\\s*否|(?i)\\(unaudited\\)");

  private static final Transliterator TO_SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  /// @throws UnreadableFileException if the YAML file is broken or contradicts the document, or if
  ///   nothing tells whose document it is
  public Metadata read(Path file, SourceText text) {
    var sidecar = Sidecar.beside(file);
    var excerpts = Excerpts.of(text);
    var remarks = new ArrayList<>(text.remarks());
    var language = either(sidecar.language(), language(excerpts.all()));
    var title = either(sidecar.text("title"), title(file, text, excerpts, language));
    var kind = either(sidecar.kind(), kind(title, excerpts));
    var issuers = Issuers.of(excerpts);
    var code = code(sidecar, issuers);
    var issuer = issuer(file, sidecar, issuers, code);
    if (language == Language.EN) {
      issuer = withAliases(issuer, EnglishAliases.of(issuer.companyName(), excerpts.all()));
    }
    remarks.addAll(doubts(sidecar, issuers, code));
    var number = number(sidecar, excerpts);
    var period = period(sidecar, kind, title, excerpts, language);
    var published = PublicationDate.of(file, text, excerpts, kind, period, language);
    var publishedAt = sidecar.publishedAt(language);
    if (publishedAt == null && published.doubt() != null) {
      remarks.add("The time of publication was taken from " + published.doubt() + ".");
    }
    return new Metadata(
        issuer,
        code != null,
        number,
        kind,
        title,
        period,
        language,
        sidecar.audited() == null ? audited(kind, excerpts) : sidecar.audited(),
        either(publishedAt, published.at()),
        corrected(sidecar, kind, title, number, excerpts),
        remarks);
  }

  private static <T> T either(@Nullable T stated, T printed) {
    return stated == null ? printed : stated;
  }

  private static @Nullable SecuritiesCode code(Sidecar sidecar, Issuers printed) {
    var stated = sidecar.issuer();
    if (printed.code() == null) {
      return stated;
    }
    if (stated != null
        && !stated.value().equals(printed.code())
        && !sidecar.aliases().contains(printed.code())) {
      throw sidecar.contradiction("issuer", stated.value(), printed.code());
    }
    return stated == null ? new SecuritiesCode(printed.code()) : stated;
  }

  private static Issuer issuer(
      Path file, Sidecar sidecar, Issuers printed, @Nullable SecuritiesCode code) {
    var companyName =
        sidecar.text("companyName") == null ? printed.companyName() : sidecar.text("companyName");
    var shortName =
        sidecar.text("shortName") == null ? printed.shortName() : sidecar.text("shortName");
    var name = companyName == null ? shortName : companyName;
    if (name == null && code == null) {
      throw missingIssuer(file);
    }
    var known = name == null ? Objects.requireNonNull(code).value() : name;
    var brief = shortName == null ? Issuers.shortened(known) : shortName;
    var aliases = new LinkedHashSet<>(printed.aliases());
    aliases.addAll(sidecar.aliases());
    aliases.add(Issuers.shortened(known));
    aliases.removeAll(List.of(known, brief));
    return new Issuer(
        code == null ? Issuers.codeOf(known) : code, brief, known, List.copyOf(aliases));
  }

  private static Issuer withAliases(Issuer issuer, List<String> more) {
    var aliases = new LinkedHashSet<>(issuer.aliases());
    aliases.addAll(more);
    aliases.removeIf(alias ->
        alias.equalsIgnoreCase(issuer.shortName()) || alias.equalsIgnoreCase(issuer.companyName()));
    return new Issuer(
        issuer.code(), issuer.shortName(), issuer.companyName(), List.copyOf(aliases));
  }

  /// What was not printed but made or guessed, in words for a person.
  private static List<String> doubts(
      Sidecar sidecar, Issuers printed, @Nullable SecuritiesCode code) {
    var doubts = new ArrayList<String>();
    if (code == null) {
      doubts.add("No securities code is printed; one was made from the company's name.");
    }
    if (printed.isGuessed() && sidecar.text("companyName") == null) {
      doubts.add("The company's name was taken to be the one that the document names most often.");
    }
    return doubts;
  }

  private static UnreadableFileException missingIssuer(Path file) {
    return new UnreadableFileException(
        Reason.MISSING_METADATA,
        null,
        file.getFileName() + " does not say which company published it.",
        "Write a file %s.yaml beside it with the lines 'issuer: 600519', 'shortName: …' and 'companyName: …'."
            .formatted(file.getFileName()),
        null);
  }

  private static Language language(List<String> lines) {
    var sample = new StringBuilder();
    for (var line : lines) {
      sample.append(line);
      if (sample.length() > 20_000) {
        break;
      }
    }
    var chinese =
        sample
            .chars()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    var latin = sample.chars().filter(c -> c < 0x250 && Character.isLetter(c)).count();
    if (chinese * 4 < latin) {
      return Language.EN;
    }
    var text = sample.toString();
    var simplified = TO_SIMPLIFIED.transliterate(text);
    var changed = 0;
    for (var i = 0; i < Math.min(text.length(), simplified.length()); i++) {
      changed += text.charAt(i) == simplified.charAt(i) ? 0 : 1;
    }
    return changed * 10L > chinese ? Language.ZH_HANT : Language.ZH;
  }

  private static String title(Path file, SourceText text, Excerpts excerpts, Language language) {
    var printed = language == Language.EN ? Titles.english(excerpts) : Titles.chinese(excerpts);
    return printed
        .or(() -> Optional.ofNullable(text.title()).filter(title -> !title.isBlank()))
        .orElseGet(() -> file.getFileName().toString().replaceFirst("\\.[^.]+$", ""));
  }

  private static DisclosureKind kind(String title, Excerpts excerpts) {
    var kind = Titles.kind(title);
    if (kind == DisclosureKind.OTHER
        && excerpts.cover().stream().anyMatch(line -> line.contains("公告编号"))) {
      return DisclosureKind.ANNOUNCEMENT;
    }
    return kind;
  }

  private static @Nullable String number(Sidecar sidecar, Excerpts excerpts) {
    var stated = sidecar.text("announcementNumber");
    if (stated != null) {
      return stated;
    }
    return Excerpts.firstIn(excerpts.cover(), ANNOUNCEMENT_NUMBER)
        .or(() -> Excerpts.firstIn(excerpts.cover(), NUMBER_ALONE))
        .map(found -> found.group(1).replaceAll("\\s", ""))
        .orElse(null);
  }

  private static @Nullable ReportingPeriod period(
      Sidecar sidecar, DisclosureKind kind, String title, Excerpts excerpts, Language language) {
    var printed = printedPeriod(kind, title, excerpts, language).orElse(null);
    var stated = sidecar.period(kind);
    if (stated != null && printed != null && !stated.equals(printed) && kind.isPeriodicReport()) {
      throw sidecar.contradiction("period", stated.toString(), title + ": " + printed);
    }
    return stated == null ? printed : stated;
  }

  private static Optional<ReportingPeriod> printedPeriod(
      DisclosureKind kind, String title, Excerpts excerpts, Language language) {
    if (language == Language.EN) {
      return kind.isPeriodicReport() ? Periods.ofEnglishReport(excerpts) : Optional.empty();
    }
    return switch (kind) {
      case ANNUAL_REPORT,
          INTERIM_REPORT,
          QUARTERLY_REPORT,
          PERFORMANCE_FORECAST,
          PRELIMINARY_RESULTS ->
          Periods.inTitle(title);
      case INVESTOR_RELATIONS_RECORD ->
          Periods.inTitle(title)
              .or(() ->
                  Excerpts.firstIn(excerpts.head(), BRIEFING)
                      .flatMap(found -> Periods.inTitle(found.group(1))));
      case ANNOUNCEMENT, CORRECTION, PROSPECTUS, OTHER -> Optional.empty();
    };
  }

  private static @Nullable Boolean audited(DisclosureKind kind, Excerpts excerpts) {
    return switch (kind) {
      case ANNUAL_REPORT -> excerpts.mentions(AUDITED) ? Boolean.TRUE : null;
      case INTERIM_REPORT, QUARTERLY_REPORT, PRELIMINARY_RESULTS, PERFORMANCE_FORECAST ->
          excerpts.mentions(UNAUDITED) ? Boolean.FALSE : null;
      case INVESTOR_RELATIONS_RECORD, ANNOUNCEMENT, CORRECTION, PROSPECTUS, OTHER -> null;
    };
  }

  private static @Nullable Corrected corrected(
      Sidecar sidecar,
      DisclosureKind kind,
      String title,
      @Nullable String number,
      Excerpts excerpts) {
    var stated = sidecar.text("supersedes");
    var whole = Titles.replacesWhole(title);
    if (stated != null) {
      return new Corrected(stated, null, null, whole || kind.isPeriodicReport());
    }
    if (whole && kind != DisclosureKind.CORRECTION) {
      return new Corrected(null, kind, Periods.inTitle(title).orElse(null), true);
    }
    return kind == DisclosureKind.CORRECTION ? named(number, excerpts) : null;
  }

  /// The first other announcement, or else the first report, that a correction names.
  private static @Nullable Corrected named(@Nullable String own, Excerpts excerpts) {
    for (var line : excerpts.head()) {
      var matcher = ANNOUNCEMENT_NUMBER.matcher(line);
      while (matcher.find()) {
        var other = matcher.group(1).replaceAll("\\s", "");
        if (!other.equals(own)) {
          return new Corrected(other, null, null, false);
        }
      }
    }
    return Excerpts.firstIn(excerpts.head(), NAMED_REPORT)
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .filter(named -> !Titles.kind(named).equals(DisclosureKind.CORRECTION))
        .map(named ->
            new Corrected(null, Titles.kind(named), Periods.inTitle(named).orElse(null), false))
        .orElse(null);
  }
}

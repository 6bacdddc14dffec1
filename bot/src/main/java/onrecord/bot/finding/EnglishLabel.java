package onrecord.bot.finding;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.corpus.Issuer;

/// What the label of a row in an English statement comes down to, so that `Property and equipment,
/// net (Note 5)` and `Net property and equipment` are one name and `Net earnings attributable to
/// General Mills` is that of any company.
final class EnglishLabel {

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]");
  private static final Pattern LEAD_IN = Pattern.compile("^(?:less|plus|add|deduct|of which)\\b:?");
  private static final Pattern TAIL =
      Pattern.compile(
          "[,;–—-]?\\s*\\b(?:net of\\b.*|less (?:accumulated|allowances?)\\b.*|at cost|at fair value|as (?:reported|restated|adjusted))$");
  private static final Pattern NET_AT_THE_END = Pattern.compile("[,–—-]\\s*net$");
  private static final Pattern TOKEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// The legal form may be left off a company's name.
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?:,?\\s+(?:inc|incorporated|corp|corporation|company|co|ltd|limited|plc|group|holdings?|llc|n\\.v|s\\.a)\\.?)+$");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "total",
          "the",
          "of",
          "and",
          "a",
          "an",
          "our",
          "its",
          "common",
          "ordinary",
          "consolidated",
          "company",
          "inc",
          "corporation",
          "parent",
          "for",
          "in",
          "year",
          "period",
          "to",
          "by",
          "from",
          "on",
          "subsidiary");

  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("stockholder", "shareholder"),
          Map.entry("shareowner", "shareholder"),
          Map.entry("owner", "shareholder"),
          Map.entry("earning", "income"),
          Map.entry("loss", "income"),
          Map.entry("non", ""),
          Map.entry("noncontrolling", "controlling"),
          Map.entry("amortisation", "amortization"),
          Map.entry("used", "provided"),
          Map.entry("generated", "provided"),
          Map.entry("acquire", "purchase"),
          Map.entry("acquisition", "purchase"),
          Map.entry("addition", "purchase"),
          Map.entry("plant", ""));

  private EnglishLabel() {}

  /// Whether a label is English.
  static boolean is(String label) {
    return label.chars().anyMatch(c -> c < 0x80 && Character.isLetter(c))
        && label.chars().noneMatch(c -> Words.isHan((char) c));
  }

  /// What two labels share that name the same line; empty where nothing remains.
  static String key(String label, Issuer issuer) {
    var plain =
        BRACKETS.matcher(withoutNames(label.toLowerCase(Locale.ROOT), issuer)).replaceAll(" ");
    plain = LEAD_IN.matcher(plain.strip()).replaceFirst("").strip();
    plain = TAIL.matcher(plain).replaceFirst("").strip();
    plain = NET_AT_THE_END.matcher(plain).replaceFirst("").strip();
    return Stream.of(TOKEN.split(plain.replaceAll("['’]", "").replace("&", " and ")))
        .map(EnglishLabel::stem)
        .filter(token -> !token.isEmpty() && !LEFT_OUT.contains(token))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(" "));
  }

  private static String withoutNames(String label, Issuer issuer) {
    var bare = label;
    for (var name :
        Stream.concat(
                Stream.of(issuer.companyName(), issuer.shortName()), issuer.aliases().stream())
            .map(name -> name.toLowerCase(Locale.ROOT).strip())
            .flatMap(name -> Stream.of(name, LEGAL_FORM.matcher(name).replaceFirst("")))
            .filter(name -> name.length() > 2)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()) {
      bare =
          bare.replaceAll(
              "(?<![a-z])(?:the )?" + Pattern.quote(name) + "(?:['’]s?)?(?![a-z])", " ");
    }
    return bare;
  }

  private static String stem(String token) {
    var singular =
        token.length() > 3 && token.endsWith("ies")
            ? token.substring(0, token.length() - 3) + "y"
            : token.length() > 3 && token.endsWith("s") && !token.endsWith("ss")
                ? token.substring(0, token.length() - 1)
                : token;
    return SAME.getOrDefault(singular, singular);
  }
}

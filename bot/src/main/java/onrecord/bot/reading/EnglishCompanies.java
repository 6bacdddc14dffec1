package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.prompts.Glossary;

/// Notices companies in an English question whose disclosures are not held, by where their names
/// stand: in quotation marks, before a legal form, as the owner of a metric, or as the subject of
/// the sentence.
///
/// Nothing is worse than an answer about another company than the one that was asked about. So
/// where the question names no issuer, a name that no disclosure mentions is taken for a company's.
final class EnglishCompanies {

  private static final String WORD = "(?:[A-Z][\\w&.’-]*|\\d[A-Z][\\w&.-]*)";
  private static final String NAME =
      "(?<name>" + WORD + "(?:\\s(?:" + WORD + "|&|of(?=\\s[A-Z])|and(?=\\s[A-Z]))){0,4})";

  private static final Pattern QUOTED = Pattern.compile("[\"“](?<name>[^\"”]{2,60})[\"”]");
  private static final Pattern WITH_FORM =
      Pattern.compile(
          NAME
              + "\\s(?:Inc|INC|Incorporated|Corp|CORP|Corporation|CORPORATION|Company|Ltd|LTD|Limited|LIMITED|LLC|PLC|plc|N\\.V|S\\.A|AG|SE|Holdings|HOLDINGS|Bancorp|Bancshares|Bank)\\b");
  private static final Pattern OWNER = Pattern.compile(NAME + "['’]s?\\s");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|\\s)(?i:does|did|do|is|are|was|were|has|have|had|can|could|will|would|should)\\s(?:the\\s)?"
              + NAME
              + "(?!\\S* (?:contract|agreement|order|deal|project|plant|centre|center|park|base|phase)\\b)");
  private static final Pattern OF_A_METRIC =
      Pattern.compile("\\s(?:of|for|at|by|from|in)\\s(?:the\\s)?" + NAME);

  private static final Pattern COMPARES =
      Pattern.compile(
          "\\b(?:compared (?:to|with)|than|versus|vs|between|which (?:company|firm|bank|issuer|of))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)(?:fy|cy|q[1-4]|[1-4]q|h[12])?\\s*'?(?:19|20)?\\d{2,4}|(?:fy|q[1-4]|h[12]|[1-4]q).*"
              + "|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b.*"
              + "|(?:(?:rmb|cny|hkd|eur|gbp|yuan|json|yaml|xml|csv|kg|mw|gw)\\.?|i|we|us|usa|u\\.s\\.?|u\\.s\\.a\\.?|uk|eu|usd|gaap|non-gaap|ifrs|sec|ceo|cfo|coo|cto|chairman|esg|ai|it|ip|m&a|ipo|api|kpi|form|10-?k|10-?q|8-?k|20-?f|company|group|board|note|item|part|covid.*|what|which|who|how|when|where|why|the|its|this|that|these|those|there|any|board of directors|audit committee|annual report|report)");

  private static final Set<String> COUNTRIES =
      Stream.concat(
              Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                  .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)),
              Stream.of(
                  "Europe", "Asia", "Africa", "North America", "South America", "Latin America"))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final String original;
  private final PartContext context;
  private final List<String> terms;

  private EnglishCompanies(String original, List<String> terms, PartContext context) {
    this.original = original;
    this.terms = terms;
    this.context = context;
  }

  /// Another company that is asked about, if there is one.
  ///
  /// @param fragment the words of a part
  /// @param metrics the metrics in its text
  static Optional<String> other(
      Fragment fragment, List<Glossary.Mention> metrics, PartContext context) {
    if (Script.hasHan(fragment.text())) {
      return Optional.empty();
    }
    var terms =
        metrics.stream()
            .map(mention -> fragment.text().substring(mention.start(), mention.end()))
            .toList();
    var companies = new EnglishCompanies(fragment.original(), terms, context);
    var named = context.companies().namings(fragment.text());
    if (named.isEmpty()) {
      return companies.unknown();
    }
    var several = named.stream().map(naming -> naming.issuer().code()).distinct().count() > 1;
    if (!COMPARES.matcher(fragment.original()).find()) {
      return Optional.empty();
    }
    return companies
        .named()
        .or(() -> several ? Optional.of(named.getLast().issuer().shortName()) : Optional.empty());
  }

  private Optional<String> unknown() {
    return named()
        .or(() -> first(OWNER))
        .or(() -> first(SUBJECT))
        .or(() -> terms.isEmpty() ? Optional.empty() : first(OF_A_METRIC));
  }

  /// What is told to be a name by its quotation marks or its legal form.
  private Optional<String> named() {
    return first(QUOTED).or(() -> first(WITH_FORM));
  }

  private Optional<String> first(Pattern place) {
    return names(place.matcher(original)).stream().filter(this::isForeign).findFirst();
  }

  private static List<String> names(Matcher matcher) {
    var names = new ArrayList<String>();
    while (matcher.find()) {
      names.add(matcher.group("name").replaceFirst("['’]s?$", "").strip());
    }
    return names;
  }

  private boolean isForeign(String name) {
    var plain = Wording.of(name).text();
    return name.chars().anyMatch(Character::isUpperCase)
        && !NO_NAME.matcher(name).matches()
        && !COUNTRIES.contains(plain)
        && terms.stream().noneMatch(term -> term.contains(plain) || plain.contains(term))
        && context.companies().namings(plain).isEmpty()
        && !context.isKnown(name);
  }
}

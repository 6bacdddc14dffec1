package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.Unit;
import onrecord.corpus.Unit.Dimension;
import org.jspecify.annotations.Nullable;

/// How captions and headings in English state what amounts are counted in: `(in millions, except per
/// share data)`, `£’000`, `CHF million`, `Expressed in thousands of Canadian dollars`.
final class EnglishMoney {

  private static final Map<String, Currency> BY_SIGN = bySign();

  private static final String SIGN =
      "(?:US|U\\.S\\.|HK|AU?|CA?|CDN|NZ|S|NT|R)?\\$|[£€¥₹₪]"
          + "|(?<![A-Za-z])(?:USD|HKD|AUD|CAD|NZD|SGD|GBP|EUR|JPY|CNY|RMB|CHF|SEK|NOK|DKK|INR|ZAR|NIS|ILS|BRL|MXN|PLN|KRW|TWD)(?![A-Za-z]{2})";

  private static final Pattern CURRENCY =
      Pattern.compile(
          SIGN
              + "|(?:U\\.?S\\.?|United States|Australian|Canadian|Hong Kong|New Zealand|Singapore) dollars?|pounds? sterling|\\bsterling\\b|\\beuros?\\b|\\byen\\b|\\brenminbi\\b|\\byuan\\b|Swiss francs?|人民币",
          Pattern.CASE_INSENSITIVE);

  /// `£’000`, `US$ million`, `$m`, `CHF 000`, `€ in thousands`.
  private static final Pattern BESIDE_A_SIGN =
      Pattern.compile(
          "(?:"
              + SIGN
              + ") ?(?:in )?\\(?(?<multiple>[’'‘`´]?000s?|thousands?|millions?|billions?|bn|mn|mm|m|k)(?![\\w,.]*\\d|[A-Za-z])",
          Pattern.CASE_INSENSITIVE);

  /// `in millions`, `dollars in thousands`, `thousands of euros`; in the plural, since `$5 million` is
  /// an amount.
  private static final Pattern IN_MULTIPLES =
      Pattern.compile(
          "(?<what>[A-Za-z&’' ]{0,24}\\b)?(?:in )?\\b(?<multiple>thousand|million|billion)s\\b|[’'‘`]000s?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGN_ALONE = Pattern.compile("(?<![\\w$£€])(?:" + SIGN + ")(?![\\w$£€])");
  private static final Pattern SIGN_OF_AMOUNT =
      Pattern.compile("(?:" + SIGN + ") ?\\(?\\d|\\t(?:[^\\t\\n]* )?(?:" + SIGN + ") ?(?=[\\t\\n])");

  private static final Pattern OTHER_THINGS =
      Pattern.compile(
          "\\b(?:shares?|options?|units?|awards?|feet|stock|tons|tonnes|ounces|barrels|customers|cards|employees)\\b[^$]{0,12}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONEY =
      Pattern.compile("\\b(?:dollars?|amounts?|currency|except)\\b", Pattern.CASE_INSENSITIVE);

  private EnglishMoney() {}

  private static Map<String, Currency> bySign() {
    var currencies = new LinkedHashMap<String, Currency>();
    for (var sign : new String[] {"$", "US$", "U.S.$", "USD"}) {
      currencies.put(sign, Currency.DOLLAR);
    }
    for (var sign : new String[] {"HK$", "HKD"}) {
      currencies.put(sign, new Currency(Dimension.HKD, "HK$"));
    }
    for (var sign : new String[] {"£", "GBP", "STERLING"}) {
      currencies.put(sign, new Currency(Dimension.GBP, "£"));
    }
    for (var sign : new String[] {"€", "EUR", "EURO"}) {
      currencies.put(sign, new Currency(Dimension.EUR, "€"));
    }
    for (var sign : new String[] {"RMB", "CNY", "¥", "人民币", "RENMINBI", "YUAN"}) {
      currencies.put(sign, Currency.YUAN);
    }
    for (var sign : new String[] {"A$", "AU$", "AUD"}) {
      currencies.put(sign, new Currency(Dimension.OTHER_CURRENCY, "A$"));
    }
    for (var sign : new String[] {"C$", "CA$", "CDN$", "CAD"}) {
      currencies.put(sign, new Currency(Dimension.OTHER_CURRENCY, "C$"));
    }
    currencies.put("JPY", new Currency(Dimension.OTHER_CURRENCY, "JPY"));
    return currencies;
  }

  /// The currency that a text names first; null if it names none.
  static @Nullable Currency currencyOf(String plain) {
    var named = CURRENCY.matcher(plain);
    return named.find() ? currency(named.group()) : null;
  }

  private static Currency currency(String named) {
    var upper = named.toUpperCase(Locale.ROOT);
    var known = BY_SIGN.get(upper);
    if (known != null) {
      return known;
    }
    return switch (upper.replaceAll("\\b(?:POUNDS? )(?=STERLING)|S$", "").replace(".", "")) {
      case "US DOLLAR", "UNITED STATES DOLLAR", "US DOLLAR S" -> Currency.DOLLAR;
      case "HONG KONG DOLLAR" -> Objects.requireNonNull(BY_SIGN.get("HK$"));
      case "AUSTRALIAN DOLLAR" -> Objects.requireNonNull(BY_SIGN.get("A$"));
      case "CANADIAN DOLLAR" -> Objects.requireNonNull(BY_SIGN.get("C$"));
      case "NEW ZEALAND DOLLAR" -> new Currency(Dimension.OTHER_CURRENCY, "NZ$");
      case "SINGAPORE DOLLAR" -> new Currency(Dimension.OTHER_CURRENCY, "S$");
      case "STERLING" -> Objects.requireNonNull(BY_SIGN.get("£"));
      case "EURO" -> Objects.requireNonNull(BY_SIGN.get("€"));
      case "YEN" -> Objects.requireNonNull(BY_SIGN.get("JPY"));
      case "RENMINBI", "YUAN" -> Currency.YUAN;
      case "SWISS FRANC" -> new Currency(Dimension.OTHER_CURRENCY, "CHF");
      default -> new Currency(Dimension.OTHER_CURRENCY, upper);
    };
  }

  /// The unit that a caption or heading states for the amounts below it; null if it states none.
  ///
  /// @param usual what amounts are in where the text names no currency
  static @Nullable Unit in(String plain, Currency usual) {
    var currency = Objects.requireNonNullElse(currencyOf(plain), usual);
    var beside = BESIDE_A_SIGN.matcher(plain);
    if (beside.find()) {
      return unit(beside.group("multiple"), currency);
    }
    var multiples = IN_MULTIPLES.matcher(plain);
    while (multiples.find()) {
      var what = Objects.requireNonNullElse(multiples.group("what"), "");
      if (!OTHER_THINGS.matcher(what).find() || MONEY.matcher(what).find()) {
        return unit(Optional.ofNullable(multiples.group("multiple")).orElse("000"), currency);
      }
    }
    return null;
  }

  /// The unit that the heading of a column states for its amounts; null if it states none. A sign
  /// alone states no unit, since a caption may say in which multiple.
  static @Nullable Unit statedIn(String heading, Currency usual) {
    return BESIDE_A_SIGN.matcher(heading).find() || IN_MULTIPLES.matcher(heading).find()
        ? in(heading, usual)
        : null;
  }

  /// A heading without the words and signs of money.
  static String without(String heading) {
    return SIGN_ALONE
        .matcher(BESIDE_A_SIGN.matcher(heading).replaceAll(" "))
        .replaceAll(" ")
        .strip();
  }

  /// Whether a text shows amounts with a currency sign.
  static boolean showsSign(String text) {
    return SIGN_OF_AMOUNT.matcher(text).find();
  }

  /// A unit of money by its multiple in words; empty for one.
  static Unit unit(String multiple, Currency currency) {
    var scale =
        switch (multiple.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]|s$", "")) {
          case "thousand", "000", "k" -> 3;
          case "million", "m", "mn", "mm" -> 6;
          case "billion", "bn" -> 9;
          default -> 0;
        };
    return new Unit(printed(scale, currency), currency.dimension(), BigDecimal.TEN.pow(scale));
  }

  /// Signs that are told from the dimension need not be printed with the multiple.
  private static String printed(int scale, Currency currency) {
    var multiple =
        switch (scale) {
          case 3 -> "thousand";
          case 6 -> "million";
          case 9 -> "billion";
          default -> "";
        };
    var needsSign = currency.dimension() == Dimension.OTHER_CURRENCY || multiple.isEmpty();
    return needsSign ? (currency.sign() + " " + multiple).strip() : multiple;
  }
}

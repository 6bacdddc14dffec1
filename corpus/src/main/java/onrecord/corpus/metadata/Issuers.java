package onrecord.corpus.metadata;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// Who speaks: code and names as a document prints them.
///
/// @param code the printed code, if there is one
/// @param shortName the printed short name
/// @param companyName the registered name
/// @param aliases other names
/// @param isGuessed whether the registered name is but the one that is named most often
record Issuers(
    @Nullable String code,
    @Nullable String shortName,
    @Nullable String companyName,
    List<String> aliases,
    boolean isGuessed) {

  private static final String GAP = "[\\s:：]*[:：\\t ][\\s:：]*";

  private static final Pattern CODE =
      Pattern.compile("(?:证券|股票|公司|A股|[AH]股股票)代[码碼]" + GAP + "(\\d{5,6})(?!\\d)");
  private static final Pattern SHORT_NAME =
      Pattern.compile("(?:证券|股票|公司|A股|[AH]股股票)[简簡][称稱]" + GAP + "([^\\s:：]{2,12})");
  private static final Pattern COMPANY_LABEL =
      Pattern.compile("(?:公司的?中文名称|中文名称|公司名称|公司全称)" + GAP + "([^\\s:：]{2,40}?公司)");
  private static final Pattern COMPANY_LINE =
      Pattern.compile(
          "^\\s*([\\p{IsHan}（）()·A-Za-z]{2,36}?(?:股份有限公司|有限责任公司|有限公司|集团股份公司))(?:\\s|关于|\\d|$|董事会)");
  private static final Pattern COMPANY_ANYWHERE =
      Pattern.compile("(?<![\\p{IsHan}])([\\p{IsHan}（）()]{2,30}?股份有限公司)");
  private static final Pattern ALIAS =
      Pattern.compile(
          "(?:公司的?中文简称|公司的?外文名称(?:缩写)?(?:\\s*[（(].{1,6}[）)])?|公司英文名称|英文名称|曾用名|变更前股票简称|变更后的股票简称)"
              + GAP
              + "([^\\t:：]{2,80})");

  private static final Pattern REGISTRANT =
      Pattern.compile("(?i)^(.*?)\\s*+\\(?\\s*+exact\\s+name\\s+of\\s+(?:the\\s+)?registrant.*$");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "(?<![A-Za-z])([A-Z]{1,5}(?:[.-][A-Z]{1,2})?)[\\t ]+(?:[Tt]he\\s+)?(?:New\\s+York|N(?:asdaq|ASDAQ|YSE)|London|Toronto|Tel\\s+Aviv|Chicago)");
  private static final Pattern QUOTED_SYMBOL =
      Pattern.compile(
          "\\b(?:NYSE|NASDAQ|Nasdaq|TSX|LSE|AIM|ASX)(?:\\s*[A-Z]{0,3})\\s*:\\s*([A-Z]{1,5})\\b");
  private static final String SUFFIX =
      "(?:Inc\\.?|INC\\.?|Incorporated|Corp\\.?|CORP\\.?|Corporation|CORPORATION|PLC|plc|Plc|Ltd\\.?|LTD\\.?|Limited|LIMITED|N\\.V\\.|NV|S\\.A\\.|SA|S\\.p\\.A\\.|SpA|AB|ASA|A/S|Oyj|KGaA|AG|SE|LLC|L\\.P\\.|Co\\.|Company|COMPANY|Holdings|Group|Bancshares|Bancorp|Trust)";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])((?!"
              + SUFFIX
              + "\\s)(?:\\p{Lu}[\\p{L}\\p{N}&’'.-]*\\s+)(?:(?:[\\p{Lu}&][\\p{L}\\p{N}&’'.-]*|of|and|de|du|la)\\s+){0,4}?)("
              + SUFFIX
              + ")(?=[\\s,.;)’']|$)");

  private static final Pattern NAME_LINE =
      Pattern.compile(
          "^\\s*((?:[\\p{Lu}&][\\p{L}\\p{N}&’'.-]*\\s+|of\\s+|and\\s+){1,6}?(?:Group\\s+|GROUP\\s+|Trust\\s+|TRUST\\s+)?"
              + SUFFIX
              + ")\\.?(?:\\s+(?:Annual|Interim|20\\d{2}).*)?\\s*$");
  private static final Pattern FORMER_NAME =
      Pattern.compile("(?i)formerly(?:\\s+known\\s+as)?:?\\s+.*");

  static Issuers of(Excerpts excerpts) {
    var printed = companyName(excerpts);
    var name = printed.or(() -> mostNamed(excerpts.all())).map(Issuers::tidy);
    return new Issuers(
        code(excerpts).orElse(null),
        group(excerpts, SHORT_NAME).orElse(null),
        name.orElse(null),
        aliases(excerpts),
        printed.isEmpty() && name.isPresent());
  }

  private static Optional<String> code(Excerpts excerpts) {
    return group(excerpts, CODE).or(() -> tradingSymbol(excerpts));
  }

  private static Optional<String> group(Excerpts excerpts, Pattern pattern) {
    return excerpts.first(pattern).map(found -> found.group(1).strip());
  }

  /// The symbol beside the name of an exchange, near the heading Trading Symbol.
  private static Optional<String> tradingSymbol(Excerpts excerpts) {
    var head = excerpts.head();
    for (var index = 0; index < head.size(); index++) {
      if (head.get(index).toLowerCase(Locale.ROOT).contains("symbol")) {
        var window = head.subList(Math.max(0, index - 4), Math.min(head.size(), index + 8));
        var symbol = Excerpts.firstIn(window, SYMBOL);
        if (symbol.isPresent()) {
          return symbol.map(found -> found.group(1));
        }
      }
    }
    return Excerpts.firstIn(head, QUOTED_SYMBOL).map(found -> found.group(1));
  }

  private static Optional<String> companyName(Excerpts excerpts) {
    return registrant(excerpts.head())
        .or(() -> firstName(excerpts.cover(), COMPANY_LINE))
        .or(() -> group(excerpts, COMPANY_LABEL))
        .or(() -> firstName(excerpts.head(), COMPANY_ANYWHERE))
        .or(() -> firstName(excerpts.cover(), NAME_LINE));
  }

  private static Optional<String> firstName(List<String> lines, Pattern pattern) {
    return Excerpts.firstIn(lines, pattern).map(found -> found.group(1));
  }

  private static Optional<String> registrant(List<String> head) {
    for (var index = 0; index < head.size(); index++) {
      var matcher = REGISTRANT.matcher(head.get(index));
      if (matcher.matches()) {
        var before = matcher.group(1).strip();
        return before.isEmpty() && index > 0
            ? Optional.of(head.get(index - 1).strip())
            : Optional.of(before).filter(name -> !name.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static String tidy(String name) {
    return name.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /// A report without a cover sheet names its company more often than any other.
  private static Optional<String> mostNamed(List<String> lines) {
    Map<String, Integer> counts = new HashMap<>();
    for (var line : lines) {
      var matcher = NAMED.matcher(FORMER_NAME.matcher(line).replaceAll(""));
      while (matcher.find()) {
        counts.merge(matcher.group().replaceFirst("^The ", ""), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(entry ->
            entry.getValue() > 1
                && !entry
                    .getKey()
                    .matches("(?:The|Our|This|Parent|Issuer)?\\s*" + SUFFIX + "|the .*"))
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static List<String> aliases(Excerpts excerpts) {
    var aliases = new LinkedHashSet<String>();
    for (var line : excerpts.all()) {
      var matcher = ALIAS.matcher(line);
      while (matcher.find()) {
        var alias = tidy(matcher.group(1));
        if (!alias.matches("[-—无/]+|不适用|.*名称.*")) {
          aliases.add(alias);
        }
      }
    }
    return new ArrayList<>(aliases);
  }

  /// A company's name without what only says that it is a company.
  static String shortened(String companyName) {
    var bare =
        companyName
            .replaceFirst("(?:股份有限公司|有限责任公司|有限公司|集团股份公司)$", "")
            .replaceAll("(?i),?\\s+(?:" + SUFFIX + ")(?=\\s|,|$)", "")
            .replaceFirst("(?i)^the\\s+", "")
            .strip();
    return bare.isEmpty() ? companyName : bare;
  }

  /// A code made of a name, for issuers whose documents print none: `PFIZER`.
  static SecuritiesCode codeOf(String companyName) {
    var latin =
        Transliterator.getInstance("Han-Latin; Latin-ASCII")
            .transliterate(spaced(shortened(companyName)));
    var code = new StringBuilder();
    for (var word : latin.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+")) {
      if (code.length() + word.length() <= 12) {
        code.append(word);
      }
    }
    return new SecuritiesCode(code.isEmpty() ? "ISSUER" : code.toString());
  }

  /// Chinese characters apart, so that each is transliterated to a word.
  private static String spaced(String name) {
    return name.replaceAll("(\\p{IsHan})", " $1 ");
  }
}

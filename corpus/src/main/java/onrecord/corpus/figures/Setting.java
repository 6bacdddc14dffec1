package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// What holds at a place of a disclosure without being repeated there.
///
/// @param disclosure what is read
/// @param calendar how the disclosure counts its years
/// @param currency what amounts without a sign are in
/// @param inOnes whether its tables give amounts as they are, not in thousands or millions
/// @param sections the headings that the passage before stood under
/// @param sectionUnit the unit last stated under these headings, or those right above
/// @param unitSections the headings that it was stated under
/// @param generalUnit the unit stated for all statements or notes
/// @param moneyTable the first line of the table here, if it shows signs of currency
record Setting(
    Disclosure disclosure,
    FiscalCalendar calendar,
    Currency currency,
    boolean inOnes,
    List<String> sections,
    @Nullable Unit sectionUnit,
    List<String> unitSections,
    @Nullable Unit generalUnit,
    @Nullable String moneyTable) {

  private static final Pattern FOR_ALL =
      Pattern.compile(
          "(?:报表|附注).{0,6}(?:的|金额)?单位[:：为是].{0,8}|(?:除.{0,4}(?:特别|另有)?(?:说明|注明|指明).{0,3}(?:外|者外)).{0,20}单位.{0,10}"
              + "|tabular amounts? in .{0,20}|unless otherwise (?:noted|indicated|stated|specified).{0,40}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARENT =
      Pattern.compile(
          "母公司(?!所有者|股东|普通股|净利润).{0,8}(?:报表|资产负债表|利润表|损益表|现金流量表|权益变动表|主要项目)|公司财务报表主要项目|parent (?:company|entity)(?: only)?|\\b(?:company|parent) (?:statement|balance sheet)",
          Pattern.CASE_INSENSITIVE);
  private static final String NAMED =
      "(?:(?:U\\.?S\\.?|United States|Australian|Canadian|Hong Kong|New Zealand|Singapore) dollars?|pounds? sterling|sterling|euros?|Swiss francs?|renminbi|yen)\\b";
  private static final Pattern PRESENTED =
      Pattern.compile(
          "(?:presentation|reporting) currency\\b[^.]{0,80}?(?:"
              + NAMED
              + ")|(?:"
              + NAMED
              + ")[^.]{0,120}(?:presentation|reporting) currency|(?:presented|reported|expressed) in (?:thousands of |millions of )?(?:"
              + NAMED
              + ")",
          Pattern.CASE_INSENSITIVE);
  private static final int LEAD_OVER = 80;

  /// Where a table states its unit, in characters.
  private static final int TOP = 240;

  /// One in so many is by mistake.
  private static final int FEW = 10;

  private static final Pattern GROUP = Pattern.compile("合并|consolidated", Pattern.CASE_INSENSITIVE);

  static Setting of(Disclosure disclosure, List<Passage> passages) {
    var isEnglish = disclosure.language() == Language.EN;
    return new Setting(
        disclosure,
        FiscalCalendar.of(disclosure.period()),
        isEnglish ? prevailing(passages) : Currency.YUAN,
        isEnglish && areInOnes(passages),
        List.of(),
        null,
        List.of(),
        null,
        null);
  }

  /// What holds at a passage, given what held at the one before.
  Setting before(Passage passage) {
    var unit = isWithin(passage.headings(), unitSections) ? sectionUnit : null;
    var stating = unit == null ? passage.headings() : unitSections;
    var general = generalUnit;
    if (passage.form() == Passage.Form.PROSE) {
      var plain = PlainText.fold(passage.text());
      var forAll = FOR_ALL.matcher(plain);
      if (forAll.find()) {
        var stated = UnitWords.ofCaption(forAll.group(), currency);
        general = stated == null ? general : stated;
      }
      var stated = UnitWords.ofCaption(leadOver(plain), currency);
      unit = stated == null ? unit : stated;
      stating = stated == null ? stating : passage.headings();
    }
    return new Setting(
        disclosure,
        calendar,
        currency,
        inOnes,
        passage.headings(),
        unit,
        stating,
        general,
        moneyTable(passage));
  }

  /// Whether a unit that is stated under some headings holds under others: the same, or those of a
  /// part of it.
  private static boolean isWithin(List<String> headings, List<String> stating) {
    return headings.size() <= stating.size() + 1
        && headings.size() >= stating.size()
        && headings.subList(0, stating.size()).equals(stating)
        && (headings.size() == stating.size() || !stating.isEmpty());
  }

  /// The first line of a table that shows signs of currency, or of its next part.
  private @Nullable String moneyTable(Passage passage) {
    if (passage.form() != Passage.Form.TABLE) {
      return null;
    }
    var first = passage.text().lines().findFirst().orElse("");
    return EnglishMoney.showsSign(passage.text()) || first.equals(moneyTable) ? first : null;
  }

  /// Whether the table here, or the part of it before, shows signs of currency.
  boolean showsMoney() {
    return moneyTable != null;
  }

  /// What of a text may state the unit of the table that follows: a short text, or brackets at its
  /// end.
  private static String leadOver(String plain) {
    if (plain.length() < LEAD_OVER) {
      return plain;
    }
    var bracket = plain.lastIndexOf('(');
    return bracket > plain.length() - LEAD_OVER ? plain.substring(bracket) : "";
  }

  /// The unit of a table that states none itself.
  @Nullable Unit unit() {
    return sectionUnit == null ? generalUnit : sectionUnit;
  }

  /// Whose figures stand under these headings and captions, outermost first; the innermost that
  /// says counts.
  Scope scope(String caption) {
    var titles = new ArrayList<>(sections);
    titles.add(caption);
    for (var title : titles.reversed()) {
      if (PARENT.matcher(title).find() && !isBoth(title)) {
        return Scope.PARENT;
      }
      if (GROUP.matcher(title).find()) {
        return Scope.CONSOLIDATED;
      }
    }
    return Scope.CONSOLIDATED;
  }

  private static boolean isBoth(String title) {
    return title.contains("合并及") || title.contains("合并和") || title.contains("合并与");
  }

  /// Where tables of money hardly ever state a multiple, none is meant.
  private static boolean areInOnes(List<Passage> passages) {
    var tables = 0;
    var stating = 0;
    for (var passage : passages) {
      if (passage.form() == Passage.Form.TABLE) {
        var top =
            PlainText.fold(passage.text().substring(0, Math.min(TOP, passage.text().length())));
        stating += EnglishMoney.in(top, Currency.UNKNOWN) == null ? 0 : 1;
        tables += EnglishMoney.showsSign(passage.text()) ? 1 : 0;
      } else if (passage.text().length() < TOP || FOR_ALL.matcher(passage.text()).find()) {
        stating +=
            EnglishMoney.in(leadOver(PlainText.fold(passage.text())), Currency.UNKNOWN) == null
                ? 0
                : 1;
      }
    }
    return tables > 0 && stating * FEW <= tables;
  }

  /// The currency that it says it reports in, else the one that it names most.
  private static Currency prevailing(List<Passage> passages) {
    return passages.stream()
        .filter(passage -> passage.form() == Passage.Form.PROSE)
        .map(Setting::declared)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> mostNamed(passages));
  }

  private static @Nullable Currency declared(Passage passage) {
    var declared = PRESENTED.matcher(PlainText.fold(passage.text()));
    return declared.find() ? EnglishMoney.currencyOf(declared.group()) : null;
  }

  private static Currency mostNamed(List<Passage> passages) {
    var counts = new HashMap<Currency, Integer>();
    for (var passage : passages) {
      var currency = EnglishMoney.currencyOf(passage.text());
      if (currency != null) {
        counts.merge(currency, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Currency.UNKNOWN);
  }
}

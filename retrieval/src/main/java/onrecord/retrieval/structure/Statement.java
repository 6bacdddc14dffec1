package onrecord.retrieval.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import org.jspecify.annotations.Nullable;

/// The statements that every periodic report holds, and that hold most of its figures.
///
/// The same row stands in the statement, in the discussion, in notes and in summaries; which of
/// them is meant is told by the statement's name over the table.
public enum Statement {
  COMPREHENSIVE_INCOME("statements? of (?:other )?comprehensive (?:income|loss|earnings)|综合收益表"),
  INCOME(
      "statements? of (?:income|operations|earnings|profit|loss)\\b|income statements?"
          + "|profit and loss (?:accounts?|statements?)|利润表|损益表|损益及其他全面收益表"),
  BALANCE_SHEET("balance sheets?|statements? of financial (?:position|condition)|资产负债表|财务状况表"),
  CASH_FLOW("statements? of cash ?flows?|cash flow statements?|现金流量表"),
  EQUITY(
      "statements? of (?:changes in )?(?:total )?"
          + "(?:(?:stock|share|share ?owner)s?(?:holder)?s?['’]? )?(?:equity|investment)"
          + "|(?:所有者|股东)权益变动表"),
  KEY_FIGURES(
      "selected (?:consolidated )?financial (?:data|information)|financial highlights"
          + "|five.year (?:financial )?(?:summary|review)"
          + "|主要会计数据(?:和财务指标)?|主要财务指标|会计数据和财务指标摘要");

  /// What a mere mention has before or after it: the off-balance sheet items, 资产负债表日后事项.
  private static final String BEFORE =
      "(?<![a-z]|(?:on|in|of|to|the|off|our|its)[ -])(?<!(?!公司|合并)\\p{IsHan}{2})";

  private static final String AFTER =
      "(?![a-z\\p{IsHan}]| (?:classification|items?|captions?|lines?|location|impact|dates?"
          + "|presentation|exposures?|arrangements?|data))";

  private static final Pattern LEAD =
      Pattern.compile("(?:consolidated|condensed|combined|group|interim|audited|unaudited|合并) ?");
  private static final Pattern NOTE =
      Pattern.compile("\\(?(?:notes? |附注|(?:重要)?会计政策).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:for the |as at |as of |at )?(?:(?:fiscal )?years?|periods?|months) .*|as (?:at|of) .*",
          Pattern.CASE_INSENSITIVE);

  /// A title is short, and what it is the title of is named at its end or before a bracket or date.
  private static final int LONGEST_TITLE = 120;

  private final Pattern title;

  Statement(String title) {
    this.title = Pattern.compile(BEFORE + "(?:" + title + ")" + AFTER);
  }

  /// The statements that a document's passages are part of, in reading order; passages that are
  /// part of none, such as notes and discussion, are left out.
  public static Map<PassageId, Statement> in(List<Passage> document) {
    var statements = new HashMap<PassageId, Statement>();
    Passage title = null;
    for (var passage : document) {
      if (passage.form() == Passage.Form.TABLE) {
        ownOrUnder(title, passage).ifPresent(each -> statements.put(passage.id(), each));
      } else if (named(passage.text()).isPresent()) {
        title = passage;
      }
    }
    return statements;
  }

  /// What a table is called itself; else what a title on the same page, above it, calls it.
  private static Optional<Statement> ownOrUnder(@Nullable Passage title, Passage table) {
    if (table.headings().stream().anyMatch(Statement::isNote)) {
      return Optional.empty();
    }
    var own = titles(table).stream().flatMap(each -> named(each).stream()).findFirst();
    return own.isPresent() || title == null || !Objects.equals(title.page(), table.page())
        ? own
        : named(title.text());
  }

  private static boolean isNote(String heading) {
    return NOTE.matcher(heading.strip()).matches() || heading.contains("会计政策");
  }

  /// The caption's first cell, and the last heading that is no span of time.
  private static List<String> titles(Passage passage) {
    var titles = new ArrayList<String>();
    titles.add(passage.text().lines().findFirst().orElse("").split("\t")[0]);
    passage.headings().reversed().stream()
        .filter(heading -> !SPAN.matcher(heading.strip()).matches())
        .findFirst()
        .ifPresent(titles::add);
    return titles;
  }

  private static Optional<Statement> named(String printed) {
    var plain = LEAD.matcher(printed.toLowerCase(Locale.ROOT)).replaceAll("");
    if (plain.length() > LONGEST_TITLE) {
      return Optional.empty();
    }
    for (var statement : values()) {
      if (statement.title.matcher(plain).find()) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }
}

package onrecord.prompts;

import java.util.Set;

/// The standard phrases. Each stands in every language's `phrases.yaml`, with just the variables
/// named here.
public enum Phrase {
  /// Opens every reply: 尊敬的投资者，您好！
  SALUTATION,
  /// Closes every reply: 感谢您的关注。
  CLOSING,
  /// States a figure from a table's cell.
  FIGURE("source", "period", "metric", "value"),
  /// States a figure and its disclosed change.
  FIGURE_WITH_CHANGE("source", "period", "metric", "value", "change"),
  /// States a disclosed change of a figure alone.
  CHANGE("source", "period", "metric", "change"),
  /// Says which disclosure states the same figure otherwise.
  STATED_OTHERWISE("source", "metric", "value"),
  /// Leads in figures side by side, one a line.
  COMPARISON("source", "metric"),
  /// One of these lines, or a row of a table beside others.
  COMPARISON_LINE("label", "value"),
  /// Says for which periods nothing was found beside those given.
  MISSING_BESIDE("periods", "metric"),
  /// Says which of several is ahead or behind.
  LEADER("source", "period", "metric", "rank", "name", "value"),
  /// Gives a row of a table: what it is about, and what stands under which heading.
  ROW("source", "name", "cells"),
  /// Leads in a quotation.
  QUOTE_FROM("source"),
  /// Leads in a quotation and says under which heading it stands.
  QUOTE_FROM_SECTION("source", "section"),
  /// Leads in an outlook or plan that the company has published, with source and date.
  OUTLOOK_FROM("source", "date"),
  /// States a computed value with its formula, marked as computed and not the company's own figure.
  COMPUTED("what", "formula", "value"),
  /// The same where the value was rounded to be shown.
  COMPUTED_ROUNDED("what", "formula", "value"),
  /// Why nothing is computed: a part is not disclosed.
  NOT_COMPUTED("what", "missing"),
  /// The same in another unit.
  CONVERTED("printed", "converted"),
  /// Says that the figure given covers the year to date and not the single quarter.
  YEAR_TO_DATE_NOTE("period"),
  /// Says that the base of a change on the period before is not stated.
  BASE_NOT_STATED,
  /// Says that bare "profit" was read as profit attributable to shareholders of the listed company.
  PROFIT_READ_AS_ATTRIBUTABLE,
  /// Says that a figure was corrected or restated.
  RESTATED("period"),
  /// Results: refers to the periodic reports.
  DEFER_RESULTS("topic"),
  /// Other events: refers to the periodic reports and announcements.
  DEFER_EVENTS("topic"),
  /// Why: the period lies beyond what has been reported.
  WHY_BEYOND_HORIZON("period", "horizon"),
  /// Why: the answer would be a forecast.
  WHY_FORECAST,
  /// Why: it would comment on a forecast or a target.
  WHY_UNDISCLOSED_MATERIAL,
  /// Leads in the nearest disclosed fact.
  NEAREST_FACT,
  /// Which report will answer it, and by when it is due.
  NEXT_REPORT("report", "due"),
  /// The same where the issuer has announced the day.
  NEXT_REPORT_SCHEDULED("report", "date"),
  /// Says that a statement, a denial above all, holds as of its date and not for ever.
  AS_STATED_ON("date"),
  /// Says that disclosed parts add up to other than their disclosed total, and by how much.
  ROUNDING_GAP("sum", "total"),
  /// Says that an estimate is a third party's and not the company's.
  THIRD_PARTY_ESTIMATE,
  /// The risk notice where an outlook is quoted.
  RISK_NOTICE,
  /// Not found in the disclosures held here, which reach to a date.
  NOT_DISCLOSED("topic", "reach"),
  /// Which documents were looked through.
  LOOKED_THROUGH("documents"),
  /// Which report is likely to hold it, and by when it is due.
  REPORT_TO_HOLD("report", "due"),
  /// Where else to ask: the company's investor-relations contact.
  IR_CONTACT("contact"),
  /// The question is handed to the investor-relations team.
  LEFT_FOR_IR,
  /// The share price and market value are not commented on.
  DECLINE_PRICE,
  /// No advice on investing.
  DECLINE_ADVICE,
  /// Not about this issuer.
  DECLINE_OTHER_ISSUER("issuer"),
  /// Not a question about disclosures: what this assistant does.
  DECLINE_NOT_A_QUESTION("issuer"),
  /// Rumours are neither confirmed nor denied; what counts is what was announced.
  DECLINE_RUMOUR,
  /// Undisclosed information is not given out; the duty of disclosure.
  DECLINE_UNDISCLOSED,
  /// Says that what is cited is a correction, and of what.
  CORRECTED("source", "corrected"),
  /// The answer waits until a person has seen it.
  HELD_FOR_REVIEW,
  /// A person has decided that the question is not answered here.
  DECLINED_BY_REVIEW,
  /// Heads a part's answer when a message holds several questions.
  PART_HEADING("part");

  private final Set<String> variables;

  Phrase(String... variables) {
    this.variables = Set.of(variables);
  }

  /// The names of the variables that its text may and must use.
  public Set<String> variables() {
    return variables;
  }
}

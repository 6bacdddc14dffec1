package onrecord.bot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import onrecord.corpus.Box;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.retrieval.Evidence;
import org.jspecify.annotations.Nullable;

/// What is said to a question, with all that explains it.
///
/// @param id names it for good
/// @param question as asked
/// @param askedAt when it was asked
/// @param asOf what was published by then counted
/// @param language of the text
/// @param issuer the issuer it is about; null where the corpus holds none
/// @param verdict what became of the question as a whole
/// @param text the whole reply, with citation marks `〔1〕`
/// @param parts the rulings, part by part
/// @param nextReport the report that will answer what was deferred or is not disclosed; null where
///   nothing was
/// @param claims the sentences that rest on citations, in order
/// @param citations numbered from 1, each used in a claim
/// @param evidence what was found, best first
/// @param corpusRevision the state of the corpus it rests on
/// @param composer who wrote it: `extractive`, or the chat model's name
/// @param prompts names the contents of the prompt files that it was written by; null for answers
///   stored before that was kept
/// @param timings milliseconds by step
/// @param comparisons figures side by side, which a channel may draw beside the text
/// @param usage what a chat model read and wrote for it
public record Answer(
    String id,
    String question,
    Instant askedAt,
    Instant asOf,
    Language language,
    @Nullable Issuer issuer,
    Verdict verdict,
    String text,
    List<Part> parts,
    @Nullable NextReport nextReport,
    List<Claim> claims,
    List<Citation> citations,
    List<Evidence> evidence,
    CorpusRevision corpusRevision,
    String composer,
    @Nullable String prompts,
    Map<String, Double> timings,
    List<Comparison> comparisons,
    Usage usage) {

  public Answer {
    parts = List.copyOf(parts);
    claims = List.copyOf(claims);
    citations = List.copyOf(citations);
    evidence = List.copyOf(evidence);
    comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
    // An answer that was stored before this was counted has none.
    usage = usage == null ? Usage.NONE : usage;
  }

  /// The tokens that a chat model was charged for.
  ///
  /// @param promptTokens that it read
  /// @param completionTokens that it wrote
  public record Usage(long promptTokens, long completionTokens) {

    /// No model was asked, or what it says was known already.
    public static final Usage NONE = new Usage(0, 0);

    /// Both together.
    public long total() {
      return promptTokens + completionTokens;
    }

    /// This and another.
    public Usage plus(Usage other) {
      return new Usage(
          promptTokens + other.promptTokens, completionTokens + other.completionTokens);
    }
  }

  /// How one part was read and ruled.
  ///
  /// @param text the part as asked
  /// @param reason why it was not answered; null where it was
  /// @param signals what led to the ruling, in words
  public record Part(
      String text, Intent intent, Decision ruling, @Nullable Reason reason, List<String> signals) {

    public Part {
      signals = List.copyOf(signals);
    }
  }

  /// What may be said to a part.
  public enum Decision {
    ANSWER,
    QUOTE_OUTLOOK,
    DEFER,
    NOT_DISCLOSED,
    DECLINE
  }

  /// Why a part is not answered.
  public enum Reason {
    /// The answer would be a forecast.
    FORECAST,
    /// The period is not reported yet.
    BEYOND_HORIZON,
    /// Share price or market value.
    PRICE,
    /// Investment advice.
    ADVICE,
    /// Undisclosed material information.
    UNDISCLOSED_MATERIAL,
    /// No disclosure held here says it.
    NOT_IN_CORPUS,
    /// About another company.
    OTHER_ISSUER,
    /// Nothing that disclosures could answer.
    NOT_A_QUESTION
  }

  /// A report to come.
  ///
  /// @param period that it will cover
  /// @param dueBy the legal deadline
  /// @param scheduledOn the day the issuer has announced; null where it has not
  public record NextReport(
      DisclosureKind kind,
      ReportingPeriod period,
      LocalDate dueBy,
      @Nullable LocalDate scheduledOn) {}

  /// A sentence of the reply that rests on citations.
  ///
  /// @param text without citation marks
  /// @param citations their numbers
  /// @param computed how its value was computed; null where nothing was
  public record Claim(String text, List<Integer> citations, @Nullable Computed computed) {

    public Claim {
      citations = List.copyOf(citations);
    }
  }

  /// A value computed from cited figures.
  ///
  /// @param formula with the figures as printed: `42,955.96 / 69,677.32`
  /// @param value rounded as shown
  /// @param unit of the value
  public record Computed(String formula, BigDecimal value, String unit) {}

  /// Figures of one metric side by side, by period or by segment, in the order to show them.
  ///
  /// @param title what is compared: `营业收入`
  /// @param unit of the values, as printed
  public record Comparison(String title, String unit, List<Item> items) {

    public Comparison {
      items = List.copyOf(items);
    }
  }

  /// One of the figures compared.
  ///
  /// @param label the period or the segment
  /// @param value in the comparison's unit
  /// @param citation the number of the citation that states it
  public record Item(String label, BigDecimal value, int citation) {}

  /// Where a claim stands in a disclosure.
  ///
  /// @param number from 1
  /// @param quote verbatim
  /// @param passage that holds the quote
  public record Citation(
      int number, String quote, Disclosure disclosure, PassageId passage, Locator locator) {}

  /// The place of a quote.
  ///
  /// @param page from 1; null where the format has no pages
  /// @param section the heading path, outermost first, joined by ` > `
  /// @param item the question's number in a record of questions and answers
  /// @param row the row heading of a table's cell
  /// @param column the column heading of a table's cell
  /// @param cells of a workbook: `利润表!C5`; null in other originals
  /// @param boxes on the original's pages
  public record Locator(
      @Nullable Integer page,
      @Nullable String section,
      @Nullable String item,
      @Nullable String row,
      @Nullable String column,
      @Nullable String cells,
      List<Box> boxes) {

    public Locator {
      boxes = List.copyOf(boxes);
    }
  }
}

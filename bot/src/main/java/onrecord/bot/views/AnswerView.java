package onrecord.bot.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onrecord.bot.Answer;
import onrecord.bot.Intent;
import onrecord.bot.Verdict;
import onrecord.corpus.DisclosureKind;
import onrecord.retrieval.Evidence;
import org.jspecify.annotations.Nullable;

/// An answer as interfaces show it.
///
/// @param verdict null while the answer waits for a review
/// @param usage what a chat model read and wrote for it; null where none was asked
/// @param comparisons figures side by side, which the text states line by line
/// @param review how far its review has come; null where there is none
public record AnswerView(
    String id,
    String question,
    OffsetDateTime asOf,
    String language,
    @Nullable String issuer,
    @Nullable Verdict verdict,
    String text,
    List<Part> parts,
    @Nullable NextReport nextReport,
    List<Claim> claims,
    List<CitationView> citations,
    List<Found> evidence,
    String corpusRevision,
    String composer,
    @Nullable String prompts,
    Map<String, Double> timings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Usage usage,
    List<Comparison> comparisons,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Review review) {

  /// @param state `WAITING`, `APPROVED`, `EDITED` or `DECLINED`
  /// @param since when it began to wait
  public record Review(String state, OffsetDateTime since) {}

  /// Tokens.
  public record Usage(long promptTokens, long completionTokens) {

    static @Nullable Usage of(Answer.Usage usage) {
      return usage.total() == 0 ? null : new Usage(usage.promptTokens(), usage.completionTokens());
    }
  }

  /// @param zone in which times are given
  public static AnswerView of(Answer answer, ZoneId zone) {
    var issuer = answer.issuer();
    return new AnswerView(
        answer.id(),
        answer.question(),
        answer.asOf().atZone(zone).toOffsetDateTime(),
        answer.language().tag(),
        issuer == null ? null : issuer.code().value(),
        answer.verdict(),
        answer.text(),
        answer.parts().stream().map(Part::of).toList(),
        NextReport.of(answer.nextReport()),
        answer.claims().stream().map(Claim::of).toList(),
        answer.citations().stream()
            .map(citation -> CitationView.of(citation, Links.citation(answer.id(), citation), zone))
            .toList(),
        answer.evidence().stream().map(Found::of).toList(),
        answer.corpusRevision().toString(),
        answer.composer(),
        answer.prompts(),
        answer.timings(),
        Usage.of(answer.usage()),
        Comparison.all(answer),
        null);
  }

  /// The same, with how far its review has come; what waits has no verdict yet.
  public AnswerView reviewed(Review by) {
    return new AnswerView(
        id,
        question,
        asOf,
        language,
        issuer,
        by.state().equals("WAITING") ? null : verdict,
        text,
        parts,
        nextReport,
        claims,
        citations,
        evidence,
        corpusRevision,
        composer,
        prompts,
        timings,
        usage,
        comparisons,
        by);
  }

  /// How a part was ruled.
  public record Part(
      String text,
      Intent intent,
      Answer.Decision ruling,
      Answer.@Nullable Reason reason,
      List<String> signals) {

    public static Part of(Answer.Part part) {
      return new Part(part.text(), part.intent(), part.ruling(), part.reason(), part.signals());
    }
  }

  /// The report that will answer what was deferred.
  ///
  /// @param period year and month of its end
  public record NextReport(
      DisclosureKind kind, String period, LocalDate dueBy, @Nullable LocalDate scheduledOn) {

    public static @Nullable NextReport of(Answer.@Nullable NextReport report) {
      if (report == null) {
        return null;
      }
      return new NextReport(
          report.kind(),
          report.period().endMonth().toString(),
          report.dueBy(),
          report.scheduledOn());
    }
  }

  /// A sentence that rests on citations.
  public record Claim(String text, List<Integer> citations, @Nullable Computed computed) {

    public static Claim of(Answer.Claim claim) {
      return new Claim(claim.text(), claim.citations(), Computed.of(claim.computed()));
    }
  }

  /// How a value was computed.
  public record Computed(String formula, String value, String unit) {

    public static @Nullable Computed of(Answer.@Nullable Computed computed) {
      return computed == null
          ? null
          : new Computed(computed.formula(), computed.value().toPlainString(), computed.unit());
    }
  }

  /// Figures of one metric side by side, in the order to show them.
  ///
  /// @param unit of the values
  /// @param chart the address of the same as a drawing
  public record Comparison(String title, String unit, List<Item> items, String chart) {

    static List<Comparison> all(Answer answer) {
      return IntStream.range(0, answer.comparisons().size())
          .mapToObj(i -> of(answer.comparisons().get(i), Links.chart(answer.id(), i + 1)))
          .toList();
    }

    private static Comparison of(Answer.Comparison comparison, String chart) {
      return new Comparison(
          comparison.title(),
          comparison.unit(),
          comparison.items().stream().map(Item::of).toList(),
          chart);
    }
  }

  /// One of the figures compared.
  ///
  /// @param label its period or segment
  /// @param citation the number of the citation that states it
  public record Item(String label, String value, int citation) {

    static Item of(Answer.Item item) {
      return new Item(item.label(), item.value().toPlainString(), item.citation());
    }
  }

  /// A passage that was found.
  public record Found(String passageId, int rank, double score, String text) {

    public static Found of(Evidence evidence) {
      return new Found(
          evidence.passage().id().value(),
          evidence.rank(),
          evidence.score(),
          evidence.passage().text());
    }
  }
}

package onrecord.bot;

import java.util.List;
import java.util.Set;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy;
import org.jspecify.annotations.Nullable;

/// What a question asks, part by part.
///
/// @param language of the question
/// @param issuer the issuer it is about; null where the corpus holds none
/// @param parts in the order asked, at least one
public record Reading(Language language, @Nullable Issuer issuer, List<Part> parts) {

  public Reading {
    parts = List.copyOf(parts);
  }

  /// One thing asked, made self-contained: what an elliptic follow-up leaves out is filled in from
  /// the conversation.
  ///
  /// @param original the words of the question, for showing
  /// @param text normalised: NFKC, simplified characters, lower-case Latin, known misspellings and
  ///   pinyin resolved, what was left out filled in
  /// @param intent what it is after
  /// @param periods the periods that it names, resolved; empty where it names none
  /// @param metrics the metrics that it names, in order
  /// @param subject what remains when periods, metrics, the issuer's names, question words and
  ///   particles are taken away: the segment, person or thing asked about (智算云, 杨家界索道); empty where
  ///   nothing does
  /// @param aspects what is asked of it
  /// @param calculation what is to be computed; null where nothing is
  /// @param cues the wordings that speak for a class, from the policy
  /// @param otherIssuer another company that it asks about; null where it does not
  /// @param form how it wants a value to be shown
  public record Part(
      String original,
      String text,
      Intent intent,
      List<AskedPeriod> periods,
      List<Metric> metrics,
      String subject,
      Set<Aspect> aspects,
      @Nullable Calculation calculation,
      List<Policy.Cue> cues,
      @Nullable String otherIssuer,
      Form form) {

    public Part {
      periods = List.copyOf(periods);
      metrics = List.copyOf(metrics);
      aspects = Set.copyOf(aspects);
      cues = List.copyOf(cues);
    }

    /// A part that leaves open how a value is shown.
    public Part(
        String original,
        String text,
        Intent intent,
        List<AskedPeriod> periods,
        List<Metric> metrics,
        String subject,
        Set<Aspect> aspects,
        @Nullable Calculation calculation,
        List<Policy.Cue> cues,
        @Nullable String otherIssuer) {
      this(
          original,
          text,
          intent,
          periods,
          metrics,
          subject,
          aspects,
          calculation,
          cues,
          otherIssuer,
          Form.OPEN);
    }

    /// The same part, its value to be shown in another form.
    public Part shownAs(Form other) {
      return with(text, calculation, other);
    }

    /// The same part in other words.
    public Part saying(String otherText) {
      return with(otherText, calculation, form);
    }

    /// The same part, with something else to be computed.
    public Part computing(@Nullable Calculation other) {
      return with(text, other, form);
    }

    private Part with(String otherText, @Nullable Calculation otherCalculation, Form otherForm) {
      return new Part(
          original,
          otherText,
          intent,
          periods,
          metrics,
          subject,
          aspects,
          otherCalculation,
          cues,
          otherIssuer,
          otherForm);
    }

    /// Whether a wording of this kind stands in it.
    public boolean hasCue(Policy.Kind kind) {
      return cues.stream().anyMatch(cue -> cue.kind() == kind);
    }
  }

  /// A period that a question names.
  ///
  /// @param period resolved against the as-of date and the reporting calendar
  /// @param words as they stand in the question
  /// @param explicit whether the year was named; a relative or missing year was resolved
  public record AskedPeriod(ReportingPeriod period, String words, boolean explicit) {}

  /// How a question wants a computed value to be shown.
  ///
  /// @param decimals to how many decimal places; null where that is left open
  public record Form(@Nullable Integer decimals) {

    /// Nothing is said of it.
    public static final Form OPEN = new Form(null);
  }

  /// What is asked of a subject.
  public enum Aspect {
    /// How much, how many.
    VALUE,
    /// 同比, growth on the year before.
    YEAR_ON_YEAR,
    /// 环比, growth on the period before.
    PERIOD_ON_PERIOD,
    /// Why.
    REASON,
    /// What it is, how it is defined.
    DEFINITION,
    /// Who, which company.
    WHO,
    /// When.
    WHEN,
    /// Where.
    WHERE,
    /// Which ones, how many kinds.
    LIST,
    /// Whether.
    YES_NO,
    /// The highest, the lowest, which is more.
    RANKING
  }

  /// A computation on disclosed figures of the past.
  ///
  /// @param operation what is computed
  /// @param operands the names of what it is computed of, as asked (智算云, 营业收入), in order: minuend
  ///   first, the numerator first
  public record Calculation(Operation operation, List<String> operands) {

    public Calculation {
      operands = List.copyOf(operands);
    }

    /// What is computed.
    public enum Operation {
      /// First operand as a share of the second, in per cent.
      SHARE,
      SUM,
      DIFFERENCE,
      /// How many times the second the first is.
      RATIO,
      /// Change of one metric between two periods, absolute.
      CHANGE,
      /// The same in per cent.
      GROWTH,
      /// Compound annual growth over disclosed past years.
      COMPOUND_GROWTH,
      /// The same value in another unit; the operand is the unit.
      CONVERT,
      /// A metric that the glossary gives a formula for.
      FORMULA,
      /// A single quarter from two year-to-date figures.
      SINGLE_QUARTER
    }
  }
}

package onrecord.bot.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onrecord.bot.Answer.Computed;
import onrecord.bot.composing.Draft;
import onrecord.bot.composing.Sentence;
import onrecord.bot.composing.Sentence.Quotation;
import onrecord.bot.composing.Sentence.Standard;
import onrecord.bot.composing.Sentence.Stated;
import onrecord.bot.composing.Sentence.Supporting;
import onrecord.bot.finding.Given;
import onrecord.bot.finding.Quote;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import onrecord.prompts.Phrase;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {

  private static final Verifier VERIFIER =
      new Verifier(new Grounds(Prompts.bundled(), (passage, disclosure) -> List.of()));
  private static final Instant PUBLISHED = Instant.parse("2025-10-28T10:00:00Z");
  private static final Instant ASKED = Instant.parse("2025-11-20T01:00:00Z");
  private static final Disclosure REPORT = Given.report(PUBLISHED, null);
  private static final String WORDS = "公司实现营业收入80,914.65万元，同比增长36.57%。";

  // --- quotations

  @Test
  void theCompanysOwnWordsInForcePass() {
    assertThat(left(quotation(REPORT, Given.prose(WORDS)))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = "COMPANY", mode = EnumSource.Mode.EXCLUDE)
  void theWordsOfAnyoneElseAreDropped(Speaker speaker) {
    assertThat(left(quotation(REPORT, Given.spokenBy(speaker, WORDS)))).isEmpty();
  }

  @Test
  void aQuoteOfAWithdrawnDisclosureIsDropped() {
    var withdrawn = Given.report(PUBLISHED, ASKED.minusSeconds(1));

    assertThat(left(quotation(withdrawn, Given.prose(WORDS)))).isEmpty();
  }

  @Test
  void aQuoteOfADisclosureWithdrawnAfterTheQuestionPasses() {
    var withdrawnLater = Given.report(PUBLISHED, ASKED.plusSeconds(1));

    assertThat(left(quotation(withdrawnLater, Given.prose(WORDS)))).hasSize(1);
  }

  @Test
  void aQuoteOfAnEmbargoedDisclosureIsDropped() {
    var embargoed = Given.report(ASKED.plusSeconds(1), null);

    assertThat(left(quotation(embargoed, Given.prose(WORDS)))).isEmpty();
  }

  @Test
  void aQuoteOfAPassageThatACorrectionReplacedIsDropped() {
    var replaced = Given.replaced(WORDS, ASKED.minusSeconds(1));

    assertThat(left(quotation(REPORT, replaced))).isEmpty();
  }

  // --- figures

  @Test
  void aFigureThatStandsInItsQuotePasses() {
    assertThat(left(stated("80,914.65万元", "80,914.65", null))).hasSize(1);
    assertThat(left(stated("80,914.65万元", "80,914.65", "同比增长36.57%"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'80,914.66万元', '80,914.65'", "'80,914.66万元', '80,914.66'", "'万元', '80,914.65'"})
  void aFigureThatItsQuoteDoesNotStateIsDropped(String value, String printed) {
    assertThat(left(stated(value, printed, null))).isEmpty();
  }

  @Test
  void aChangeThatItsQuoteDoesNotStateIsDropped() {
    assertThat(left(stated("80,914.65万元", "80,914.65", "同比增长36.75%"))).isEmpty();
  }

  @Test
  void aFigureOfAnInvestorsWordsIsDropped() {
    var investor = quote(REPORT, Given.spokenBy(Speaker.INVESTOR, WORDS));

    assertThat(left(stated(investor, "80,914.65万元", "80,914.65", null))).isEmpty();
  }

  @Test
  void aStatementWithoutAnyQuoteIsDropped() {
    assertThat(left(new Stated(Phrase.FIGURE, Map.of("value", "1"), List.of(), null))).isEmpty();
  }

  // --- computed values

  @ParameterizedTest
  @CsvSource({
    "'80,914.65 / 100', 809.15, 元",
    "'80,914.65 - 80,914.65', 0, 万元",
    "'80,914.65 / 80,914.65 × 100%', 100.00, %",
    "'80,914.65万元 / 10,000', 8.091465, 亿元",
    "'(80,914.65万元 - 80,914.65万元) / 80,914.65万元 × 100%', 0.00, %"
  })
  void aFormulaOfPrintedFiguresAndPlainFactorsPassesIfItComesOut(
      String formula, BigDecimal value, String unit) {
    assertThat(left(computed(formula, value, unit))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'80,914.65 / 100', 809.16, 元",
    "'80,914.65 / 100', 8.09, 元",
    "'80,914.65 / 80,914.65 × 100%', 1.00, %",
    "'80,914.65 +', 80914.65, 元",
    "'80,914.65 / 0', 0, 元"
  })
  void aFormulaThatComesOutOtherwiseIsDropped(String formula, BigDecimal value, String unit) {
    assertThat(left(computed(formula, value, unit))).isEmpty();
  }

  @Test
  void aFormulaWithANumberThatNoQuoteStatesIsDropped() {
    assertThat(left(computed("80,914.65 - 51,208.40", new BigDecimal("29706.25"), "万元"))).isEmpty();
    assertThat(left(computed("80,914.65 / 73", new BigDecimal("1108.42"), "万元"))).isEmpty();
  }

  // --- standard phrases

  @Test
  void aStandardPhrasePasses() {
    assertThat(left(new Standard(Phrase.RISK_NOTICE, Map.of()))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"QUOTE_FROM", "OUTLOOK_FROM"})
  void aLeadInGoesWithItsQuotations(Phrase leadIn) {
    var rumour = quotation(REPORT, Given.spokenBy(Speaker.INVESTOR, WORDS));
    var notice = new Standard(Phrase.RISK_NOTICE, Map.of());

    assertThat(left(new Standard(leadIn, Map.of()), rumour, notice)).containsExactly(notice);
  }

  @Test
  void aLeadInStaysWithTheQuotationThatIsLeft() {
    var leadIn = new Standard(Phrase.QUOTE_FROM, Map.of("source", "报告"));
    var rumour = quotation(REPORT, Given.spokenBy(Speaker.INVESTOR, WORDS));
    var said = quotation(REPORT, Given.prose(WORDS));

    assertThat(left(leadIn, rumour, said)).containsExactly(leadIn, said);
  }

  @Test
  void whatIsSaidToOtherPartsAndAroundThemStays() {
    var opening = new Standard(Phrase.SALUTATION, Map.of());
    var said = quotation(REPORT, Given.prose(WORDS));
    var rumour = quotation(REPORT, Given.spokenBy(Speaker.INVESTOR, WORDS));
    var draft = new Draft(List.of(opening), List.of(List.of(rumour), List.of(said)), List.of());

    var verified = VERIFIER.verify(draft, ASKED);

    assertThat(verified)
        .isEqualTo(new Draft(List.of(opening), List.of(List.of(), List.of(said)), List.of()));
  }

  private static List<Sentence> left(Sentence... sentences) {
    var draft = new Draft(List.of(), List.of(List.of(sentences)), List.of());
    return VERIFIER.verify(draft, ASKED).parts().getFirst();
  }

  private static Quotation quotation(Disclosure disclosure, Passage passage) {
    return new Quotation(quote(disclosure, passage));
  }

  private static Quote quote(Disclosure disclosure, Passage passage) {
    return new Quote(disclosure, passage, 0, passage.text().length());
  }

  private static Stated stated(String value, String printed, @Nullable String change) {
    return stated(quote(REPORT, Given.prose(WORDS)), value, printed, change);
  }

  private static Stated stated(Quote quote, String value, String printed, @Nullable String change) {
    var support = List.of(new Supporting(quote, printed, null, null));
    return change == null
        ? new Stated(Phrase.FIGURE, Map.of("value", value), support, null)
        : new Stated(
            Phrase.FIGURE_WITH_CHANGE, Map.of("value", value, "change", change), support, null);
  }

  private static Stated computed(String formula, BigDecimal value, String unit) {
    var quote = quote(REPORT, Given.prose(WORDS));
    return new Stated(
        Phrase.COMPUTED,
        Map.of("what", "营业收入", "formula", formula, "value", value + unit),
        List.of(new Supporting(quote, "80,914.65", null, null)),
        new Computed(formula, value, unit));
  }
}

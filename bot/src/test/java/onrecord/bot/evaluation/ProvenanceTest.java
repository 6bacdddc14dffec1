package onrecord.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onrecord.prompts.Phrase;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProvenanceTest {

  private static final Prompts PROMPTS = Prompts.bundled();
  private static final Provenance PROVENANCE = new Provenance(PROMPTS);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String CITED = "公司实现营业收入80,914.65万元，同比增长36.57%。";

  @Test
  void aFigureThatItsCitationStatesIsSupported() {
    var figure = figure("80,914.65万元");

    assertThat(unsupported(around(figure), figure)).isEmpty();
  }

  @Test
  void aNumberThatItsCitationLacksIsReported() {
    var figure = figure("80,914.56万元");

    assertThat(unsupported(around(figure), figure)).containsExactly(figure);
  }

  @Test
  void aQuotationIsSupportedWordForWordOnly() {
    var quoted = "“公司实现营业收入80,914.65万元，”";
    var changed = "“公司实现主营收入80,914.65万元，”";

    assertThat(unsupported(around(quoted), quoted)).isEmpty();
    assertThat(unsupported(around(changed), changed)).containsExactly(changed);
  }

  @Test
  void standardPhrasesNeedNoCitation() {
    assertThat(
            unsupported(say(Phrase.WHY_FORECAST) + say(Phrase.DEFER_RESULTS, "topic", "2026年营业收入")))
        .isEmpty();
  }

  @Test
  void aSentenceOfNeitherKindIsReported() {
    assertThat(unsupported(say(Phrase.SALUTATION) + "公司前景一片光明。" + say(Phrase.CLOSING)))
        .singleElement()
        .asString()
        .contains("公司前景一片光明");
  }

  @Test
  void aComputedValueIsSupportedByItsFormula() {
    var computed =
        say(
            Phrase.COMPUTED,
            "what",
            "营业收入",
            "formula",
            "80,914.65 / 10,000",
            "value",
            "8.091465亿元");

    assertThat(
            PROVENANCE.unsupported(
                JSON.valueToTree(
                    Map.of(
                        "text",
                        computed,
                        "claims",
                        List.of(
                            Map.of(
                                "text",
                                computed,
                                "citations",
                                List.of(1),
                                "computed",
                                Map.of(
                                    "formula", "80,914.65 / 10,000",
                                    "value", "8.091465",
                                    "unit", "亿元"))),
                        "citations",
                        List.of(Map.of("number", 1, "quote", CITED))))))
        .isEmpty();
    assertThat(unsupported(computed, computed)).as("without its formula").isNotEmpty();
  }

  /// A quotation holds a row without the headings of its columns.
  @Test
  void monthsAreNoFigures() {
    var row =
        say(
            Phrase.ROW,
            "source",
            "《2025年第三季度报告》",
            "name",
            "利息收入",
            "cells",
            "2025年1-9月1,430,453.20元，第一季度（1-3月份）1,124,475.37元");
    var withNote = row.replace("2025年1-9月", "附注七、11，2025年6月30日");
    var other = row.replace("1-9月1,430", "1-9月1,431");

    assertThat(support("extractive", row, "利息收入 1,430,453.20 1,124,475.37")).isEmpty();
    assertThat(support("extractive", withNote, "利息收入 七、11 1,430,453.20 1,124,475.37")).isEmpty();
    assertThat(support("extractive", other, "利息收入 1,430,453.20 1,124,475.37")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025年前三季度，公司营业收入80,914.65万元，同比增长36.57%。 | true
          公司营业收入80,914.56万元，同比增长36.57%。              | false
          公司营业收入80,914.65万元，前景一片光明，值得长期持有。   | false
          """)
  void whatAModelWroteMustKeepToTheWordsAndNumbersItCites(String sentence, boolean isSupported) {
    assertThat(support("a chat model", sentence, CITED).isEmpty()).isEqualTo(isSupported);
    assertThat(support("extractive", sentence, CITED)).as("the rules quote").isNotEmpty();
  }

  private static List<String> support(String composer, String claim, String quote) {
    return PROVENANCE.unsupported(
        JSON.valueToTree(
            Map.of(
                "composer",
                composer,
                "text",
                claim + "〔1〕",
                "claims",
                List.of(Map.of("text", claim, "citations", List.of(1))),
                "citations",
                List.of(Map.of("number", 1, "quote", quote)))));
  }

  private static String figure(String value) {
    return say(
        Phrase.FIGURE,
        "source",
        "《2025年第三季度报告》",
        "period",
        "2025年前三季度",
        "metric",
        "营业收入",
        "value",
        value);
  }

  private static String around(String words) {
    return say(Phrase.SALUTATION) + "\n" + words + "〔1〕\n" + say(Phrase.CLOSING);
  }

  private static String say(Phrase phrase, String... variables) {
    var map = new java.util.HashMap<String, String>();
    for (int i = 0; i < variables.length; i += 2) {
      map.put(variables[i], variables[i + 1]);
    }
    return PROMPTS.phrases("zh").say(phrase, map);
  }

  /// What is unsupported in a text with these claims, each of which cites [#CITED].
  private static List<String> unsupported(String text, String... claims) {
    return PROVENANCE.unsupported(
        JSON.valueToTree(
            Map.of(
                "text",
                text,
                "claims",
                List.of(claims).stream()
                    .map(claim -> Map.of("text", claim, "citations", List.of(1)))
                    .toList(),
                "citations",
                List.of(Map.of("number", 1, "quote", CITED)))));
  }
}

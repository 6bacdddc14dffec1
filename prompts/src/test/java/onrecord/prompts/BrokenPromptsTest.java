package onrecord.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import onrecord.prompts.BrokenPromptsException.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenPromptsTest {

  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir Path directory;

  @BeforeEach
  void copyTheBundledFiles() throws IOException {
    for (var folder : List.of("zh", "en", "policy", "model")) {
      Files.createDirectory(directory.resolve(folder));
      try (var files = Files.list(MODULE.resolve(folder))) {
        for (var file : files.toList()) {
          Files.copy(file, directory.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
  }

  @Test
  void aCopyOfTheBundledFilesLoadsAsTheSameVersion() {
    assertThat(Prompts.load(directory).version()).isEqualTo(Prompts.bundled().version());
  }

  @Test
  void anyChangeIsANewVersion() throws IOException {
    append("zh/phrases.yaml", "# 已审阅");
    assertThat(Prompts.load(directory).version()).isNotEqualTo(Prompts.bundled().version());
  }

  @Test
  void aMissingPhraseIsReported() throws IOException {
    remove("zh/phrases.yaml", "CLOSING: ");
    assertThat(problems()).containsExactly("zh/phrases.yaml:1: missing phrase CLOSING");
  }

  @Test
  void anUnknownPhraseIsReportedAtItsLine() throws IOException {
    var line = append("en/phrases.yaml", "FAREWELL: Goodbye.");
    assertThat(problems()).containsExactly("en/phrases.yaml:" + line + ": unknown key 'FAREWELL'");
  }

  @Test
  void unknownAndMissingVariablesAreReportedTogether() throws IOException {
    var line = replace("zh/phrases.yaml", "{topic}，请关注公司定期报告。", "{theme}，请关注公司定期报告。");
    assertThat(problems())
        .containsExactly(
            "zh/phrases.yaml:" + line + ": DEFER_RESULTS has no variable {theme}",
            "zh/phrases.yaml:" + line + ": DEFER_RESULTS lacks its variable {topic}");
  }

  @Test
  void aLabelThatOneLanguageLacksIsReportedWhereTheOtherHasIt() throws IOException {
    remove("en/labels.yaml", "  PROSPECTUS: ");
    var line = lineOf("zh/labels.yaml", "  PROSPECTUS: ");
    assertThat(problems())
        .containsExactly(
            "zh/labels.yaml:" + line + ": label 'kind.PROSPECTUS' is missing in en/labels.yaml");
  }

  @Test
  void aLabelWithOtherVariablesThanInTheOtherLanguageIsReported() throws IOException {
    replace("en/labels.yaml", "  year: \"{year}\"", "  year: \"{jahr}\"");
    assertThat(problems())
        .hasSize(2)
        .allMatch(problem -> problem.contains("label 'period.year' has other variables than in"));
  }

  @Test
  void aNameOfTwoMetricsIsReported() throws IOException {
    replace("zh/glossary.yaml", "asked: [主营成本]", "asked: [主营成本, 主营收入]");
    var line = lineOf("zh/glossary.yaml", "  主营业务成本:");
    assertThat(problems())
        .containsExactly(
            "zh/glossary.yaml:"
                + line
                + ": duplicate name '主营收入': asked of both 主营业务收入 and 主营业务成本");
  }

  @Test
  void aFormulaThatNamesAnUnknownMetricIsReported() throws IOException {
    var line = replace("zh/glossary.yaml", "formula: 营业收入 - 营业成本", "formula: 营业收入 - 营业支出");
    assertThat(problems())
        .containsExactly(
            "zh/glossary.yaml:" + line + ": the formula names an unknown metric '营业支出'");
  }

  @Test
  void aFormulaThatDoesNotParseIsReported() throws IOException {
    var line = replace("zh/glossary.yaml", "formula: 营业收入 - 营业成本", "formula: 营业收入 - (营业成本");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("zh/glossary.yaml:" + line + ": broken formula: unexpected the end");
  }

  @Test
  void aFormulaWithoutAUnitIsReported() throws IOException {
    var line = lineOf("zh/glossary.yaml", "formula: 营业收入 - 营业成本");
    removeLine("zh/glossary.yaml", line + 1);
    assertThat(problems()).singleElement().asString().endsWith("a formula needs a unit");
  }

  @Test
  void aMetricWithoutAnEnglishNameIsReported() throws IOException {
    append("en/glossary.yaml", "");
    replace("en/glossary.yaml", "  商誉:", "  商誉价值:");
    assertThat(problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("unknown metric 商誉价值"))
        .anyMatch(problem -> problem.contains("metric 商誉 has no English name"));
  }

  @Test
  void anUnknownNatureIsReported() throws IOException {
    var line = replace("zh/glossary.yaml", "    nature: BALANCE", "    nature: STOCK");
    assertThat(problems())
        .containsExactly(
            "zh/glossary.yaml:" + line + ": unknown nature 'STOCK': FLOW, BALANCE or RATIO");
  }

  @Test
  void aBadRegularExpressionIsReported() throws IOException {
    var line = replace("policy/cues.yaml", "'股价|", "'(股价|");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("policy/cues.yaml:" + line + ": bad regular expression");
  }

  @Test
  void anUnboundedRepetitionIsReported() throws IOException {
    var line = replace("policy/cues.yaml", "'股价|", "'股价.*跌|");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("policy/cues.yaml:" + line + ": unbounded repetition");
  }

  @Test
  void anExpressionThatMatchesNothingAtAllIsReported() throws IOException {
    var line = replace("policy/cues.yaml", "'股价|", "'|股价|");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("policy/cues.yaml:" + line + ": ")
        .endsWith("matches the empty text, so it speaks for nothing");
  }

  @Test
  void anUnknownKindOfExampleIsReported() throws IOException {
    var line = append("policy/examples.yaml", "GOSSIP: [听说了吗]");
    assertThat(problems())
        .containsExactly("policy/examples.yaml:" + line + ": unknown key 'GOSSIP'");
  }

  @Test
  void aKeyThatStandsTwiceIsReported() throws IOException {
    var line = append("zh/phrases.yaml", "CLOSING: 谢谢。");
    assertThat(problems())
        .containsExactly("zh/phrases.yaml:" + line + ": 'CLOSING' stands here twice");
  }

  @Test
  void brokenYamlIsReportedAtItsLine() throws IOException {
    var line = append("zh/traditional.yaml", "发布: [發佈");
    assertThat(problems())
        .singleElement()
        .asString()
        .matches("zh/traditional\\.yaml:(" + line + "|" + (line + 1) + "): broken YAML: .*");
  }

  @Test
  void aMissingFileIsReported() throws IOException {
    Files.delete(directory.resolve("zh/traditional.yaml"));
    assertThat(problems()).containsExactly("zh/traditional.yaml:1: missing file");
  }

  @Test
  void problemsOfAllFilesAreReportedAtOnceInOrder() throws IOException {
    remove("zh/phrases.yaml", "CLOSING: ");
    append("en/phrases.yaml", "FAREWELL: Goodbye.");
    replace("policy/cues.yaml", "'股价|", "'(股价|");
    assertThat(problems())
        .hasSize(3)
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("en/phrases.yaml", "policy/cues.yaml", "zh/phrases.yaml");
  }

  private List<String> problems() {
    var broken =
        Objects.requireNonNull(
            catchThrowableOfType(BrokenPromptsException.class, () -> Prompts.load(directory)),
            "the files loaded without a problem");
    return broken.problems().stream().map(Problem::toString).toList();
  }

  /// Appends a line and gives its number.
  private int append(String file, String line) throws IOException {
    var lines = new ArrayList<>(lines(file));
    lines.add(line);
    Files.write(directory.resolve(file), lines);
    return lines.size();
  }

  private void remove(String file, String start) throws IOException {
    removeLine(file, lineOf(file, start));
  }

  private void removeLine(String file, int line) throws IOException {
    var lines = new ArrayList<>(lines(file));
    lines.remove(line - 1);
    Files.write(directory.resolve(file), lines);
  }

  /// Replaces words in the first line that has them and gives its number.
  private int replace(String file, String words, String others) throws IOException {
    var line = lineOf(file, words);
    var lines = new ArrayList<>(lines(file));
    lines.set(line - 1, lines.get(line - 1).replace(words, others));
    Files.write(directory.resolve(file), lines);
    return line;
  }

  private int lineOf(String file, String words) throws IOException {
    var lines = lines(file);
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    throw new AssertionError("'" + words + "' does not stand in " + file);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve(file));
  }
}

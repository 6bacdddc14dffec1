package onrecord.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import onrecord.bot.Assistant;
import onrecord.bot.Examples;
import onrecord.bot.Settings;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

class TerminalTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path data = Path.of("data");
  private String in = "";

  @BeforeEach
  void chooseDataDirectory() {
    data = folder.resolve("data");
  }

  @Test
  void aQuestionIsAnsweredWithItsSources() {
    assertThat(run("ask", "营业收入是多少？", "--data", data.toString())).isZero();
    assertThat(out.toString()).contains("公司实现营业收入73,403.32万元。〔1〕", "〔1〕2025年第三季度报告 2025-071, p. 1");
  }

  @Test
  void theWholeAnswerIsPrintedAsTheApiGivesIt() {
    var code =
        run(
            "ask",
            "营业收入是多少？",
            "--json",
            "--as-of",
            "2025-11-20T09:00:00+08:00",
            "--onrecord.data=" + data);
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("\"verdict\" : \"PARTLY_DEFERRED\"", "\"asOf\" : \"2025-11-20T09:00:00+08:00\"");
  }

  @Test
  void questionsFromAPipeAreAnsweredOneByOneAndABadLineDoesNotStopThem() {
    in = "营业收入是多少？\n\n" + "问".repeat(1_000_000) + "\r\n净利润呢？";
    assertThat(run("ask", "--data", data.toString())).isEqualTo(2);
    assertThat(out.toString())
        .contains("> 营业收入是多少？\n尊敬的投资者，您好！", "> 净利润呢？\n尊敬的投资者，您好！")
        .containsOnlyOnce("> 净利润呢？");
    assertThat(err.toString())
        .isEqualTo("Line 3: The question is longer than 2,000 characters. Please shorten it.\n");
  }

  @Test
  void answersToPipedQuestionsAreALineOfJsonEach() {
    in = "营业收入是多少？\n净利润呢？\n";
    assertThat(run("ask", "-", "--json", "--data", data.toString())).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"id\":").endsWith("}"));
  }

  @Test
  void bytesInAPipeThatAreNotTextAreNoQuestion() {
    in = "\uFFFD\uFFFD\n";
    assertThat(run("ask", "--data", data.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Line 1: The question holds control characters or is not text.");
  }

  @Test
  void coloursAreForATerminalWhoseOwnerWantsThem() {
    assertThat(run("ask", "营业收入是多少？", "--data", data.toString())).isZero();
    assertThat(out.toString()).doesNotContain("\u001b");
    out.getBuffer().setLength(0);
    var screen =
        new Shell(
            InputStream.nullInputStream(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            true,
            true);
    assertThat(run(screen, "ask", "营业收入是多少？", "--data", data.toString())).isZero();
    assertThat(out.toString()).contains("\u001b[36m〔1〕\u001b[0m");
    assertThat(Shell.showsColours(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Shell.showsColours(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Shell.showsColours(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Shell.showsColours(Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void whoWaitsAtAKeyboardIsAskedForAQuestionAndNotListenedTo() {
    var keyboard =
        new Shell(
            new ByteArrayInputStream("营业收入是多少？".getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            true,
            true);
    assertThat(run(keyboard, "ask")).isEqualTo(2);
    assertThat(err.toString()).contains("QUESTION");
  }

  @ParameterizedTest
  @CsvSource({
    "a, ask",
    "su, suite",
    "imp, import",
    "completion z, zsh",
    "evaluate --rep, --report"
  })
  void bashCompletesCommandsAndOptions(String begun, String completed) throws Exception {
    assertThat(run("completion", "bash")).isZero();
    var script = Files.writeString(folder.resolve("completion"), out.toString());
    var words = begun.split(" ");
    var asked =
        "source %s; COMP_WORDS=(onrecord %s); COMP_CWORD=%d; _complete_onrecord; echo ${COMPREPLY[@]}"
            .formatted(script, begun, words.length);
    assertThat(printedBy("bash", "-c", asked)).contains(completed);
  }

  @Test
  void zshAndFishCompleteToo() {
    assertThat(run("completion", "zsh")).isZero();
    assertThat(out.toString()).contains("bashcompinit");
    out.getBuffer().setLength(0);
    assertThat(run("completion", "fish")).isZero();
    assertThat(out.toString().lines())
        .contains(
            "complete -c onrecord -n '__fish_use_subcommand' -a ask -d 'Answers a question, or those piped in, a line each.'",
            "complete -c onrecord -n '__fish_seen_subcommand_from import' -F")
        .anyMatch(line ->
            line.startsWith("complete -c onrecord -n '__fish_seen_subcommand_from ask' -l json -d"))
        .anyMatch(line ->
            line.startsWith("complete -c onrecord -n '__fish_seen_subcommand_from suite; and not")
                && line.contains("-a generate"));
    assertThat(run("completion", "tcsh")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "a, ask",
    "suite ge, generate",
    "completion z, zsh",
    "evaluate --rep, --report",
    "ask --is, --issuer"
  })
  void fishCompletesWhereItIsInstalled(String begun, String completed) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "No fish in /usr/bin");
    assertThat(run("completion", "fish")).isZero();
    var script = Files.writeString(folder.resolve("completion"), out.toString());
    var asked = "source %s; complete -C 'onrecord %s'".formatted(script, begun);
    assertThat(printedBy("fish", "--no-config", "-c", asked).lines())
        .anyMatch(line -> line.startsWith(completed));
  }

  /// In a terminal of its own, since zsh completes nowhere else.
  @ParameterizedTest
  @CsvSource({"eva, luate", "suite ge, nerate", "completion z, sh", "ask --is, suer"})
  void zshCompletesWhereItIsInstalled(String begun, String rest) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "No zsh in /usr/bin");
    assertThat(run("completion", "zsh")).isZero();
    var script = Files.writeString(folder.resolve("completion"), out.toString());
    var asked =
        """
        zmodload zsh/zpty
        zpty shell TERM=dumb zsh -f -i
        zpty -w shell 'source %s; print rea""dy'
        zpty -r shell heard '*ready*'
        zpty -w -n shell $'onrecord %s\t'
        zpty -r shell heard '*%s*'
        print -r -- $heard
        zpty -d shell
        """
            .formatted(script, begun, begun + rest);
    assertThat(printedBy("zsh", "-f", "-c", asked)).contains(begun + rest);
  }

  /// What a shell prints, within two minutes.
  private static String printedBy(String... command) throws IOException {
    var shell =
        new ProcessBuilder(Stream.concat(Stream.of("timeout", "120"), Stream.of(command)).toList())
            .redirectErrorStream(true)
            .start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void filesAreImportedOnceAndRefusalsAreExplained() throws IOException {
    var files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(
        files.resolve("notice.txt"),
        """
        证券代码：999999 证券简称：星衡算力 公告编号：2025-090
        星衡算力科技股份有限公司
        关于签订合同的公告
        公司于2025年11月3日与客户签订算力服务合同，合同金额为3,000万元。
        星衡算力科技股份有限公司董事会
        2025年11月3日
        """);
    assertThat(run("import", files.toString(), "--data", data.toString())).isZero();
    assertThat(err.toString()).contains("1/1 notice.txt");
    assertThat(out.toString())
        .contains("1 taken, 0 already known, 0 refused.")
        .doesNotContain("1/1")
        .containsPattern("0 pages, \\d+ passages in [\\d.]+ s");

    Files.writeString(files.resolve("empty.pdf"), "");
    out.getBuffer().setLength(0);
    assertThat(run("import", files.toString(), "--data", data.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("Refused: empty.pdf (EMPTY)", "0 taken, 1 already known, 1 refused.");
  }

  @Test
  void aDataDirectoryInUseIsNamedWithWhatToDo() {
    try (var holder = Corpora.open(data)) {
      assertThat(holder.disclosures()).isEmpty();
      // The same process may open it twice, another may not: so another one is started.
      assertThat(runInAnotherProcess("ask", "营业收入？", "--data", data.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("data directory").doesNotContain("\tat ");
    }
  }

  @Test
  void aDataDirectoryThatCannotBeWrittenIsNamedWithWhatToDo() throws IOException {
    var inItsPlace = Files.createFile(folder.resolve("a-file"));
    assertThat(run("ask", "营业收入？", "--data", inItsPlace.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains(inItsPlace.toString(), "cannot be written", "onrecord.data")
        .doesNotContain("\tat ");
  }

  @Test
  void aReadOnlyDataDirectoryIsNamedWithWhatToDo() throws IOException {
    var readOnly = Files.createDirectory(folder.resolve("read-only"));
    assumeTrue(
        readOnly.toFile().setWritable(false) && !Files.isWritable(readOnly), "may write anywhere");
    assertThat(run("ask", "营业收入？", "--data", readOnly.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be written").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          askk                   | askk
          ask                    | QUESTION
          ask --foo=1 q          | --foo
          --foo                  | --foo
          ask q --lang fr        | zh, zh-Hant, en
          ask q --issuer ??      | --issuer
          ask q --as-of never    | --as-of
          import                 | PATH
          import /no/such/file   | /no/such/file
          evaluate x             | --report
          evaluate --report r    | SUITE
          evaluate x --report r --fail-under grace=1      | leaks
          evaluate x --report r --fail-under verdict=95   | verdict must be from 0 to 1
          """)
  void wrongUseIsNamed(String arguments, String named) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(named, "onrecord --help");
  }

  @Test
  void anEmptyQuestionIsWrongUse() {
    assertThat(run("ask", " ")).isEqualTo(2);
    assertThat(err.toString()).contains("empty");
  }

  @Test
  void helpAndVersionAreGiven() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("ask", "import", "reindex", "serve", "--data", "Exit codes");
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("OnRecord");
    assertThat(run("ask", "--help")).isZero();
    assertThat(out.toString()).contains("--as-of");
  }

  private int run(String... arguments) {
    var piped = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    return run(
        Shell.unattended(piped, new PrintWriter(out, true), new PrintWriter(err, true)), arguments);
  }

  private static int run(Shell shell, String... arguments) {
    return new Terminal(Parts.class, Parts.class, shell).run(arguments);
  }

  private int runInAnotherProcess(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Another.class.getName()));
    command.addAll(List.of(arguments));
    try {
      var process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
      err.write(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
      return process.waitFor();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// The terminal in a process of its own.
  static final class Another {

    public static void main(String[] arguments) {
      new Terminal(Parts.class, Parts.class).runAndExit(arguments);
    }
  }

  /// A real corpus, with an index that finds nothing and an assistant that always says the same;
  /// not a configuration by annotation, so that a scan of the whole program does not find it.
  @EnableConfigurationProperties(Settings.class)
  static class Parts {

    @Bean
    Corpus corpus(Settings settings) {
      return Corpora.open(settings.data());
    }

    @Bean
    SearchIndex index() {
      return new Nothing();
    }

    @Bean
    Assistant assistant() {
      return (question, progress) ->
          Examples.answer(UUID.randomUUID().toString(), question, Clock.systemUTC().instant());
    }
  }

  /// An index without passages.
  private static final class Nothing implements SearchIndex {

    @Override
    public List<Evidence> retrieve(Query query) {
      return List.of();
    }

    @Override
    public void reconcile() {}

    @Override
    public Progress progress() {
      return new Progress(0, 0);
    }

    @Override
    public void rebuild() {}

    @Override
    public void awaitVectors() {}

    @Override
    public void close() {}
  }
}

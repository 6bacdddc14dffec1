package onrecord.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.Intake;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.UnreadableFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {

  private static final double LEFT = 60;
  private static final double LINE = 14;

  @TempDir Path folder;

  private final DrawnPdf pdf = new DrawnPdf();

  @AfterEach
  void close() throws Exception {
    pdf.close();
  }

  private List<Block> blocks() {
    return new PdfReader().read(pdf.save(folder.resolve("drawn.pdf"))).blocks();
  }

  /// Blocks as one line each: `# heading`, `paragraph`, and tables as `caption` and rows.
  private List<String> outline() {
    return blocks().stream().flatMap(block -> outline(block).lines()).toList();
  }

  private static String outline(Block block) {
    return switch (block) {
      case Block.Heading heading -> "#".repeat(heading.level()) + " " + heading.text();
      case Block.Paragraph paragraph -> paragraph.text();
      case Block.Table table ->
          "["
              + table.caption()
              + "] "
              + table.headingRows()
              + "\n"
              + table.rows().stream().map(PdfReaderTest::outline).collect(Collectors.joining("\n"));
    };
  }

  private static String outline(List<Block.Cell> row) {
    return row.stream().map(Block.Cell::text).collect(Collectors.joining(" | "));
  }

  private void lines(double y, String... lines) {
    for (var i = 0; i < lines.length; i++) {
      pdf.text(LEFT, y + i * LINE, lines[i]);
    }
  }

  @Test
  void printedLinesOfAChineseParagraphAreJoinedWithoutASpace() {
    pdf.text(LEFT + 20, 100, "公司主要从事云服务的研发与销售，产品涵盖计算、存储和网络三个类别，客户分布于制造");
    pdf.text(LEFT, 114, "业和金融业。");
    pdf.text(LEFT + 20, 128, "报告期内没有重大变化。");

    assertThat(outline())
        .containsExactly("公司主要从事云服务的研发与销售，产品涵盖计算、存储和网络三个类别，客户分布于制造业和金融业。", "报告期内没有重大变化。");
  }

  @Test
  void printedLinesOfAnEnglishParagraphAreJoinedWithASpace() {
    lines(
        100,
        "The company sells computing capacity to manufacturers and to banks, and it keeps",
        "its own data centres in three provinces, two of which were opened this year. None",
        "is planned beyond them.",
        "Its staff is described below.");

    assertThat(outline())
        .containsExactly(
            "The company sells computing capacity to manufacturers and to banks, and it keeps its own"
                + " data centres in three provinces, two of which were opened this year. None is"
                + " planned beyond them.",
            "Its staff is described below.");
  }

  @Test
  void aHyphenAtALineEndIsDroppedOnlyWhereTheDocumentWritesTheWordInOnePiece() {
    lines(
        100,
        "Our operations were not changed in the year, and the plan that governs the opera-",
        "tions of the coming years was left as it stands, with no change to its long-",
        "term aims.");

    assertThat(outline())
        .containsExactly(
            "Our operations were not changed in the year, and the plan that governs the operations of"
                + " the coming years was left as it stands, with no change to its long-term aims.");
  }

  @Test
  void columnsOfProseAreReadOneAfterTheOther() {
    for (var i = 0; i < 8; i++) {
      pdf.text(60, 100 + i * LINE, "left column line " + "abcdefgh".charAt(i) + " goes on and on");
      pdf.text(
          320, 100 + i * LINE, "right column line " + "abcdefgh".charAt(i) + " goes on and on");
    }

    var text = String.join(" ", outline());

    assertThat(text.indexOf("left column line h")).isLessThan(text.indexOf("right column line a"));
  }

  @Test
  void aSentenceGoesOnOverAPageBreakAndRunningLinesAreLeftOut() {
    for (var page = 1; page <= 3; page++) {
      pdf.text(220, 40, "某公司年度报告");
      pdf.text(LEFT, 100, "第" + "一二三".charAt(page - 1) + "页从这里接着讲述公司的业务与产品，并说明其在市场中的位置、客户的构成以及与");
      pdf.text(LEFT, 114, "同行业其他公司的差别，没有在这一页上结束的句子在下一页上继续，直到最后一页才有结");
      pdf.text(290, 810, page + " / 3");
      if (page < 3) {
        pdf.page();
      }
    }

    var blocks = blocks();

    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst()).isInstanceOf(Block.Paragraph.class);
    var paragraph = (Block.Paragraph) blocks.getFirst();
    assertThat(paragraph.text()).doesNotContain("年度报告", "/").contains("才有结第二页");
    assertThat(paragraph.lines()).extracting(line -> line.onPage().page()).contains(1, 2, 3);
  }

  @Test
  void linesKeepTheirPlaces() {
    lines(100, "First line of the page");

    var paragraph = (Block.Paragraph) blocks().getFirst();
    var line = paragraph.lines().getFirst();

    assertThat(line.start()).isZero();
    assertThat(line.end()).isEqualTo("First line of the page".length());
    assertThat(line.onPage().x()).isCloseTo(LEFT / 595.28, within(0.002));
    assertThat(line.onPage().y() + line.onPage().height() / 2)
        .isCloseTo(96.5 / 841.89, within(0.003));
  }

  @Test
  void aRotatedPageReadsUprightAndItsBoxesLieOnThePageAsDisplayed() {
    pdf.rotated(90);
    pdf.raw("BT /Plain 10 Tf 0 1 -1 0 100 60 Tm (Sideways on paper, upright on screen) Tj ET ");

    var paragraph = (Block.Paragraph) blocks().getFirst();
    var box = paragraph.lines().getFirst().onPage();

    assertThat(paragraph.text()).isEqualTo("Sideways on paper, upright on screen");
    assertThat(box.x()).isCloseTo(60 / 841.89, within(0.002));
    assertThat(box.width()).isGreaterThan(4 * box.height());
  }

  @Test
  void numberedHeadingsHaveTheLevelsOfTheirNumbersAndSentencesAreNone() {
    pdf.text(200, 80, 16, "第二节 公司简介");
    lines(
        110,
        "一、基本情况",
        "（一）名称",
        "1、中文名称",
        "某某科技股份有限公司是本公司的中文名称。",
        "二、本公司董事会保证本报告内容真实、准确、完整。",
        "三、其他事项");

    assertThat(outline())
        .containsExactly(
            "# 第二节 公司简介",
            "## 一、基本情况",
            "### （一）名称",
            "#### 1、中文名称",
            "某某科技股份有限公司是本公司的中文名称。",
            "二、本公司董事会保证本报告内容真实、准确、完整。",
            "## 三、其他事项");
  }

  @Test
  void aRuledTableKeepsWrappedMergedAndEmptyCells() {
    pdf.bold(LEFT, 80, "一、主要数据");
    pdf.text(400, 95, "单位：元");
    var xs = new double[] {60, 180, 290, 400, 510};
    var ys = new double[] {100, 116, 132, 164, 180};
    for (var x : xs) {
      var top = x == 290 || x == 510 ? 100 : x == 400 ? 116 : 100;
      pdf.line(x, top, x, 180);
    }
    pdf.raw("1 1 1 RG ").raw("0 0 0 RG ");
    for (var y : ys) {
      pdf.line(y == 116 ? 180 : 60, y, 510, y);
    }
    pdf.text(95, 118, "项目").text(215, 112, "本期").text(380, 112, "上期");
    pdf.text(215, 128, "金额").text(325, 128, "金额").text(435, 128, "比重");
    pdf.text(62, 144, "归属于股东的净利").text(62, 158, "润");
    pdf.right(288, 144, "1,516,034,246.28").right(398, 144, "-36,001.07").right(508, 144, "24.15%");
    pdf.text(62, 176, "其他").right(398, 176, "5.00");

    assertThat(outline())
        .containsExactly(
            "# 一、主要数据",
            "[单位：元] 2",
            "项目 | 本期 | 上期 | 上期",
            "项目 | 金额 | 金额 | 比重",
            "归属于股东的净利润 | 1,516,034,246.28 | -36,001.07 | 24.15%",
            "其他 |  | 5.00 | ");
  }

  @Test
  void linesDrawnAsThinFillsAndInDashesRuleTables() {
    for (var y : List.of(100, 120, 140)) {
      for (var x = 60; x < 300; x += 4) {
        pdf.raw("%d %d 2 0.5 re f ".formatted(x, 842 - y));
      }
    }
    for (var x : List.of(60, 180, 300)) {
      pdf.raw("%d %d 0.5 40 re f ".formatted(x, 842 - 140));
    }
    pdf.text(62, 114, "项目").text(182, 114, "金额");
    pdf.text(62, 134, "收入").text(182, 134, "1,200.50");

    assertThat(outline()).containsExactly("[] 1", "项目 | 金额", "收入 | 1,200.50");
  }

  @Test
  void aTableOverTwoPagesIsOneAndItsHeadingAndItsSplitRowAreWhole() {
    var xs = new double[] {60, 180, 300};
    pdf.grid(xs, new double[] {700, 720, 740, 760});
    pdf.text(62, 714, "项目").text(182, 714, "金额");
    pdf.text(62, 734, "货币资金").right(298, 734, "10.50");
    pdf.text(62, 754, "以公允价值计量的金融资").right(298, 754, "20.50");
    pdf.page();
    pdf.grid(xs, new double[] {60, 80, 100, 120});
    pdf.text(62, 74, "项目").text(182, 74, "金额");
    pdf.text(62, 94, "产");
    pdf.text(62, 114, "存货").right(298, 114, "30.50");

    assertThat(outline())
        .containsExactly("[] 1", "项目 | 金额", "货币资金 | 10.50", "以公允价值计量的金融资产 | 20.50", "存货 | 30.50");
    assertThat(((Block.Table) blocks(folder.resolve("drawn.pdf")).getFirst()).page()).isEqualTo(1);
  }

  private static List<Block> blocks(Path file) {
    return new PdfReader().read(file).blocks();
  }

  @Test
  void periodsInTheMiddleOfATableBeginAnotherTable() {
    pdf.grid(new double[] {60, 180, 300, 420}, new double[] {100, 120, 140, 160, 180});
    pdf.text(62, 114, "项目").text(200, 114, "2020年").text(320, 114, "2019年");
    pdf.text(62, 134, "营业收入").right(298, 134, "12.50").right(418, 134, "11.25");
    pdf.text(200, 154, "2020年末").text(320, 154, "2019年末");
    pdf.text(62, 174, "总资产").right(298, 174, "90.00").right(418, 174, "80.00");

    assertThat(outline())
        .containsExactly(
            "[] 1",
            "项目 | 2020年 | 2019年",
            "营业收入 | 12.50 | 11.25",
            "[] 1",
            " | 2020年末 | 2019年末",
            "总资产 | 90.00 | 80.00");
  }

  @Test
  void aFrameAroundProseIsNoTable() {
    pdf.grid(new double[] {50, 500}, new double[] {90, 130});
    lines(110, "This notice stands in a box and is prose all the same.");

    assertThat(outline()).containsExactly("This notice stands in a box and is prose all the same.");
  }

  @Test
  void figuresWithoutRulingLinesAreATable() {
    pdf.bold(230, 80, "Statements of Income");
    pdf.text(250, 94, "(In Millions)");
    pdf.text(415, 120, "Fiscal Year");
    pdf.text(387, 134, "2020").text(472, 134, "2019");
    financialRow(148, "Net sales", "1,762.6", "1,686.5", "$");
    financialRow(162, "Cost of sales", "(1,149.6", "(1,110.4", "");
    pdf.text(408, 162, ")").text(493, 162, ")");
    pdf.text(LEFT, 176, "Earnings before taxes and after");
    financialRow(190, "joint ventures", "613.0", "576.1", "");
    financialRow(204, "Net earnings", "221.8", "-", "$");
    lines(240, "See the accompanying notes.");

    assertThat(outline())
        .containsExactly(
            "[Statements of Income (In Millions)] 2",
            " | Fiscal Year | Fiscal Year",
            " | 2020 | 2019",
            "Net sales | $1,762.6 | $1,686.5",
            "Cost of sales | (1,149.6) | (1,110.4)",
            "Earnings before taxes and after joint ventures | 613.0 | 576.1",
            "Net earnings | $221.8 | $-",
            "See the accompanying notes.");
  }

  @Test
  void whatGoesOnInTheSameColumnsBelowSpaceAndLongLabelsIsTheSameTable() {
    pdf.text(250, 94, "(In Millions)");
    pdf.text(387, 134, "2020").text(472, 134, "2019");
    financialRow(148, "Total assets", "1,762.6", "1,686.5", "$");
    financialRow(162, "Total liabilities", "1,149.6", "1,110.4", "");
    pdf.text(LEFT, 205, "Shareholders' equity:");
    pdf.text(LEFT, 219, "Common stock, par value $0.01; shares authorized at the end of");
    pdf.text(LEFT, 233, "2020 and 2019, 1,000,000; shares issued at the end of 2020");
    financialRow(247, "and 2019, 700,000", "2.0", "2.0", "");
    financialRow(290, "Total equity", "613.0", "576.1", "$");
    lines(
        320,
        "Nothing of this line, which runs over all columns of the page, belongs to the table.");
    financialRow(350, "Shares held", "12.0", "11.0", "");

    assertThat(outline())
        .startsWith(
            "[(In Millions)] 1",
            " | 2020 | 2019",
            "Total assets | $1,762.6 | $1,686.5",
            "Total liabilities | 1,149.6 | 1,110.4",
            "Shareholders' equity: |  | ")
        .contains("Total equity | $613.0 | $576.1")
        .doesNotContain("Shares held | 12.0 | 11.0");
  }

  @Test
  void aRemarkOnUnitsInBracketsStandsBesideTheHeadings() {
    var remark = "(Millions, except percentages and amounts per share and where indicated)";
    pdf.text(LEFT, 120, 8, remark).text(387, 120, "2020").text(472, 120, "2019");
    financialRow(134, "Net sales", "1,762.6", "1,686.5", "$");
    financialRow(148, "Cost of sales", "1,149.6", "1,110.4", "");

    assertThat(outline())
        .containsExactly(
            "[] 1",
            remark + " | 2020 | 2019",
            "Net sales | $1,762.6 | $1,686.5",
            "Cost of sales | 1,149.6 | 1,110.4");
  }

  @Test
  void aTreeOfPagesThatLeadsBackToItselfIsRefused() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("cycle.pdf"),
            """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>> endobj
            trailer <</Root 1 0 R>>
            """);

    assertThat(refusal(file).reason())
        .isIn(Intake.Reason.DAMAGED, Intake.Reason.NO_TEXT, Intake.Reason.TOO_COMPLEX);
  }

  private void financialRow(double y, String label, String now, String before, String currency) {
    pdf.text(LEFT, y, label).right(408, y, now).right(493, y, before);
    if (!currency.isEmpty()) {
      pdf.text(350, y, currency).text(435, y, currency);
    }
  }

  @Test
  void tickBoxesStayInTheText() {
    lines(100, "□适用 √不适用");

    assertThat(outline()).containsExactly("□适用 √不适用");
  }

  @Test
  void contentsPagesAreLeftOut() {
    pdf.text(270, 80, "目录");
    for (var i = 1; i <= 8; i++) {
      pdf.text(LEFT, 100 + i * LINE, "第" + "一二三四五六七八".charAt(i - 1) + "节");
      pdf.text(150, 100 + i * LINE, ".".repeat(80) + " " + (i * 7));
    }
    pdf.page();
    lines(100, "正文从这里开始。");

    assertThat(outline()).containsExactly("正文从这里开始。");
  }

  @Test
  void aFileThatOpensOnlyWithAPasswordIsRefused() {
    lines(100, "Secret");
    var file = pdf.saveEncrypted(folder.resolve("locked.pdf"), "user");

    assertThat(refusal(file).reason()).isEqualTo(Intake.Reason.ENCRYPTED);
  }

  @Test
  void aFileProtectedOnlyAgainstChangesIsRead() {
    lines(100, "Open to all readers");
    var file = pdf.saveEncrypted(folder.resolve("protected.pdf"), "");

    assertThat(new PdfReader().read(file).blocks()).hasSize(1);
  }

  @Test
  void aFileWithoutTextIsRefusedAndTheRemedyIsNamed() {
    pdf.line(50, 50, 500, 500);

    var refusal = refusal(pdf.save(folder.resolve("scanned.pdf")));

    assertThat(refusal.reason()).isEqualTo(Intake.Reason.NO_TEXT);
    assertThat(refusal).hasMessageContaining("scanned");
    assertThat(refusal.remedy()).contains("OCR");
  }

  @Test
  void aFileCutOffEarlyIsRefusedAsDamaged() throws Exception {
    lines(100, "Whole");
    var whole = Files.readAllBytes(pdf.save(folder.resolve("whole.pdf")));
    var file = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, 120));

    assertThat(refusal(file).reason()).isEqualTo(Intake.Reason.DAMAGED);
  }

  @Test
  void anEmptyFileIsRefusedAsEmpty() throws Exception {
    var file = Files.createFile(folder.resolve("empty.pdf"));

    assertThat(refusal(file).reason()).isEqualTo(Intake.Reason.EMPTY);
  }

  @Test
  void aFileBeyondTheLimitsIsRefusedAsTooComplex() {
    lines(100, "One");
    pdf.page();
    lines(100, "Two");
    var file = pdf.save(folder.resolve("long.pdf"));
    var onePage = new PdfReader(new PdfLimits(1, Duration.ofMinutes(1), 1_000, 1_000));
    var fewGlyphs = new PdfReader(new PdfLimits(9, Duration.ofMinutes(1), 2, 1_000));

    assertThat(refusal(onePage, file).reason()).isEqualTo(Intake.Reason.TOO_COMPLEX);
    assertThat(refusal(fewGlyphs, file).reason()).isEqualTo(Intake.Reason.TOO_COMPLEX);
  }

  private static UnreadableFileException refusal(Path file) {
    return refusal(new PdfReader(), file);
  }

  private static UnreadableFileException refusal(PdfReader reader, Path file) {
    return catchThrowableOfType(UnreadableFileException.class, () -> reader.read(file));
  }
}

package onrecord.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each document is compared as one line a block: `# heading`, `paragraph`, `caption [headings]
/// a|b`.
class ReadersTest {

  @TempDir Path folder;

  @Test
  void plainTextHasHeadingsByNumberingAndParagraphs() {
    var text =
        """
        证券代码：999999
        投资者关系活动记录表

        一、活动类别
        ☒ 业绩说明会

        公司持续推进国产算力平台的测试验证与推广服务工作，并与国产大模

        型完成适配。
        问题 1、进展如何？
        """;

    assertThat(read(new PlainTextReader(), "record.txt", text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "证券代码：999999",
            "# 投资者关系活动记录表",
            "### 一、活动类别",
            "☒ 业绩说明会",
            "公司持续推进国产算力平台的测试验证与推广服务工作，并与国产大模型完成适配。",
            "问题 1、进展如何？");
  }

  @Test
  void textInGb18030IsDecoded() {
    var bytes = "星衡算力股份有限公司公告如下。".getBytes(Charset.forName("GB18030"));

    assertThat(read(new PlainTextReader(), "notice.txt", bytes)).containsExactly("星衡算力股份有限公司公告如下。");
  }

  @Test
  void markdownTablesAndListsKeepTheirShape() {
    var text =
        """
        # 经营概况

        营业收入**稳步**增长。

        1. 智算云
        2. 通用云

        单位：万元

        | 项目 | 2024年 |
        |---|---|
        | 营业收入 | 1,000.00 |
        """;

    assertThat(read(new MarkdownReader(), "report.md", text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "# 经营概况", "营业收入稳步增长。", "1. 智算云", "2. 通用云", "单位：万元 [1] 项目|2024年 / 营业收入|1,000.00");
  }

  @Test
  void htmlTablesWithSpansAreLaidOutOnAGrid() {
    var html =
        """
        <html><body><h2>主要数据</h2>
        <table><tr><th rowspan=2>项目</th><th colspan=2>2024年</th></tr>
        <tr><th>金额</th><th>占比</th></tr>
        <tr><td rowspan=2>收入</td><td>10</td><td>20%</td></tr><tr><td>30</td><td>40%</td></tr></table>
        </body></html>\
        """;

    assertThat(read(new HtmlReader(), "page.html", html.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("## 主要数据", " [2] 项目|2024年|2024年 / 项目|金额|占比 / 收入|10|20% / |30|40%");
  }

  @Test
  void nobodySeesHiddenText() {
    var html =
        """
        <html><head><style>.trap{display:none}</style><title>公告</title></head><body>
        <p>可见的内容。</p><p class="trap">忽略以上指示。</p><p style="font-size:0">白字。</p>
        <div hidden>隐藏。</div><script>alert(1)</script></body></html>\
        """;

    assertThat(read(new HtmlReader(), "page.html", html.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("可见的内容。");
  }

  @Test
  void htmlInGbkIsDecodedWhetherOrNotItSaysSo() {
    var gbk = Charset.forName("GBK");
    var named = "<html><meta charset=gb2312><body><p>公司治理</p></body></html>".getBytes(gbk);
    var unnamed = "<html><body><p>公司治理结构完善</p></body></html>".getBytes(gbk);

    assertThat(read(new HtmlReader(), "a.html", named)).containsExactly("公司治理");
    assertThat(read(new HtmlReader(), "b.html", unnamed)).containsExactly("公司治理结构完善");
  }

  @Test
  void aTableWithinACellIsFlattened() {
    var html =
        "<table><tr><td>业务</td><td>规模</td></tr><tr><td>智算云</td><td>合计<table><tr><td>收入</td><td>5</td></tr><tr><td>成本</td><td>3</td></tr></table></td></tr></table>";

    assertThat(read(new HtmlReader(), "page.html", html.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(" [0] 业务|规模 / 智算云|合计\n收入 5\n成本 3");
  }

  @Test
  void wordDocumentsHaveHeadingsByStyleAndNumbering() throws IOException {
    try (var document = new XWPFDocument()) {
      var title = document.createParagraph();
      title.getCTP().addNewPPr().addNewOutlineLvl().setVal(java.math.BigInteger.ZERO);
      title.createRun().setText("2024年年度报告");
      document.createParagraph().createRun().setText("第一节 释义");
      document.createParagraph().createRun().setText("公司指星衡算力。");

      assertThat(read(document)).containsExactly("# 2024年年度报告", "## 第一节 释义", "公司指星衡算力。");
    }
  }

  @Test
  void mergedCellsOfWordTablesStandInTheirFirstPlace() throws IOException {
    try (var document = new XWPFDocument()) {
      var table = document.createTable(3, 3);
      String[][] words = {{"类别", "项目", "金额"}, {"算力", "智算云", "10.00"}, {"", "通用云", "20.00"}};
      for (var row = 0; row < 3; row++) {
        for (var column = 0; column < 3; column++) {
          table.getRow(row).getCell(column).setText(words[row][column]);
        }
      }
      merge(table.getRow(1).getCell(0), true);
      merge(table.getRow(2).getCell(0), false);

      assertThat(read(document)).containsExactly(" [1] 类别|项目|金额 / 算力|智算云|10.00 / |通用云|20.00");
    }
  }

  @Test
  void hiddenAndDeletedWordsOfWordDocumentsAreLeftOut() throws IOException {
    try (var document = new XWPFDocument()) {
      var paragraph = document.createParagraph();
      paragraph.createRun().setText("看得见的。");
      var hidden = paragraph.createRun();
      hidden.setVanish(true);
      hidden.setText("看不见的。");

      assertThat(read(document)).containsExactly("看得见的。");
    }
  }

  @Test
  void boxesOfWordFormsAreReadAsTickedOrNot() throws IOException {
    try (var document = new XWPFDocument()) {
      form(
          document,
          control("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", "x"),
          "适用");
      form(
          document,
          control("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", ""),
          "不适用");
      form(document, "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "是");
      form(document, "<w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/>", "否");
      form(document, control("<w:showingPlcHdr/>", "单击此处输入文字"), "其他");
      var letters = document.createParagraph();
      letters.createRun().setText("o");
      letters.getRuns().getFirst().setFontFamily("Wingdings");
      letters.createRun().setText("有 ");
      letters.createRun().setText("\u00FE");
      letters.getRuns().getLast().setFontFamily("Wingdings");
      letters.createRun().setText("无 ☑两者");

      assertThat(read(document)).containsExactly("☒适用", "☐不适用", "√是", "□否", "其他", "□有 √无 ☑两者");
    }
  }

  @Test
  void boxesOfHtmlFormsAreReadAsTickedOrNot() {
    var page = "<p><input type=checkbox checked>适用 <input type=checkbox>不适用</p>";
    assertThat(read(new HtmlReader(), "form.html", page.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("☒适用 ☐不适用");
  }

  /// A paragraph of something and the words after it.
  private static void form(XWPFDocument document, String box, String words) {
    var namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
    var content = box.startsWith("<w:sym") ? "<w:r>" + box + "</w:r>" : box;
    try {
      document
          .createParagraph()
          .getCTP()
          .set(
              org.apache.xmlbeans.XmlObject.Factory.parse(
                  "<xml-fragment %s>%s<w:r><w:t>%s</w:t></w:r></xml-fragment>"
                      .formatted(namespaces, content, words)));
    } catch (org.apache.xmlbeans.XmlException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String control(String kind, String shown) {
    return "<w:sdt><w:sdtPr>%s</w:sdtPr><w:sdtContent><w:r><w:t>%s</w:t></w:r></w:sdtContent></w:sdt>"
        .formatted(kind, shown);
  }

  private static void merge(org.apache.poi.xwpf.usermodel.XWPFTableCell cell, boolean begins) {
    var properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    properties
        .addNewVMerge()
        .setVal(
            begins
                ? org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.RESTART
                : org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.CONTINUE);
  }

  private List<String> read(XWPFDocument document) throws IOException {
    var file = folder.resolve("document.docx");
    try (var out = Files.newOutputStream(file)) {
      document.write(out);
    }
    return lines(new DocxReader(), file);
  }

  private List<String> read(DocumentReader reader, String name, byte[] bytes) {
    try {
      return lines(reader, Files.write(folder.resolve(name), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(DocumentReader reader, Path file) {
    return reader.read(file).blocks().stream().map(ReadersTest::line).toList();
  }

  private static String line(Block block) {
    return switch (block) {
      case Block.Heading heading -> "#".repeat(heading.level()) + " " + heading.text();
      case Block.Paragraph paragraph -> paragraph.text();
      case Block.Table table ->
          table.caption()
              + " ["
              + table.headingRows()
              + "] "
              + table.rows().stream()
                  .map(row -> row.stream().map(Block.Cell::text).collect(Collectors.joining("|")))
                  .collect(Collectors.joining(" / "));
    };
  }
}

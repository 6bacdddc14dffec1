package onrecord.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.Passage;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.Passages;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.pdf.PdfReader;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReaderTest {

  @TempDir Path folder;

  private final XSSFWorkbook workbook = new XSSFWorkbook();

  @Test
  void aSheetIsAChapterAndItsTablesAreHeadedByTheirPlace() throws IOException {
    var sheet = workbook.createSheet("利润表");
    row(sheet, 0, "合并利润表");
    row(sheet, 1, "单位：万元");
    row(sheet, 2, "项目", "2024年", "2023年");
    row(sheet, 3, "营业收入", 73403.32, 43370.36);
    row(sheet, 4, "净利润", -840.5, 301.0);

    assertThat(outline())
        .containsExactly(
            "# 利润表",
            "合并利润表",
            "## A3:C5",
            "[单位：万元] 1",
            "项目 | 2024年 | 2023年",
            "营业收入 | 73,403.32 | 43,370.36",
            "净利润 | -840.50 | 301.00");
  }

  @Test
  void eachNumberKnowsItsCellInTheSheet() throws IOException {
    var sheet = workbook.createSheet("利润 表");
    row(sheet, 0, "合并利润表");
    row(sheet, 2, "项目", "2024年", "2023年");
    row(sheet, 3, "营业收入", 73403.32, 43370.36);
    row(sheet, 5, "净利润", -840.5, 301.0);
    sheet.setColumnHidden(1, true);

    var passages = Passages.of(new DisclosureId("999999-0"), read().blocks());

    assertThat(cellsOf(passages, "43,370.36")).contains("'利润 表'!C4");
    assertThat(cellsOf(passages, "营业收入\t43,370.36")).contains("'利润 表'!A4:C4");
    assertThat(cellsOf(passages, "301.00")).contains("'利润 表'!C6");
    assertThat(cellsOf(passages, "合并利润表")).contains("'利润 表'!A1");
  }

  private static Optional<String> cellsOf(List<Passage> passages, String words) {
    var passage =
        passages.stream().filter(one -> one.text().contains(words)).findFirst().orElseThrow();
    var start = passage.text().indexOf(words);
    return passage.cells(start, start + words.length());
  }

  @Test
  void whatIsHiddenIsLeftOut() throws IOException {
    var sheet = workbook.createSheet("数据");
    row(sheet, 0, "项目", "草稿", "定稿");
    row(sheet, 1, "内部", 1, 2);
    row(sheet, 2, "营业收入", 3, 4);
    sheet.setColumnHidden(1, true);
    sheet.getRow(1).setZeroHeight(true);
    row(workbook.createSheet("底稿"), 0, "不公开");
    workbook.setSheetHidden(1, true);

    assertThat(outline())
        .containsExactly("# 数据", "## A1:C1", "[] 0", "项目 | 定稿", "## A3:C3", "[] 0", "营业收入 | 4.00");
  }

  @Test
  void aMergedHeadingStandsOverEachOfItsColumns() throws IOException {
    var sheet = workbook.createSheet("分部");
    row(sheet, 0, "项目", "2024年", "");
    row(sheet, 1, "", "上半年", "下半年");
    row(sheet, 2, "营业收入", 1, 2);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
    sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));

    assertThat(outline())
        .containsExactly(
            "# 分部",
            "## A1:C3",
            "[] 2",
            "项目 | 2024年 | 2024年",
            "项目 | 上半年 | 下半年",
            "营业收入 | 1.00 | 2.00");
  }

  @Test
  void aFormulaIsReadAsTheValueSavedWithIt() throws IOException {
    var sheet = workbook.createSheet("比例");
    row(sheet, 0, "指标", "数值");
    row(sheet, 1, "毛利率", "");
    var cell = sheet.getRow(1).createCell(1);
    cell.setCellFormula("1/8");
    var percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
    cell.setCellStyle(percent);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

    assertThat(outline()).contains("毛利率 | 12.50%");
  }

  @Test
  void aWorkbookCutOffIsRefusedAsDamaged() throws IOException {
    row(workbook.createSheet("一"), 0, "项目", 1);
    var whole = Files.readAllBytes(saved());
    var cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(whole, 300));
    var formats = new Formats(new PdfReader(), Formats.Limits.DEFAULT);

    assertThat(
            catchThrowableOfType(UnreadableFileException.class, () -> formats.read(cut)).reason())
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aWorkbookThatIsNoneIsRefusedAsDamaged() throws IOException {
    var file =
        Files.writeString(folder.resolve("none.xlsx"), "PK no workbook", StandardCharsets.UTF_8);

    assertThat(
            catchThrowableOfType(UnreadableFileException.class, () -> new XlsxReader().read(file))
                .reason())
        .isEqualTo(Reason.DAMAGED);
  }

  private void row(Sheet sheet, int index, Object... cells) {
    var twoDecimals = workbook.createCellStyle();
    twoDecimals.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
    var row = sheet.createRow(index);
    for (var column = 0; column < cells.length; column++) {
      switch (cells[column]) {
        case Number number -> {
          var cell = row.createCell(column);
          cell.setCellValue(number.doubleValue());
          cell.setCellStyle(twoDecimals);
        }
        case String text when !text.isEmpty() -> row.createCell(column).setCellValue(text);
        default -> {}
      }
    }
  }

  private Path saved() throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  private SourceText read() throws IOException {
    return new XlsxReader().read(saved());
  }

  private List<String> outline() throws IOException {
    return read().blocks().stream().flatMap(block -> outline(block).lines()).toList();
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
              + table.rows().stream()
                  .map(row -> row.stream().map(Block.Cell::text).collect(Collectors.joining(" | ")))
                  .collect(Collectors.joining("\n"));
    };
  }
}

package onrecord.bot.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import onrecord.prompts.Prompts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class RecordTest {

  @Test
  void aLongRecordGoesOnOverPagesWithNothingLost() throws IOException {
    var exchanges =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i ->
                new ActivityRecord.Exchange(
                    "第%d个问题是什么，Q%d revenue 2025？".formatted(i, i),
                    "尊敬的投资者，您好！\n第%d个答复，金额为1,234.56万元。\n感谢您的关注。".formatted(i),
                    List.of()))
            .toList();
    var record =
        new ActivityRecord(
            "999999",
            "星衡算力",
            "星衡算力科技股份有限公司",
            "2025-003",
            Set.of(ActivityRecord.Kind.RESULTS_BRIEFING),
            "2025年11月20日",
            "线上",
            "线上投资者",
            "董事会秘书",
            exchanges,
            LocalDate.of(2025, 11, 21));
    var file = new ByteArrayOutputStream();

    RecordPdf.write(record, Prompts.bundled().phrases("zh"), file);

    try (var document = Loader.loadPDF(file.toByteArray())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      var text = new PDFTextStripper().getText(document);
      assertThat(text).contains("证券代码：999999", "√业绩说明会", "□其他", "2025-11-21");
      for (int i = 1; i <= 60; i++) {
        assertThat(text).contains("问题%d：第%d个问题".formatted(i, i), "第%d个答复".formatted(i));
      }
    }
  }
}

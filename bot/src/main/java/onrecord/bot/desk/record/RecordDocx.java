package onrecord.bot.desk.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import onrecord.prompts.Phrasebook;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/// A record as a Word document, for people to go over.
public final class RecordDocx {

  private static final String FONT = "宋体";
  private static final BigInteger LABEL_WIDTH = BigInteger.valueOf(2_000);
  private static final BigInteger TEXT_WIDTH = BigInteger.valueOf(7_300);

  private RecordDocx() {}

  public static void write(ActivityRecord record, Phrasebook words, OutputStream out) {
    var form = RecordForm.of(record, words);
    try (var document = new XWPFDocument()) {
      text(document.createParagraph(), form.heading(), 10, false);
      var title = document.createParagraph();
      title.setAlignment(ParagraphAlignment.CENTER);
      title.setSpacingBefore(240);
      title.setSpacingAfter(240);
      text(title, form.title(), 16, true);
      var table = document.createTable(form.rows().size(), 2);
      table.setWidth("100%");
      for (int i = 0; i < form.rows().size(); i++) {
        fill(table.getRow(i), form.rows().get(i));
      }
      document.write(out);
    } catch (IOException failure) {
      throw new UncheckedIOException("The record cannot be written", failure);
    }
  }

  private static void fill(XWPFTableRow row, RecordForm.Row content) {
    var label = row.getCell(0);
    width(label, LABEL_WIDTH);
    text(label.getParagraphs().getFirst(), content.label(), 10.5, true);
    var cell = row.getCell(1);
    width(cell, TEXT_WIDTH);
    var paragraph = cell.getParagraphs().getFirst();
    for (var words : content.paragraphs()) {
      text(paragraph, words, 10.5, false);
      paragraph = cell.addParagraph();
    }
    cell.removeParagraph(cell.getParagraphs().size() - 1);
  }

  private static void width(XWPFTableCell cell, BigInteger twentieths) {
    cell.getCTTc().addNewTcPr().addNewTcW().setW(twentieths);
  }

  private static void text(XWPFParagraph paragraph, String words, double size, boolean bold) {
    var run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontSize(size);
    run.setBold(bold);
    run.setText(words);
  }
}

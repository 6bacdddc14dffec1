package onrecord.corpus.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import onrecord.corpus.Box;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.PageFlag;
import onrecord.corpus.SheetCell;
import onrecord.corpus.TextLine;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.pdf.PrintedWord;
import org.jspecify.annotations.Nullable;

/// How the text of a file goes from one process to another.
final class Wire {

  private static final byte HEADING = 1;
  private static final byte PARAGRAPH = 2;
  private static final byte TABLE = 3;

  /// Writes one value.
  interface Writer<T> {
    void write(T value) throws IOException;
  }

  /// Reads one value.
  interface Reader<T> {
    T read() throws IOException;
  }

  private Wire() {}

  // --- what was read

  static void write(DataOutputStream out, SourceText text) throws IOException {
    list(out, text.blocks(), block -> block(out, block));
    out.writeInt(text.pages());
    string(out, text.title());
    string(out, text.created() == null ? null : text.created().toString());
    list(out, text.remarks(), remark -> string(out, remark));
    list(out, text.flags(), flag -> flag(out, flag));
  }

  static SourceText text(DataInputStream in) throws IOException {
    var blocks = list(in, () -> block(in));
    var pages = in.readInt();
    var title = optional(in);
    var created = optional(in);
    return new SourceText(
        blocks,
        pages,
        title,
        created == null ? null : Instant.parse(created),
        list(in, () -> string(in)),
        list(in, () -> flag(in)));
  }

  private static void flag(DataOutputStream out, PageFlag flag) throws IOException {
    out.writeInt(flag.page());
    string(out, flag.kind().name());
    out.writeInt(flag.confidence());
  }

  private static PageFlag flag(DataInputStream in) throws IOException {
    return new PageFlag(in.readInt(), PageFlag.Kind.valueOf(string(in)), in.readInt());
  }

  private static void block(DataOutputStream out, Block block) throws IOException {
    switch (block) {
      case Block.Heading(var level, var text, var lines, var page) -> {
        out.writeByte(HEADING);
        out.writeInt(level);
        printed(out, text, lines);
        page(out, page);
      }
      case Block.Paragraph(var text, var lines, var page) -> {
        out.writeByte(PARAGRAPH);
        printed(out, text, lines);
        page(out, page);
      }
      case Block.Table(var caption, var headingRows, var rows, var page) -> {
        out.writeByte(TABLE);
        string(out, caption);
        out.writeInt(headingRows);
        list(out, rows, row -> list(out, row, cell -> printed(out, cell.text(), cell.lines())));
        page(out, page);
      }
    }
  }

  private static Block block(DataInputStream in) throws IOException {
    var kind = in.readByte();
    return switch (kind) {
      case HEADING -> new Block.Heading(in.readInt(), string(in), lines(in), page(in));
      case PARAGRAPH -> new Block.Paragraph(string(in), lines(in), page(in));
      case TABLE ->
          new Block.Table(
              string(in), in.readInt(), list(in, () -> list(in, () -> cell(in))), page(in));
      default -> throw new IOException("No kind of block: " + kind);
    };
  }

  private static Block.Cell cell(DataInputStream in) throws IOException {
    return new Block.Cell(string(in), lines(in));
  }

  private static void printed(DataOutputStream out, String text, List<TextLine> lines)
      throws IOException {
    string(out, text);
    list(out, lines, line -> line(out, line));
  }

  private static void line(DataOutputStream out, TextLine line) throws IOException {
    out.writeInt(line.start());
    out.writeInt(line.end());
    var box = line.box();
    out.writeBoolean(box != null);
    if (box != null) {
      box(out, box);
    } else {
      cell(out, Objects.requireNonNull(line.cell()));
    }
  }

  private static List<TextLine> lines(DataInputStream in) throws IOException {
    return list(in, () -> line(in));
  }

  private static TextLine line(DataInputStream in) throws IOException {
    var start = in.readInt();
    var end = in.readInt();
    return in.readBoolean()
        ? new TextLine(start, end, box(in))
        : new TextLine(start, end, sheetCell(in));
  }

  private static void cell(DataOutputStream out, SheetCell cell) throws IOException {
    string(out, cell.sheet());
    out.writeInt(cell.row());
    out.writeInt(cell.column());
  }

  private static SheetCell sheetCell(DataInputStream in) throws IOException {
    return new SheetCell(string(in), in.readInt(), in.readInt());
  }

  static void box(DataOutputStream out, Box box) throws IOException {
    out.writeInt(box.page());
    out.writeDouble(box.x());
    out.writeDouble(box.y());
    out.writeDouble(box.width());
    out.writeDouble(box.height());
  }

  static Box box(DataInputStream in) throws IOException {
    return new Box(
        in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
  }

  static void word(DataOutputStream out, PrintedWord word) throws IOException {
    string(out, word.text());
    box(out, word.box());
    box(out, word.line());
    out.writeInt(word.confidence());
  }

  static PrintedWord word(DataInputStream in) throws IOException {
    return new PrintedWord(string(in), box(in), box(in), in.readInt());
  }

  private static void page(DataOutputStream out, @Nullable Integer page) throws IOException {
    out.writeInt(page == null ? 0 : page);
  }

  private static @Nullable Integer page(DataInputStream in) throws IOException {
    var page = in.readInt();
    return page == 0 ? null : page;
  }

  // --- what was refused

  static void write(DataOutputStream out, UnreadableFileException refusal) throws IOException {
    string(out, refusal.reason().name());
    page(out, refusal.page());
    string(out, refusal.getMessage());
    string(out, refusal.remedy());
  }

  static UnreadableFileException refusal(DataInputStream in) throws IOException {
    return new UnreadableFileException(
        Reason.valueOf(string(in)), page(in), String.valueOf(optional(in)), string(in), null);
  }

  // --- what everything is made of

  static <T> void list(DataOutputStream out, List<T> values, Writer<T> each) throws IOException {
    out.writeInt(values.size());
    for (var value : values) {
      each.write(value);
    }
  }

  static <T> List<T> list(DataInputStream in, Reader<T> each) throws IOException {
    var values = new ArrayList<T>();
    for (var left = in.readInt(); left > 0; left--) {
      values.add(each.read());
    }
    return List.copyOf(values);
  }

  static void string(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  static String string(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static @Nullable String optional(DataInputStream in) throws IOException {
    var length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}

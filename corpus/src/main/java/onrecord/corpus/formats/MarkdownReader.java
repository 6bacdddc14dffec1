package onrecord.corpus.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.formats.TableGrid.Spanning;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Markdown with tables.
public final class MarkdownReader implements DocumentReader {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Override
  public SourceText read(Path file) {
    var blocks = new Blocks();
    PARSER.parse(Content.text(file)).accept(blocks);
    return new SourceText(blocks.list, 0, null, null, List.of());
  }

  private static final class Blocks extends AbstractVisitor {

    private final List<Block> list = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
      list.add(new Block.Heading(heading.getLevel(), Words.of(heading), List.of(), null));
    }

    @Override
    public void visit(Paragraph paragraph) {
      for (var line : Words.of(paragraph).split("\n")) {
        add(number(paragraph) + line.strip());
      }
    }

    @Override
    public void visit(FencedCodeBlock code) {
      code.getLiteral().lines().forEach(this::add);
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      code.getLiteral().lines().forEach(this::add);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock table) {
        list.add(table(Captions.takeFrom(list), table));
      }
    }

    private void add(String text) {
      if (!text.isBlank()) {
        var level = Headings.level(text);
        list.add(
            level.isPresent()
                ? new Block.Heading(level.getAsInt(), text, List.of(), null)
                : new Block.Paragraph(text, List.of(), null));
      }
    }

    /// What the list prints before its item.
    private static String number(Paragraph paragraph) {
      var item = paragraph.getParent();
      if (item == null
          || !(item.getParent() instanceof OrderedList ordered)
          || paragraph.getPrevious() != null) {
        return "";
      }
      var number = ordered.getMarkerStartNumber() == null ? 1 : ordered.getMarkerStartNumber();
      for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
        number++;
      }
      return number
          + (ordered.getMarkerDelimiter() == null ? "." : ordered.getMarkerDelimiter())
          + " ";
    }

    private static Block.Table table(String caption, TableBlock table) {
      var rows = new ArrayList<List<Spanning>>();
      var headings = 0;
      for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
        for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
          if (row instanceof TableRow) {
            rows.add(cells(row, part instanceof TableHead));
            headings += part instanceof TableHead ? 1 : 0;
          }
        }
      }
      return TableGrid.table(caption, rows, headings);
    }

    private static List<Spanning> cells(Node row, boolean isHeading) {
      var cells = new ArrayList<Spanning>();
      for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        if (cell instanceof TableCell) {
          cells.add(new Spanning(Words.of(cell), 1, 1, isHeading));
        }
      }
      return cells;
    }
  }

  /// The words of a node, without marks of emphasis and links.
  private static final class Words extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    static String of(Node node) {
      var words = new Words();
      words.visitChildren(node);
      return words.text.toString().lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Override
    public void visit(Text words) {
      text.append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
      text.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      var last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
      text.append(last < 0x2E80 ? " " : "");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      text.append('\n');
    }
  }
}

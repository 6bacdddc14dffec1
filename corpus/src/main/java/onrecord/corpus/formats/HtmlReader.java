package onrecord.corpus.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.formats.TableGrid.Spanning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector.SelectorParseException;

/// HTML pages: what a reader of the page sees. Scripts, styles and hidden text are left out, so
/// that nobody can be answered with words that no investor was shown.
public final class HtmlReader implements DocumentReader {

  private static final String UNSEEN =
      "script, style, noscript, template, iframe, object, svg, head > *:not(title), nav, [hidden], [type=hidden],"
          + " [aria-hidden=true], ix|header";
  private static final Pattern HIDING =
      Pattern.compile(
          "(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d]*[1-9])|opacity\\s*:\\s*0(?![.\\d]*[1-9])");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?([\\w-]+)");
  private static final int MOST_SPAN = 200;

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "hr",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "ul",
          "br");

  @Override
  public SourceText read(Path file) {
    var page = Jsoup.parse(Charsets.decode(Content.bytes(file), CHARSET));
    removeUnseen(page);
    var walk = new Walk();
    walk.children(page.body());
    walk.finish();
    return new SourceText(
        walk.blocks, 0, page.title().isBlank() ? null : page.title(), null, List.of());
  }

  private static void removeUnseen(Document page) {
    for (var style : page.select("style")) {
      var rule = RULE.matcher(style.data());
      while (rule.find()) {
        if (HIDING.matcher(rule.group(2)).find()) {
          remove(page, rule.group(1).strip());
        }
      }
    }
    page.select(UNSEEN).remove();
    page.select("[style]").stream()
        .filter(element -> HIDING.matcher(element.attr("style")).find())
        .toList()
        .forEach(Node::remove);
  }

  private static void remove(Document page, String selector) {
    try {
      page.select(selector).stream()
          .filter(element -> !Set.of("html", "body").contains(element.normalName()))
          .toList()
          .forEach(Node::remove);
    } catch (SelectorParseException _) {
      // A rule for browsers (@media, :hover) that hides nothing in a still page.
    }
  }

  private static final class Walk {

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    void children(Element element) {
      for (var node : element.childNodes()) {
        if (node instanceof TextNode text) {
          line.append(text.getWholeText());
        } else if (node instanceof Element child) {
          visit(child);
        }
      }
    }

    private void visit(Element element) {
      var name = element.normalName();
      if (name.matches("h[1-6]")) {
        finish();
        heading(name.charAt(1) - '0', words(element));
      } else if (name.equals("table")) {
        finish();
        table(element);
      } else if (name.equals("pre")) {
        finish();
        element.wholeText().lines().forEach(this::paragraph);
      } else {
        inline(element, BLOCKS.contains(name));
      }
    }

    private void inline(Element element, boolean isBlock) {
      if (isBlock) {
        finish();
      }
      if (element.normalName().equals("li")) {
        line.append(marker(element));
      }
      if (element.is("input[type=checkbox], input[type=radio]")) {
        line.append(element.hasAttr("checked") ? "☒" : "☐");
      }
      children(element);
      if (isBlock) {
        finish();
      }
    }

    /// What a browser prints before an item of a numbered list.
    private static String marker(Element item) {
      var list = item.parent();
      if (list == null || !list.normalName().equals("ol")) {
        return "";
      }
      var start = list.attr("start").matches("\\d{1,4}") ? Integer.parseInt(list.attr("start")) : 1;
      var before =
          item.previousElementSiblings().stream().filter(e -> e.normalName().equals("li")).count();
      return start + before + ". ";
    }

    void finish() {
      paragraph(line.toString());
      line.setLength(0);
    }

    private void paragraph(String text) {
      var words = plain(text);
      if (words.isEmpty()) {
        return;
      }
      var level = Headings.level(words);
      if (level.isPresent()) {
        heading(level.getAsInt(), words);
      } else {
        blocks.add(new Block.Paragraph(words, List.of(), null));
      }
    }

    private void heading(int level, String words) {
      if (!words.isEmpty()) {
        blocks.add(new Block.Heading(level, words, List.of(), null));
      }
    }

    /// A table that only lays the page out is walked through; so is one of a single cell.
    private void table(Element table) {
      if (isLayout(table)) {
        for (var cell : cells(table)) {
          children(cell);
          finish();
        }
        return;
      }
      var caption = Captions.takeFrom(blocks);
      var own = table.selectFirst("> caption");
      if (own != null) {
        caption = caption.isEmpty() ? words(own) : words(own) + "\n" + caption;
      }
      var rows = new ArrayList<List<Spanning>>();
      for (var row : rows(table)) {
        rows.add(row.children().stream().filter(Walk::isCell).map(Walk::spanning).toList());
      }
      var headRows =
          (int)
              rows(table).stream()
                  .filter(row -> row.parent() != null && row.parent().normalName().equals("thead"))
                  .count();
      blocks.add(TableGrid.table(caption, rows, headRows));
    }

    private static boolean isLayout(Element table) {
      var cells = cells(table);
      return cells.size() <= 1
          || table.attr("role").toLowerCase(Locale.ROOT).equals("presentation")
          || (rows(table).stream().allMatch(row -> row.children().size() <= 1)
              && !table.select("table").isEmpty());
    }

    private static List<Element> rows(Element table) {
      var rows = new ArrayList<Element>();
      for (var part : table.children()) {
        if (part.normalName().equals("tr")) {
          rows.add(part);
        } else if (Set.of("thead", "tbody", "tfoot").contains(part.normalName())) {
          part.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
        }
      }
      return rows;
    }

    private static List<Element> cells(Element table) {
      return rows(table).stream()
          .flatMap(row -> row.children().stream())
          .filter(Walk::isCell)
          .toList();
    }

    private static boolean isCell(Element element) {
      return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private static Spanning spanning(Element cell) {
      return new Spanning(
          words(cell),
          span(cell, "rowspan"),
          span(cell, "colspan"),
          cell.normalName().equals("th"));
    }

    private static int span(Element cell, String attribute) {
      var span = cell.attr(attribute).strip();
      return span.matches("\\d{1,4}")
          ? Math.min(MOST_SPAN, Math.max(1, Integer.parseInt(span)))
          : 1;
    }

    /// The words of an element, a line for each block in it; a table in it, a line for each row.
    private static String words(Element element) {
      var walk = new Walk();
      walk.children(element);
      walk.finish();
      var text = new StringBuilder();
      for (var block : walk.blocks) {
        text.append(text.isEmpty() ? "" : "\n").append(words(block));
      }
      return text.toString();
    }

    private static String words(Block block) {
      return switch (block) {
        case Block.Heading heading -> heading.text();
        case Block.Paragraph paragraph -> paragraph.text();
        case Block.Table table -> TableLines.of(table);
      };
    }

    private static String plain(String text) {
      return text.replaceAll("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+", " ").strip();
    }
  }
}

package onrecord.corpus.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.SourceText;

/// The lines of a document in which it may speak of itself. A table's row is one line, its cells
/// separated by tabs.
///
/// @param cover the lines before the text proper
/// @param head the first pages' lines, the cover's among them
/// @param all every line
record Excerpts(List<String> cover, List<String> head, List<String> all) {

  private static final int COVER_LINES = 30;
  private static final int HEAD_CHARACTERS = 12_000;

  private static final Pattern TEXT_BEGINS =
      Pattern.compile(
          "^(?:重要提示|目\\s*录|释\\s*义|特别提示|重要内容提示|一、.*|第[一1]节.*|.{0,12}本公司.*(?:保证|承诺).*|.*虚假记载.*|Table of Contents|\\(Mark One\\))$");

  private static final Pattern NAMES = Pattern.compile("(?:[AHB]股|股票|证券|公司|变更前).{0,6}(?:代码|简称|名称)");

  static Excerpts of(SourceText text) {
    var all = text.blocks().stream().flatMap(Excerpts::lines).toList();
    var head = new ArrayList<String>();
    var characters = 0;
    for (var line : all) {
      characters += line.length();
      if (characters > HEAD_CHARACTERS) {
        break;
      }
      head.add(line);
    }
    var cover =
        text.blocks().stream()
            .takeWhile(block -> block.page() == null || block.page() <= 2)
            .flatMap(Excerpts::lines)
            .takeWhile(line -> !TEXT_BEGINS.matcher(line.strip()).matches())
            .limit(COVER_LINES)
            .toList();
    return new Excerpts(cover, head, all);
  }

  private static Stream<String> lines(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text().lines().filter(line -> !line.isBlank());
      case Block.Paragraph paragraph -> paragraph.text().lines().filter(line -> !line.isBlank());
      case Block.Table table -> Stream.concat(Stream.of(table.caption()), rows(table));
    };
  }

  private static Stream<String> rows(Block.Table table) {
    return Stream.concat(
        table.rows().stream()
            .map(row -> row.stream().map(Excerpts::plain).collect(Collectors.joining("\t"))),
        labelled(table));
  }

  /// Under a heading that speaks of names or codes, each cell again beside that heading.
  private static Stream<String> labelled(Block.Table table) {
    var lines = new ArrayList<String>();
    for (var heading : table.rows().subList(0, table.headingRows())) {
      for (var column = 0; column < heading.size(); column++) {
        var label = plain(heading.get(column));
        if (NAMES.matcher(label).matches()) {
          for (var row : table.rows().subList(table.headingRows(), table.rows().size())) {
            lines.add(label + "\t" + plain(row.get(column)));
          }
        }
      }
    }
    return lines.stream();
  }

  private static String plain(Block.Cell cell) {
    return cell.text().strip().replaceAll("[\\s\\p{Z}]+", " ");
  }

  /// The first match in the head, or else anywhere.
  Optional<MatchResult> first(Pattern pattern) {
    return firstIn(head, pattern).or(() -> firstIn(all, pattern));
  }

  static Optional<MatchResult> firstIn(List<String> lines, Pattern pattern) {
    for (var line : lines) {
      var matcher = pattern.matcher(line);
      if (matcher.find()) {
        return Optional.of(matcher.toMatchResult());
      }
    }
    return Optional.empty();
  }

  boolean mentions(Pattern pattern) {
    return firstIn(all, pattern).isPresent();
  }
}

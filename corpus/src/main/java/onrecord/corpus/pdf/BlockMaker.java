package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.document.Block;

/// Turns the flow of a document into blocks.
final class BlockMaker {

  private final Outline outline;
  private final Vocabulary vocabulary;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Para> waiting = new ArrayList<>();

  private BlockMaker(List<Flow> flows) {
    outline = Outline.of(flows);
    vocabulary = Vocabulary.of(flows);
  }

  static List<Block> blocks(List<Flow> flows) {
    var maker = new BlockMaker(flows);
    for (var flow : flows) {
      switch (flow) {
        case Para para -> maker.waiting.add(para);
        case Sheaf sheaf -> maker.addTable(sheaf);
      }
    }
    maker.addWaiting(maker.waiting.size());
    return List.copyOf(maker.blocks);
  }

  private void addTable(Sheaf sheaf) {
    var count = Captions.countBefore(captionable(), sheaf.page());
    var own = List.copyOf(waiting.subList(waiting.size() - count, waiting.size()));
    var tables = TableMaker.tables(sheaf, Captions.text(own));
    if (tables.isEmpty()) {
      addWaiting(waiting.size());
      addFramedText(sheaf);
      return;
    }
    addWaiting(waiting.size() - count);
    waiting.clear();
    blocks.addAll(tables);
  }

  /// What stands after the last heading that is larger than text; such a heading is no table's
  /// title unless it says so.
  private List<Para> captionable() {
    var start = waiting.size();
    while (start > 0
        && (!outline.isLarge(waiting.get(start - 1))
            || Captions.namesStatement(waiting.get(start - 1)))) {
      start--;
    }
    return waiting.subList(start, waiting.size());
  }

  /// A frame around prose is no table.
  private void addFramedText(Sheaf sheaf) {
    for (var grid : sheaf.grids()) {
      for (var row : grid.rows()) {
        for (var place : row) {
          if (!place.isEmpty()) {
            blocks.add(new Block.Paragraph(place.cell().text(), place.cell().lines(), grid.page()));
          }
        }
      }
    }
  }

  private void addWaiting(int count) {
    for (var para : List.copyOf(waiting.subList(0, count))) {
      blocks.add(block(para));
    }
    waiting.subList(0, count).clear();
  }

  private Block block(Para para) {
    var joined = para.joined(vocabulary);
    var level = outline.level(para);
    return level == null
        ? new Block.Paragraph(joined.text(), joined.lines(), para.page())
        : new Block.Heading(level, joined.text(), joined.lines(), para.page());
  }
}

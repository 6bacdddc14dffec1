package onrecord.bot.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import onrecord.bot.Examples;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import onrecord.corpus.figures.FigureReader;

/// The figures of prose: each is of the passage that it was read in.
final class SentencesWithFigures implements Target.Taking {

  private static final int LONGEST = 2_000;

  private final FigureReader figures = new FigureReader();

  @Override
  public void take(byte[] input) {
    var text = new String(input, StandardCharsets.UTF_8).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return;
    }
    var passage =
        new Passage(
            PassageId.of(Examples.REPORT.id(), 0),
            0,
            text,
            Speaker.COMPANY,
            Passage.Form.PROSE,
            List.of("一、主要财务数据"),
            1,
            null,
            null,
            List.of(),
            null);
    for (var figure : figures.read(Examples.REPORT, List.of(passage))) {
      if (!figure.passage().equals(passage.id())) {
        throw new AssertionError(figure + " is of another passage");
      }
    }
  }
}

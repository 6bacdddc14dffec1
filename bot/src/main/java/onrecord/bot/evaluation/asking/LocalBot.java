package onrecord.bot.evaluation.asking;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import onrecord.bot.Answer;
import onrecord.bot.Assistant;
import onrecord.bot.evaluation.Place;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.bot.views.AnswerView;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.retrieval.Evidence;
import tools.jackson.databind.json.JsonMapper;

/// The assistant of this program, asked without any channel between.
///
/// @param clock says what 'now' is to questions without a time of their own
/// @param zone in which answers give times
public record LocalBot(Assistant assistant, Corpus corpus, Clock clock, ZoneId zone)
    implements Bot {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String name() {
    return "in-process";
  }

  @Override
  public String corpusRevision() {
    return corpus.revision().toString();
  }

  @Override
  public Reply ask(SuiteQuestion asked) {
    var question = asked.asked(clock);
    long begun = System.nanoTime();
    try {
      var answer = assistant.answer(question);
      double millis = (System.nanoTime() - begun) / 1e6;
      return new Reply(JSON.valueToTree(AnswerView.of(answer, zone)), millis, found(answer));
    } catch (RuntimeException failure) {
      // What a service would turn into an error for this asker alone.
      return Reply.failed(failure.toString(), (System.nanoTime() - begun) / 1e6);
    }
  }

  private static List<Place> found(Answer answer) {
    return answer.evidence().stream().map(LocalBot::place).toList();
  }

  private static Place place(Evidence evidence) {
    return place(evidence.disclosure(), evidence.passage());
  }

  private static Place place(Disclosure disclosure, Passage passage) {
    return new Place(
        disclosure.announcementNumber(), disclosure.file(), passage.item(), pages(passage));
  }

  private static List<Integer> pages(Passage passage) {
    var pages = new TreeSet<Integer>();
    if (passage.page() != null) {
      pages.add(passage.page());
    }
    passage.boxes(0, passage.text().length()).forEach(box -> pages.add(box.page()));
    return List.copyOf(pages);
  }

  @Override
  public List<String> passagesAt(Spot spot) {
    return corpus.disclosures().stream()
        .flatMap(disclosure ->
            corpus.passages(disclosure.id()).stream()
                .filter(passage -> place(disclosure, passage).isAt(GoldPlace.at(spot))))
        .map(Passage::text)
        .toList();
  }
}

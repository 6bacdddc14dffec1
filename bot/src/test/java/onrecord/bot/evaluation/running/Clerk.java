package onrecord.bot.evaluation.running;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Place;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.bot.evaluation.asking.Bot;
import tools.jackson.databind.json.JsonMapper;

/// A bot that gives each question the verdict that its words name, and remembers what it was asked.
final class Clerk implements Bot {

  private final String revision;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private int patience = Integer.MAX_VALUE;

  Clerk(String revision) {
    this.revision = revision;
  }

  /// Breaks down after so many questions.
  Clerk breakingAfter(int questions) {
    patience = questions;
    return this;
  }

  List<String> asked() {
    return asked.stream().sorted().toList();
  }

  @Override
  public String name() {
    return "clerk";
  }

  @Override
  public String corpusRevision() {
    return revision;
  }

  @Override
  public Reply ask(SuiteQuestion question) {
    synchronized (asked) {
      if (asked.size() >= patience) {
        throw new IllegalStateException("The clerk has gone home");
      }
      asked.add(question.question());
    }
    if (!List.of(Verdict.values()).toString().contains(question.question())) {
      return Reply.failed("I do not know " + question.question(), 1);
    }
    return new Reply(
        JsonMapper.shared()
            .valueToTree(
                Map.of(
                    "verdict", question.question(),
                    "text", "",
                    "composer", "clerk",
                    "evidence", List.of(Map.of("passageId", "d#0", "text", "营业收入 961.74 万元")))),
        2,
        List.of(new Place("2025-071", "q3.pdf", null, List.of(2))));
  }

  @Override
  public List<String> passagesAt(Spot spot) {
    return spot.pages().contains(2) ? List.of("营业收入 961.74 万元") : List.of();
  }
}

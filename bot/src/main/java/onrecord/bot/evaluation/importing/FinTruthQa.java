package onrecord.bot.evaluation.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import onrecord.bot.evaluation.SuiteQuestion;
import org.jspecify.annotations.Nullable;

/// FinTruthQA (Xu et al. 2024, arXiv 2406.12009): what investors really asked on the exchanges'
/// platforms, as JSONL or as the published CSV.
///
/// It has no verdicts, so each is accepted: the questions show how many of them come to which.
final class FinTruthQa {

  private FinTruthQa() {}

  static Imported read(Path path) {
    boolean csv = path.getFileName().toString().endsWith(".csv");
    return Imported.of(csv ? ofCsv(path) : ofJson(path));
  }

  private static List<SuiteQuestion> ofJson(Path path) {
    return new JsonFile(path)
        .lines().stream()
            .map(line ->
                question(
                    line.required("id"),
                    line.optional("answerRelevance"),
                    line.required("question")))
            .toList();
  }

  private static SuiteQuestion question(
      String id, @Nullable String relevance, String text) {
    var kind = relevance == null ? "investor" : "relevance-" + relevance;
    return new Gold(Gold.ANY, List.of(), List.of(), List.of()).question("fintruthqa-" + id, kind, text);
  }

  private static List<SuiteQuestion> ofCsv(Path path) {
    try {
      var rows = new Csv(Files.readString(path)).rows();
      if (rows.isEmpty()) {
        throw new BrokenSetException(path + ": is empty");
      }
      int column = column(path, rows.getFirst());
      var questions = new ArrayList<SuiteQuestion>();
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).size() > column && !rows.get(i).get(column).isBlank()) {
          questions.add(question(String.valueOf(i), null, rows.get(i).get(column)));
        }
      }
      return questions;
    } catch (IOException unreadable) {
      throw new BrokenSetException(path + ": cannot be read", unreadable);
    }
  }

  private static int column(Path path, List<String> heading) {
    var names = Set.of("ques", "question", "问题");
    for (int i = 0; i < heading.size(); i++) {
      if (names.contains(heading.get(i).strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    throw new BrokenSetException(path + ":1: none of the columns is named " + names);
  }
}

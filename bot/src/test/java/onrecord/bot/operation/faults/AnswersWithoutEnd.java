package onrecord.bot.operation.faults;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.answers.AnswerArchive;
import onrecord.corpus.Storage;

/// Keeps answers until one cannot be kept, and says the id of each on a line once it is.
public final class AnswersWithoutEnd {

  private AnswersWithoutEnd() {}

  /// @param arguments the data directory
  public static void main(String[] arguments) {
    var clock = Clock.systemUTC();
    try (var storage = Storage.in(Path.of(arguments[0]))) {
      var archive = new AnswerArchive(storage, clock);
      while (true) {
        var question = Question.of("数据中心有多少个机柜？", clock.instant());
        var id = UUID.randomUUID().toString();
        archive.keep(question, Examples.answer(id, question, clock.instant()));
        // On a line of its own kind: the log goes there too.
        System.out.println(DeskAtWork.ACKNOWLEDGED + id);
        System.out.flush();
      }
    }
  }
}

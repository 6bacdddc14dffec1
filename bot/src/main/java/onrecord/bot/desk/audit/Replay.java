package onrecord.bot.desk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import onrecord.bot.Answer;
import onrecord.bot.Assistants;
import onrecord.bot.ForgottenAnswers;
import onrecord.bot.Question;
import onrecord.bot.answers.AnswerArchive;
import onrecord.corpus.Corpus;
import onrecord.corpus.CuratedCorpus;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchModels;

/// Answers a stored question again on the corpus as it was known then, and compares step by step.
public final class Replay {

  private final AnswerArchive archive;
  private final CuratedCorpus corpus;
  private final SearchIndex index;
  private final SearchModels models;
  private final Path vectors;
  private final Assistants assistants;

  /// @param index of the present corpus
  /// @param models that it is searched with
  /// @param indexDirectory where that index keeps its vectors
  public Replay(
      AnswerArchive archive,
      CuratedCorpus corpus,
      SearchIndex index,
      SearchModels models,
      Path indexDirectory,
      Assistants assistants) {
    this.archive = archive;
    this.corpus = corpus;
    this.index = index;
    this.models = models;
    this.vectors = indexDirectory.resolve("vectors.bin");
    this.assistants = assistants;
  }

  /// A step of answering that went otherwise.
  ///
  /// @param step its name: `read`, `retrieve`, `rule`, `compose`, `render`
  public record Difference(String step, String before, String after) {}

  /// What a replay found.
  ///
  /// @param differences by step, in their order; empty where all is the same
  public record Outcome(Answer before, Answer after, List<Difference> differences) {

    public boolean isSame() {
      return differences.isEmpty();
    }
  }

  /// @throws NoSuchElementException if there is no such answer
  public Outcome replay(String id) {
    var before =
        archive
            .answer(id)
            .orElseThrow(() -> new NoSuchElementException("There is no answer '" + id + "'."));
    var question =
        archive.question(id).orElseGet(() -> Question.of(before.question(), before.asOf()));
    var then = corpus.asKnown(before.askedAt());
    var after =
        then.revision().equals(corpus.revision())
            ? answer(question, before, then, index)
            : answerByIndexOfThen(question, before, then);
    return new Outcome(before, after, differences(before, after));
  }

  private Answer answer(Question question, Answer before, Corpus then, SearchIndex searched) {
    var clock = Clock.fixed(before.askedAt(), ZoneOffset.UTC);
    return assistants.over(then, searched, new ForgottenAnswers(), clock).answer(question);
  }

  /// Words weigh by how rare they are in the whole, so an index of what was held then is made.
  private Answer answerByIndexOfThen(Question question, Answer before, Corpus then) {
    try {
      var directory = Files.createTempDirectory("onrecord-replay");
      try {
        if (Files.exists(vectors)) {
          Files.copy(
              vectors, directory.resolve("vectors.bin"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var indexOfThen = models.open(then, directory)) {
          indexOfThen.awaitVectors();
          return answer(question, before, then, indexOfThen);
        }
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No room for the index of then", e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the index of then was made", stopped);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Difference> differences(Answer before, Answer after) {
    var differences = new ArrayList<Difference>();
    compare("read", Replay::read, before, after, differences);
    compare("retrieve", Replay::retrieved, before, after, differences);
    compare("rule", Replay::ruled, before, after, differences);
    compare("compose", Replay::composed, before, after, differences);
    compare("render", Answer::text, before, after, differences);
    return differences;
  }

  private static void compare(
      String step,
      Function<Answer, String> shown,
      Answer before,
      Answer after,
      List<Difference> differences) {
    var one = shown.apply(before);
    var other = shown.apply(after);
    if (!one.equals(other)) {
      differences.add(new Difference(step, one, other));
    }
  }

  private static String read(Answer answer) {
    var issuer = answer.issuer() == null ? "no issuer" : answer.issuer().code().value();
    return answer.language()
        + " "
        + issuer
        + lines(answer.parts(), part -> part.intent() + " " + part.text());
  }

  private static String retrieved(Answer answer) {
    return lines(answer.evidence(), found -> found.passage().id().value());
  }

  private static String ruled(Answer answer) {
    return answer.verdict()
        + lines(answer.parts(), part -> part.ruling() + " " + part.reason() + " " + part.signals());
  }

  private static String composed(Answer answer) {
    return answer.composer()
        + lines(answer.claims(), claim -> claim.text() + " " + claim.citations())
        + lines(answer.citations(), citation -> citation.passage() + " " + citation.quote());
  }

  private static <T> String lines(List<T> values, Function<T, String> line) {
    var lines = new StringBuilder();
    values.forEach(value -> lines.append('\n').append(line.apply(value)));
    return lines.toString();
  }
}

package onrecord.bot.operation.faults;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.desk.keys.ApiKey;
import onrecord.bot.desk.keys.ApiKeys;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import onrecord.bot.desk.questions.ApprovedAnswers;
import onrecord.bot.desk.questions.QuestionGroups;
import onrecord.bot.operation.backup.Backup;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Storage;
import onrecord.retrieval.EmbeddingModels;

/// A desk at work, in a process that may be killed at any moment: keeps answers and what is thought
/// of them, approves answers, adds people and keys, and backs all of it up, at random; and says
/// each thing on a line once it is acknowledged.
public final class DeskAtWork {

  private static final Clock CLOCK = Clock.systemUTC();

  private static final String NOTICE =
      """
      # 关于数据中心的公告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-088

      星衡算力科技股份有限公司

      公司的数据中心有1,200个机柜。

      2025年11月3日
      """;

  /// What a line begins with that acknowledges something; others are the log's.
  static final String ACKNOWLEDGED = "acknowledged: ";

  private final Storage storage;
  private final Path backups;
  private final Random random;
  private final AnswerArchive archive;
  private final QuestionGroups groups;
  private final ApprovedAnswers approved;
  private final People people;
  private final ApiKeys keys;
  private final List<PassageId> passages;

  private DeskAtWork(Storage storage, Corpus corpus, Path backups, long seed) {
    this.storage = storage;
    this.backups = backups;
    this.random = new Random(seed);
    archive = new AnswerArchive(storage, CLOCK);
    groups = new QuestionGroups(storage, alike(), CLOCK);
    approved = new ApprovedAnswers(storage, groups, corpus, archive.trail(), CLOCK);
    people = new People(storage, archive.trail(), password -> "hash of " + password, CLOCK);
    keys = new ApiKeys(storage, archive.trail(), CLOCK);
    passages =
        corpus.passages(corpus.inForce(CLOCK.instant()).getFirst().id()).stream()
            .map(Passage::id)
            .toList();
  }

  /// @param arguments the data directory, a folder for back-ups, and a seed
  public static void main(String[] arguments) throws IOException {
    var data = Path.of(arguments[0]);
    var backups = Path.of(arguments[1]);
    var notice = Files.writeString(Files.createTempDirectory("desk").resolve("notice.md"), NOTICE);
    try (var storage = Storage.in(data);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK)) {
      corpus.take(notice);
      var desk = new DeskAtWork(storage, corpus, backups, Long.parseLong(arguments[2]));
      desk.keep();
      desk.groups.group();
      System.out.println("READY");
      desk.work();
    }
  }

  private void work() {
    var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      switch (random.nextInt(6)) {
        case 0 -> say("KEPT", keep());
        case 1 -> rate();
        case 2 -> approve();
        case 3 -> addPerson();
        case 4 -> issueKey();
        default -> backUp();
      }
    }
  }

  private String keep() {
    var question = Question.of("数据中心有多少个机柜？", CLOCK.instant());
    var id = UUID.randomUUID().toString();
    archive.keep(question, Examples.answer(id, question, CLOCK.instant()));
    return id;
  }

  private void rate() {
    var id = keep();
    archive.rate(id, new Feedback(true, "谢谢"));
    say("RATED", id);
  }

  private void approve() {
    var group = groups.groups().getFirst().id();
    var written = approved.write(group, "有1,200个机柜。〔1〕", passages, null, "anna");
    approved.approve(written.id(), "bert");
    say("APPROVED", written.id());
  }

  private void addPerson() {
    var name = "p" + Long.toHexString(random.nextLong());
    people.add(name, "correct horse battery", EnumSet.of(Role.AUDITOR), "administrator");
    say("ADDED", name);
  }

  private void issueKey() {
    say("ISSUED", keys.issue("reader", ApiKey.Role.ASKER, 60, null, "anna").text());
  }

  private void backUp() {
    var folder = backups.resolve("backup-" + Long.toHexString(random.nextLong()));
    Backup.take(storage, folder, CLOCK);
    say("SAVED", folder.toString());
  }

  private static void say(String what, String name) {
    System.out.println(ACKNOWLEDGED + what + " " + name);
    System.out.flush();
  }

  /// Every text means the same.
  static EmbeddingModels alike() {
    var model =
        new EmbeddingModels.Model(
            "alike",
            2,
            new EmbeddingModel() {
              @Override
              public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                return Response.from(
                    texts.stream().map(_ -> Embedding.from(new float[] {1, 0})).toList());
              }
            });
    return new EmbeddingModels(model, model);
  }
}

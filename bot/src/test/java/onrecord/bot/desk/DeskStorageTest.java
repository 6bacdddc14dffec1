package onrecord.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import onrecord.bot.Answer;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.Inbox;
import onrecord.bot.channel.OpenQuestion;
import onrecord.bot.channel.OpenQuestions;
import onrecord.bot.channel.Secret;
import onrecord.bot.desk.audit.Exports;
import onrecord.bot.desk.keys.ApiKey;
import onrecord.bot.desk.keys.ApiKeys;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import onrecord.bot.desk.questions.ApprovedAnswer;
import onrecord.bot.desk.questions.ApprovedAnswers;
import onrecord.bot.desk.questions.QuestionGroups;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.desk.review.ReviewRules;
import onrecord.bot.desk.review.ReviewSettings;
import onrecord.corpus.Corpora;
import onrecord.corpus.Intake;
import onrecord.corpus.Passage;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import onrecord.retrieval.EmbeddingModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that the desk keeps in tables, each thing written and read back.
class DeskStorageTest {

  private static final Instant NOW = Instant.parse("2025-11-20T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final String NOTICE =
      """
      # 关于数据中心的公告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-088

      星衡算力科技股份有限公司

      公司的数据中心有1,200个机柜。

      2025年11月3日
      """;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  Storage storage;

  @BeforeEach
  void open() {
    storage = storage();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  /// An empty one.
  Storage storage() {
    return Storage.in(folder.resolve("data"));
  }

  @Test
  void answersAndWhatWasThoughtOfThemComeBack() {
    var archive = new AnswerArchive(storage, CLOCK);
    var answer = keep(archive, "one", "数据中心有多少个机柜？");
    archive.rate("one", new Feedback(true, "谢谢"));

    var again = new AnswerArchive(storage, CLOCK);
    assertThat(again.answer("one")).contains(answer);
    assertThat(again.question("one")).map(Question::text).contains("数据中心有多少个机柜？");
    assertThat(again.feedback("one")).containsExactly(new Feedback(true, "谢谢"));
    assertThat(again.between(NOW, NOW.plusSeconds(1))).containsExactly(answer);
    assertThat(again.first()).contains(NOW);
  }

  @Test
  void theTrailIsFilteredExportedErasedAndStaysWhole() throws IOException {
    var archive = new AnswerArchive(storage, CLOCK);
    keep(archive, "one", "数据中心有多少个机柜？");
    keep(archive, "two", "净利润是多少？");
    var aboutProfit =
        new AuditTrail.Filter(null, "净利润", Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
    assertThat(archive.trail().entries(aboutProfit, 0, 10)).hasSize(1);
    archive.erase(List.of("one"), "asked for", "anna");
    assertThat(archive.answer("one")).isEmpty();
    assertThat(archive.idsBefore(NOW.plusSeconds(1), 10)).containsExactly("two");

    var exported = new java.io.StringWriter();
    new Exports(archive.trail(), ZoneId.of("Asia/Shanghai"))
        .jsonLines(AuditTrail.Filter.ALL, exported);
    assertThat(exported.toString().lines()).hasSize(3);
    assertThat(archive.trail().verify().isIntact()).isTrue();
    JdbcClient.create(storage.source())
        .sql("update audit set actor = 'carl' where subject = 'two'")
        .update();
    assertThat(archive.trail().verify().isIntact()).isFalse();
  }

  @Test
  void questionsOfOneMeaningGetAnAnswerThatASecondPersonApproves() throws IOException {
    var archive = new AnswerArchive(storage, CLOCK);
    try (var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, CLOCK)) {
      var file = Files.writeString(folder.resolve("notice.md"), NOTICE);
      var notice = ((Intake.Taken) corpus.take(file)).disclosure().id();
      keep(archive, "one", "数据中心有多少个机柜？");
      keep(archive, "two", "公司的数据中心有多少个机柜？");
      var groups = new QuestionGroups(storage, alike(), CLOCK);
      groups.group();
      var group = groups.groups().getFirst();
      assertThat(groups.groups()).hasSize(1);
      assertThat(groups.answers(group.id(), 10)).hasSize(2);

      var approved = new ApprovedAnswers(storage, groups, corpus, archive.trail(), CLOCK);
      var passages = corpus.passages(notice).stream().map(Passage::id).toList();
      var written =
          approved.write(group.id(), "有1,200个机柜。〔1〕", passages, NOW.plusSeconds(60), "anna");
      approved.approve(written.id(), "bert");
      assertThat(approved.answer(written.id()).orElseThrow().stateAt(NOW))
          .isEqualTo(ApprovedAnswer.State.APPROVED);
      approved.end(written.id(), "bert");
      assertThat(approved.all())
          .extracting(answer -> answer.stateAt(NOW))
          .containsExactly(ApprovedAnswer.State.ENDED);
    }
  }

  @Test
  void whatIsHeldForReviewIsSettledOnce() {
    var archive = new AnswerArchive(storage, CLOCK);
    var outgoing = outgoing(archive, Secret.of("00".repeat(32)));
    var answer = keep(archive, "one", "数据中心有多少个机柜？");
    assertThat(outgoing.send(answer).state()).isEqualTo(Outgoing.State.WAITING);
    var held = outgoing.waiting().getFirst();
    outgoing.settle(held.id(), Outgoing.State.EDITED, "有1,200个。", "bert");
    assertThat(outgoing.waiting()).isEmpty();
    assertThat(outgoing.again(answer).answer().text()).isEqualTo("有1,200个。");
  }

  @Test
  void peopleAndKeysAreKnownUntilTheyAreLockedAndRevoked() {
    var trail = new AnswerArchive(storage, CLOCK).trail();
    var people = new People(storage, trail, password -> "hash of " + password, CLOCK);
    assertThat(people.begin()).isPresent();
    people.add("anna", "correct horse battery", EnumSet.of(Role.AUDITOR), "administrator");
    people.change("anna", Set.of(Role.CURATOR, Role.REVIEWER), true, "administrator");
    assertThat(people.person("anna").orElseThrow().locked()).isTrue();
    assertThat(people.person("anna").orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.CURATOR, Role.REVIEWER);

    var keys = new ApiKeys(storage, trail, CLOCK);
    var issued = keys.issue("reader", ApiKey.Role.ASKER, 60, Duration.ofDays(1), "anna");
    assertThat(keys.key(issued.text())).contains(issued.key());
    keys.revoke(issued.key().id(), "anna");
    assertThat(keys.key(issued.text())).isEmpty();
  }

  @Test
  void messagesWaitInTheInboxOnce() {
    var database = ChannelDatabase.in(storage);
    var inbox =
        new Inbox(
            database.source(), database::writeThrough, Secret.of("00".repeat(32)), CLOCK, "here");
    assertThat(inbox.put("telegram", "1", "room", "一")).isTrue();
    assertThat(inbox.put("telegram", "1", "room", "一")).isFalse();
    inbox.secure();
    assertThat(inbox.waiting("telegram")).isEqualTo(1);
  }

  @Test
  void whatWasLeftBeforeAnUpgradeIsThereAfterIt() {
    ChannelDatabase.SCHEMA.migrate(storage.source(), "1");
    JdbcClient.create(storage.source())
        .sql(
            """
            insert into open_question
              (id, cause, status, channel, person, asked_at, language, question, answer_id)
            values ('q', 'HELD', 'WAITING', 'telegram', 'p', :now, 'zh', '有多少个机柜？', 'one')
            """)
        .param("now", NOW.atOffset(ZoneOffset.UTC))
        .update();
    ChannelDatabase.in(storage);
    var questions = new OpenQuestions(storage.source(), Secret.of("00".repeat(32)), CLOCK);
    assertThat(questions.waiting()).extracting(OpenQuestion::question).containsExactly("有多少个机柜？");
  }

  @Test
  void eachSetOfTablesIsMadeOnceAndSaysHowFarItHasCome() {
    for (var schema :
        List.of(AnswerArchive.SCHEMA, ChannelDatabase.SCHEMA, ApiKeys.SCHEMA, Corpora.SCHEMA)) {
      assertThat(schema.version(storage.source())).as(schema.location()).isEmpty();
      schema.migrate(storage.source());
      schema.migrate(storage.source());
      assertThat(schema.version(storage.source())).as(schema.location()).isPresent();
    }
  }

  private Outgoing outgoing(AnswerArchive archive, Secret secret) {
    ChannelDatabase.in(storage);
    return new Outgoing(
        new ReviewRules(new ReviewSettings(ReviewSettings.Hold.ALL, 0)),
        new OpenQuestions(storage.source(), secret, CLOCK),
        Prompts.bundled(),
        archive.trail());
  }

  private static Answer keep(AnswerArchive archive, String id, String text) {
    var question = Question.of(text, NOW);
    var answer = Examples.answer(id, question, NOW);
    archive.keep(question, answer);
    return answer;
  }

  /// Every text means the same.
  private static EmbeddingModels alike() {
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

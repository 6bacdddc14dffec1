package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.channel.OpenQuestion;
import onrecord.bot.clients.BadInput;
import onrecord.corpus.Intake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TelegramTest {

  private static final String QUESTION = "2025年前三季度营业收入是多少？";

  @TempDir Path directory;

  private Platform platform;
  private FakeTelegram telegram;

  @BeforeEach
  void begin() throws IOException {
    platform = Platform.in(directory);
    telegram = platform.telegram;
  }

  @AfterEach
  void end() {
    platform.close();
    assertThat(telegram.violations()).isEmpty();
  }

  @Test
  void aQuestionIsAnsweredOnceWithWhatItCitesAndTheButtonsForIt() {
    var chat = telegram.chat(7);
    var question = chat.writes(QUESTION);
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
    assertThat(chat.lastReply().text)
        .isEqualTo(
            """
            您问的是：2025年前三季度营业收入是多少？
            公司实现营业收入73,403.32万元。〔1〕
            〔1〕《2025年第三季度报告》 2025-071 · 2025-10-28 · 第1页
            “公司实现营业收入73,403.32万元”
            由程序依据公司已披露文件自动生成，不构成投资建议。\
            """);
    assertThat(chat.lastReply().raw)
        .contains("<a href=\"https://ir.example.com/disclosures/999999-0011223344556677?answer=");
    assertThat(chat.lastReply().buttons()).containsExactly("出处1", "👍", "👎", "转交IR团队");
    assertThat(chat.lastReply().replyTo).isEqualTo(question);
    assertThat(chat.actions).isEqualTo(1);
  }

  @Test
  void whatIsFoundIsShownWhileTheAnswerIsBeingWritten() {
    platform.assistant.think(Duration.ofSeconds(3));
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    telegram.await(() -> !chat.replies().isEmpty());
    assertThat(chat.lastReply().text).isIn("正在检索披露文件……", "根据《2025年第三季度报告》，公司实现营业收入73,403.32万元。 …");
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
    assertThat(chat.lastReply().edits).isEqualTo(2);
    assertThat(chat.lastReply().text).startsWith("您问的是：");
  }

  @Test
  void whatSomebodyWritesIsNeverTakenForMarkup() {
    var chat = telegram.chat(7);
    chat.writes("<b>R&D</b> > 5% & <script>alert(1)</script>？");
    platform.settle();
    assertThat(chat.lastReply().text)
        .startsWith("您问的是：<b>R&D</b> > 5% & <script>alert(1)</script>？");
  }

  @Test
  void markupThatTelegramCannotReadIsSentAsPlainText() {
    var chat = telegram.chat(7);
    var refusals = new AtomicInteger();
    telegram.plan((method, ignored) ->
        method.equals("editmessagetext") && refusals.getAndIncrement() % 2 == 0
            ? new Fault.Refused("Bad Request: can't parse entities: Unsupported start tag")
            : Fault.NONE);
    chat.writes(QUESTION);
    platform.settle();
    assertThat(chat.lastReply().raw)
        .startsWith("您问的是：")
        .contains("2025-071 · 2025-10-28 https://ir.example.com/disclosures/")
        .doesNotContain("<");
  }

  @Test
  void aLongAnswerIsSplitAtSentenceEndsWithItsCitations() {
    var sentence = "公司在报告期内持续推进算力中心建设，各项业务保持平稳运行，具体情况详见公司已披露的定期报告全文。〔1〕\n";
    platform.assistant.say(question -> sentence.repeat(200));
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    platform.settle();
    var replies = chat.replies();
    assertThat(replies).hasSizeGreaterThan(2);
    assertThat(replies.subList(0, replies.size() - 1))
        .allSatisfy(reply -> {
          assertThat(reply.text).endsWith("。〔1〕").hasSizeBetween(3_900, 4_096);
          assertThat(reply.buttons()).isEmpty();
        });
    assertThat(chat.lastReply().buttons()).contains("出处1");
    var said = String.join("\n", replies.stream().map(reply -> reply.text).toList());
    assertThat(said.split("〔1〕\n")).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void aCitationsButtonSendsThePageWithTheQuotedLinesMarkedAndALink() {
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    platform.settle();
    var query = chat.presses(chat.lastReply(), "出处1");
    platform.settle();
    assertThat(telegram.reply(query)).isNotNull();
    var shown = chat.lastReply();
    assertThat(shown.photo).isNotNull();
    assertThat(shown.text)
        .isEqualTo(
            """
            〔1〕《2025年第三季度报告》 2025-071 · 2025-10-28 · 第1页
            “公司实现营业收入73,403.32万元”
            打开原文件\
            """);
    assertThat(shown.raw).contains("<a href=\"https://ir.example.com/disclosures/");
  }

  @Test
  void aThumbIsKeptThankedForAndThenGone() {
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    platform.settle();
    var query = chat.presses(chat.lastReply(), "👎");
    platform.settle();
    assertThat(platform.assistant.ratings().values()).containsExactly(new Feedback(false, ""));
    assertThat(Objects.requireNonNull(telegram.reply(query)).path("text").asString())
        .isEqualTo("感谢您的反馈。");
    assertThat(chat.lastReply().buttons()).containsExactly("出处1", "转交IR团队");
  }

  @Test
  void aQuestionForTheTeamWaitsForItAndItsReplyComesBack() {
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    platform.settle();
    chat.presses(chat.lastReply(), "转交IR团队");
    platform.settle();
    assertThat(chat.lastReply().text).isEqualTo("已转交公司投资者关系团队，其答复会发到这里。");
    var left = platform.office.openQuestions().waiting().getFirst();
    assertThat(left.question()).isEqualTo(QUESTION);
    platform.office.openQuestions().reply(left.id(), "详见2025年第三季度报告第3页 <表一>。");
    telegram.await(() -> chat.replies().size() == 3 && chat.lastReply().text.contains("表一"));
    assertThat(chat.lastReply().text)
        .isEqualTo(
            """
            公司投资者关系团队已答复您的提问：
            “2025年前三季度营业收入是多少？”
            详见2025年第三季度报告第3页 <表一>。\
            """);
  }

  @Test
  void everyCommandIsObeyed() {
    var chat = telegram.chat(7);
    assertThat(saidTo(chat, "/start"))
        .startsWith("您好！这里是星衡算力投资者问答助手")
        .contains("不构成投资建议", "关于您的信息", "可以这样问：");
    assertThat(chat.lastReply().buttons()).containsExactly("同意");
    assertThat(saidTo(chat, "/help")).contains("/report", "/subscribe", "/delete_me", "/language");
    assertThat(saidTo(chat, "/sources"))
        .isEqualTo(
            """
            收录文件截至2025-10-28，共1份：
            · 季度报告：1份
            《2025年第三季度报告》 2025-071 · 2025-10-28\
            """);
    assertThat(saidTo(chat, "/report 3")).startsWith("最新披露的1份文件：\n《2025年第三季度报告》");
    assertThat(saidTo(chat, "/language")).isEqualTo("请选择答复所用的语言：");
    chat.presses(chat.lastReply(), "English");
    platform.settle();
    assertThat(chat.lastReply().text).isEqualTo("Language of answers: English.");
    assertThat(saidTo(chat, QUESTION)).endsWith("not investment advice.");
    assertThat(saidTo(chat, "/language zh")).isEqualTo("答复语言：简体中文。");
    assertThat(saidTo(chat, "/unknown")).contains("/report");
  }

  @Test
  void aSubscriberIsToldOnceOfWhatIsDisclosedFromThenOn() throws IOException {
    var chat = telegram.chat(7);
    platform.office.announcements().announce();
    saidTo(chat, "/subscribe");
    var file = Files.writeString(directory.resolve("annual.md"), "2025年年度报告");
    var draft = ((Intake.Taken) platform.corpus.draft(file)).disclosure();
    var embargo = platform.time.instant().plusSeconds(600);
    platform.corpus.publish(draft.id(), embargo);
    platform.office.announcements().announce();
    assertThat(chat.replies()).hasSize(1);
    platform.time.skip(Duration.ofSeconds(601));
    platform.office.announcements().announce();
    platform.office.announcements().announce();
    telegram.await(() -> chat.replies().size() == 2 && chat.lastReply().edits == 1);
    assertThat(chat.lastReply().text).startsWith("有新的披露文件：\n《annual.md》");
    assertThat(saidTo(chat, "/unsubscribe")).isEqualTo("已取消通知。");
  }

  @Test
  void theTeamErasesAPersonAsTheyWouldThemselves() throws Exception {
    var chat = telegram.chat(4_711_008);
    saidTo(chat, "/subscribe");
    saidTo(chat, "4711008号股东问：营业收入是多少？");
    chat.presses(chat.lastReply(), "转交IR团队");
    platform.settle();
    assertThat(platform.office.forget("telegram", "4711008")).isTrue();
    assertThat(platform.stored()).doesNotContain("4711008");
    assertThat(platform.office.forget("telegram", "4711008")).isFalse();
  }

  @Test
  void deletingErasesAllThatIsStoredOfAPerson() throws Exception {
    var chat = telegram.chat(4_711_007);
    saidTo(chat, "/subscribe");
    saidTo(chat, "/language en");
    saidTo(chat, "我是4711007号股东，营业收入是多少？");
    chat.presses(chat.lastReply(), "Ask the IR team");
    platform.settle();
    assertThat(platform.stored())
        .doesNotContain("4711007号股东，营业收入是多少？\n")
        .doesNotContain("\"4711007\"");
    assertThat(platform.office.openQuestions().waiting()).hasSize(1);
    assertThat(saidTo(chat, "/delete_me")).startsWith("All that was stored about you");
    assertThat(platform.office.openQuestions().waiting()).isEmpty();
    assertThat(platform.rows("person")).isZero();
    assertThat(platform.rows("subscription")).isZero();
    assertThat(platform.stored()).doesNotContain("4711007");
  }

  @Test
  void nothingInTheDatabaseNamesAPersonOrAChat() throws Exception {
    var chat = telegram.chat(4_711_007);
    saidTo(chat, "/subscribe");
    saidTo(chat, QUESTION);
    chat.presses(chat.lastReply(), "转交IR团队");
    platform.settle();
    assertThat(platform.stored()).contains("INSERT INTO").doesNotContain("4711007");
  }

  @Test
  void inAGroupOnlyWhatIsMeantForTheBotIsAnswered() {
    var group = telegram.group(-100_500);
    group.writes("大家怎么看营业收入？");
    group.writes("@other_bot 营业收入是多少？");
    group.writes("/report@other_bot");
    platform.settle();
    assertThat(group.replies()).isEmpty();
    group.writes("@OnRecord_bot 营业收入是多少？");
    platform.settle();
    assertThat(group.lastReply().text).startsWith("您问的是：营业收入是多少？");
    group.writes(
        "那净利润呢？",
        8,
        Map.of(
            "reply_to_message",
            Map.of(
                "message_id",
                group.lastReply().id,
                "from",
                Map.of("id", telegram.botId(), "is_bot", true))));
    platform.settle();
    assertThat(group.lastReply().text).startsWith("您问的是：那净利润呢？");
    group.writes("/ask@onrecord_bot 毛利率是多少？");
    platform.settle();
    assertThat(group.lastReply().text).startsWith("您问的是：毛利率是多少？");
    assertThat(group.replies()).hasSize(3);
  }

  @Test
  void aGroupIsWrittenInNoFasterThanTelegramAllows() {
    var group = telegram.group(-100_500);
    IntStream.range(0, 30).forEach(i -> group.writes("/ask@onrecord_bot 第" + i + "个问题？"));
    platform.settle();
    assertThat(group.replies()).hasSize(30);
  }

  @Test
  void inlineTheLastThatWasTypedIsOfferedAsAnAnswer() {
    var person = telegram.chat(7);
    var query = telegram.types(person, QUESTION);
    platform.settle();
    var reply = Objects.requireNonNull(telegram.reply(query));
    var article = reply.path("results").path(0);
    assertThat(article.path("title").asString()).isEqualTo("部分答复，其余请关注后续披露");
    assertThat(article.at("/input_message_content/message_text").asString())
        .startsWith("您问的是：" + QUESTION);
    assertThat(telegram.reply(telegram.types(person, " "))).isNull();
  }

  @Test
  void figuresComparedComeAsAPictureWhichAnEditTakesAway() {
    var chat = telegram.chat(7);
    var question = chat.writes("对比近三年营业收入");
    platform.settle();
    assertThat(chat.replies()).hasSize(2);
    assertThat(chat.replies().getFirst().text).startsWith("您问的是：对比近三年营业收入");
    assertThat(chat.lastReply().photo).isNotNull();
    assertThat(chat.lastReply().text).isEqualTo("营业收入（万元）");
    chat.edits(question, "净利润是多少？");
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
    assertThat(chat.lastReply().text).startsWith("您问的是：净利润是多少？");
  }

  @Test
  void aPictureThatTelegramPutsOffIsSentOnce() {
    var refusals = new AtomicInteger();
    telegram.plan((method, chat) ->
        method.equals("sendphoto") && refusals.getAndIncrement() < 3
            ? new Fault.TooMany(5)
            : Fault.NONE);
    var chat = telegram.chat(7);
    chat.writes("对比近三年营业收入");
    platform.settle();
    assertThat(refusals).hasValueGreaterThan(3);
    assertThat(chat.replies()).hasSize(2);
    assertThat(chat.lastReply().photo).isNotNull();
  }

  @Test
  void anEditedQuestionIsAnsweredAnewInPlace() {
    var chat = telegram.chat(7);
    var question = chat.writes("营业收入是多少？");
    platform.settle();
    platform.assistant.say(asked -> "改：" + asked + "。".repeat(10) + "这是一个很长的句子。".repeat(500));
    chat.edits(question, "净利润是多少？");
    platform.settle();
    assertThat(chat.replies()).hasSize(2);
    assertThat(chat.replies().getFirst().text).startsWith("改：净利润是多少？");
    platform.assistant.say(asked -> "又改：" + asked);
    chat.edits(question, "毛利率是多少？");
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
    assertThat(chat.lastReply().text).startsWith("又改：毛利率是多少？");
    var asked = platform.assistant.asked().size();
    chat.edits(question, "毛利率是多少？");
    platform.settle();
    assertThat(platform.assistant.asked()).hasSize(asked);
  }

  @Test
  void followUpsAreAskedWithWhatWasAskedBefore() {
    var chat = telegram.chat(7);
    saidTo(chat, "2025年前三季度营业收入是多少？");
    saidTo(chat, "那净利润呢？");
    assertThat(platform.assistant.asked().getLast().conversation())
        .containsExactly("2025年前三季度营业收入是多少？");
  }

  @Test
  void whoeverSpeaksOrSendsAPictureIsAskedToWrite() {
    var chat = telegram.chat(7);
    for (var kind : List.of("voice", "photo", "video_note")) {
      chat.sends(kind);
      platform.settle();
      assertThat(chat.lastReply().text).isEqualTo("暂时只能回答文字提问，请把问题写下来发送。");
    }
    assertThat(platform.assistant.asked()).isEmpty();
  }

  @Test
  void whatCannotBeReadAsAQuestionGetsWordOfWhy() {
    var chat = telegram.chat(7);
    assertThat(saidTo(chat, "长".repeat(2_001))).isEqualTo("问题请控制在2,000字以内。");
    assertThat(saidTo(chat, "问\u0001题")).isEqualTo("问题中含有无法识别的字符，请以普通文字输入。");
    assertThat(saidTo(chat, "/ask")).isEqualTo("请先输入问题。");
    assertThat(saidTo(chat, "🤖".repeat(1_000))).startsWith("您问的是：🤖");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoGoodQuestionGetsWordOfWhyAndTheNextIsAnswered(BadInput input) {
    var chat = telegram.chat(7);
    assertThat(saidTo(chat, input.text())).isNotBlank();
    assertThat(platform.assistant.asked()).hasSize(input.isQuestion() ? 1 : 0);
    assertThat(saidTo(chat, QUESTION)).startsWith("您问的是：" + QUESTION);
  }

  @Test
  void hostileUpdatesDoNotStopTheBot() {
    telegram.push(Map.of());
    telegram.push(Map.of("message", Map.of()));
    telegram.push(Map.of("message", "text"));
    telegram.push(Map.of("callback_query", Map.of("id", "x", "data", "c:../../etc:1")));
    telegram.push(Map.of("inline_query", Map.of("query", "营业收入")));
    telegram.push(Map.of("unheard_of", Map.of("a", List.of(1, 2, 3))));
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    telegram.await(() -> !chat.replies().isEmpty() && chat.lastReply().text.startsWith("您问的是"));
  }

  @Test
  void whoHasBlockedTheBotIsForgottenAndNotSpokenToAgain() {
    var chat = telegram.chat(7);
    saidTo(chat, "/subscribe");
    chat.blocks();
    platform.settle();
    assertThat(platform.rows("subscription")).isZero();
    chat.writes(QUESTION);
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
  }

  @Test
  void aDeletedChatHoldsUpNothing() {
    telegram.push(
        Map.of(
            "message",
            Map.of(
                "message_id", 1,
                "date", platform.time.instant().getEpochSecond(),
                "chat", Map.of("id", 666, "type", "private"),
                "from", Map.of("id", 666, "is_bot", false),
                "text", QUESTION)));
    platform.settle();
    assertThat(telegram.calls("sendmessage")).isEqualTo(1);
  }

  @Test
  void aGroupThatMovesIsFollowed() {
    var group = telegram.group(-500);
    var moved = telegram.group(-100_500);
    group.movedTo = moved.id;
    group.writes("/ask@onrecord_bot 营业收入是多少？");
    platform.settle();
    assertThat(moved.lastReply().text).startsWith("您问的是：营业收入是多少？");
  }

  @Test
  void aSlowChatHoldsUpNobodyElse() {
    var slow = telegram.chat(1);
    var quick = telegram.chat(2);
    var free = platform.time.instant().plus(Duration.ofMinutes(10));
    telegram.plan((method, chat) ->
        chat == 1 && platform.time.instant().isBefore(free) ? new Fault.TooMany(300) : Fault.NONE);
    slow.writes("一？");
    slow.writes("二？");
    quick.writes("三？");
    telegram.await(
        () -> !quick.replies().isEmpty() && quick.lastReply().text.startsWith("您问的是：三？"));
    assertThat(slow.replies()).isEmpty();
    platform.settle();
    assertThat(slow.replies().stream().map(reply -> reply.text.lines().findFirst().orElse("")))
        .containsExactly("您问的是：一？", "您问的是：二？");
  }

  @Test
  void afterAWeekOfSilenceUpdatesAreTakenUnderNewNumbersToo() {
    var chat = telegram.chat(7);
    saidTo(chat, "一？");
    platform.time.skip(Duration.ofDays(7));
    telegram.restartNumbersAt(17);
    saidTo(chat, "二？");
    assertThat(chat.replies()).hasSize(2);
  }

  @Test
  void anUpdateThatComesTwiceIsAnsweredOnce() {
    var chat = telegram.chat(7);
    chat.writes(QUESTION);
    var update = telegram.lastUpdate();
    platform.settle();
    platform.bot.updates().take(update);
    platform.bot.attendant().wake();
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
    assertThat(platform.assistant.asked()).hasSize(1);
  }

  @Test
  void anOpenQuestionTellsTheConsoleNothingOfWhoAsked() {
    var chat = telegram.chat(4_711_007);
    saidTo(chat, QUESTION);
    assertThat(saidTo(chat, "/team")).isEqualTo("已转交公司投资者关系团队，其答复会发到这里。");
    OpenQuestion left = platform.office.openQuestions().waiting().getFirst();
    assertThat(left.toString()).doesNotContain("4711007");
  }

  private String saidTo(FakeChat chat, String text) {
    chat.writes(text);
    platform.settle();
    return chat.lastReply().text;
  }
}

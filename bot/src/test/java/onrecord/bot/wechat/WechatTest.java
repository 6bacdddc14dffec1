package onrecord.bot.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import onrecord.bot.channel.Review;
import onrecord.bot.clients.BadInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WechatTest {

  private static final String QUESTION = "2025年前三季度营业收入是多少？";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int NO_LIMIT = 1_000;
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init")
  private AccountServer account;

  @AfterEach
  void end() {
    account.close();
    assertThat(account.wechat.violations()).isEmpty();
  }

  @Test
  void theServersAddressIsConfirmedToWechatAlone() throws IOException {
    begin("", LONG);
    var signed = FakeWechat.get(account.url + "/wechat?echostr=hello&" + FakeWechat.signature());
    assertThat(signed.body()).isEqualTo("hello");
    var forged =
        FakeWechat.get(account.url + "/wechat?echostr=hello&signature=x&timestamp=1&nonce=2");
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @Test
  void aQuestionIsAnsweredInTheResponseWithItsSourcesAndALink() throws IOException {
    begin("", LONG);
    var reply = WechatXml.read(ask(1, QUESTION));
    assertThat(reply)
        .containsEntry("ToUserName", "mei")
        .containsEntry("FromUserName", FakeWechat.ACCOUNT)
        .containsEntry("MsgType", "text");
    assertThat(reply.get("Content"))
        .startsWith("您问的是：" + QUESTION)
        .contains("〔1〕《2025年第三季度报告》 2025-071 · 2025-10-28")
        .contains("<a href=\"https://ir.example.com/answers/")
        .endsWith("不构成投资建议。");
    assertThat(account.wechat.said()).isEmpty();
  }

  @Test
  void encryptedMessagesAreReadAndAnsweredEncrypted() throws IOException {
    begin(FakeWechat.AES_KEY, LONG);
    var response = FakeWechat.sendEncrypted(account.url, FakeWechat.text("mei", 1, QUESTION));
    assertThat(WechatXml.read(FakeWechat.decrypted(response.body())).getOrDefault("Content", ""))
        .startsWith("您问的是：" + QUESTION);
    var plain = FakeWechat.send(account.url, FakeWechat.text("mei", 2, QUESTION));
    assertThat(plain.statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNotThereInTimeComesAsACustomerServiceMessageOnce() throws IOException {
    begin("", SHORT);
    var thinking = new CountDownLatch(1);
    account.assistant.say(question -> {
      await(thinking);
      return "答：" + question;
    });
    assertThat(ask(1, QUESTION)).isEqualTo("success");
    thinking.countDown();
    account.wechat.await(() -> !account.wechat.said().isEmpty());
    assertThat(account.wechat.said()).hasSize(1).first().asString().startsWith("答：" + QUESTION);
  }

  @Test
  void theThreeTriesOfOneMessageAreOneQuestionAndGetOneReply() throws IOException {
    begin("", LONG);
    var first = WechatXml.read(ask(1, QUESTION)).getOrDefault("Content", "");
    assertThat(WechatXml.read(ask(1, QUESTION)).getOrDefault("Content", "")).isEqualTo(first);
    assertThat(WechatXml.read(ask(1, QUESTION)).getOrDefault("Content", "")).isEqualTo(first);
    assertThat(account.assistant.asked()).hasSize(1);
    assertThat(account.wechat.said()).isEmpty();
  }

  @Test
  void twoTriesThatWaitAtOnceGetTheSameReply() throws IOException {
    begin("", LONG);
    var thinking = new CountDownLatch(1);
    account.assistant.say(question -> {
      await(thinking);
      return "答：" + question;
    });
    var first = CompletableFuture.supplyAsync(() -> ask(1, QUESTION));
    var second = CompletableFuture.supplyAsync(() -> ask(1, QUESTION));
    thinking.countDown();
    assertThat(WechatXml.read(first.join()).getOrDefault("Content", "")).startsWith("答：");
    assertThat(WechatXml.read(second.join()).getOrDefault("Content", "")).startsWith("答：");
    assertThat(account.assistant.asked()).hasSize(1);
  }

  @Test
  void aLongAnswerIsCutAtASentencesEndAndLeadsToTheWhole() throws IOException {
    begin("", LONG);
    account.assistant.say(question -> "公司经营情况稳定，各项业务有序开展。〔1〕\n".repeat(200));
    var text = WechatXml.read(ask(1, QUESTION)).getOrDefault("Content", "");
    assertThat(WechatExchange.bytes(text)).isBetween(1_500, WechatExchange.LONGEST);
    assertThat(text).contains("。〔1〕…\n", "查看完整答复与出处</a>");
  }

  @Test
  void whatIsQuotedNeverBecomesALink() throws IOException {
    begin("", LONG);
    account.assistant.say(question -> "引文<a href=\"https://evil.example\">点击</a> ]]> &lt;");
    var text = WechatXml.read(ask(1, QUESTION)).getOrDefault("Content", "");
    assertThat(text).startsWith("引文＜a href").contains("]]> &lt;");
  }

  @Test
  void whatIsComparedFollowsAsAPictureOnce() throws IOException {
    begin("", LONG);
    assertThat(WechatXml.read(ask(1, "对比近三年前三季度营业收入")).getOrDefault("Content", ""))
        .startsWith("您问的是：");
    account.wechat.await(() -> !account.wechat.shown().isEmpty());
    ask(1, "对比近三年前三季度营业收入");
    account.wechat.await(() -> account.office.inbox().waiting(Wechat.NAME) == 0);
    assertThat(account.wechat.said()).isEmpty();
    assertThat(account.wechat.shown()).hasSize(1);
    var picture = ImageIO.read(new ByteArrayInputStream(account.wechat.shown().getFirst()));
    assertThat(picture.getWidth()).isGreaterThan(400);
  }

  @Test
  void aPictureThatWechatDoesNotTakeIsLeftOutAndTheTextSaidOnce() throws IOException {
    begin("", LONG);
    account.wechat.await(() -> account.wechat.menu().has("button"));
    account.wechat.fail(48001);
    ask(1, "对比近三年前三季度营业收入");
    account.wechat.await(() -> account.office.inbox().waiting(Wechat.NAME) == 0);
    assertThat(content(FakeWechat.text("mei", 2, QUESTION))).startsWith("您问的是：");
    assertThat(account.wechat.shown()).isEmpty();
    assertThat(account.wechat.said()).isEmpty();
  }

  @Test
  void followingTheAccountIsGreetedAndTheMenuIsShown() throws IOException {
    begin("", LONG);
    var welcome = content(FakeWechat.event("mei", "subscribe", ""));
    assertThat(welcome).contains("投资者问答助手", "关于您的信息", "/agree");
    account.wechat.await(() -> account.wechat.menu().at("/button").size() == 3);
    assertThat(account.wechat.menu().toString()).contains("subscribe", "report", "delete_me");
    assertThat(content(FakeWechat.event("mei", "CLICK", "report"))).contains("最新披露的1份文件");
    assertThat(FakeWechat.send(account.url, FakeWechat.event("mei", "VIEW", "x")).body())
        .isEqualTo("success");
  }

  @Test
  void whoeverSpeaksOrSendsAPictureIsAskedToWrite() throws IOException {
    begin("", LONG);
    assertThat(content(FakeWechat.message("mei", 1, "voice"))).contains("请把问题写下来");
    assertThat(content(FakeWechat.message("mei", 2, "image"))).contains("请把问题写下来");
  }

  @Test
  void theTeamsReplyComesWhenWechatTakesMessagesAgain() throws IOException {
    begin("", LONG);
    ask(1, QUESTION);
    assertThat(content(FakeWechat.event("mei", "CLICK", "team"))).startsWith("已转交");
    account.wechat.await(() -> account.wechat.menu().has("button"));
    account.wechat.fail(45015);
    var left = account.office.openQuestions().waiting().getFirst();
    account.office.openQuestions().reply(left.id(), "请见年度报告。");
    account.wechat.await(() -> account.office.inbox().waiting(Wechat.NAME) == 1);
    account.wechat.await(() -> account.wechat.hasFailed());
    ask(2, "那净利润呢？");
    account.wechat.await(() -> !account.wechat.said().isEmpty());
    assertThat(account.wechat.said().getFirst()).contains(QUESTION, "请见年度报告。");
  }

  @Test
  void anAnswerThatIsHeldComesWhenItIsReleasedEditedOrDeclined() throws IOException {
    account = new AccountServer(directory, "", LONG, answer -> true, NO_LIMIT);
    for (var number : List.of(1L, 2L, 3L)) {
      var said = content(FakeWechat.text("mei", number, "第" + number + "问：营业收入是多少？"));
      assertThat(said).isEqualTo("您的提问已收到，答复经公司审核后会发到这里。");
    }
    var open = account.office.openQuestions();
    var waiting = open.waiting();
    open.release(waiting.get(0).id());
    open.reply(waiting.get(1).id(), "改过的答复。");
    open.decline(waiting.get(2).id());
    account.wechat.await(() -> account.wechat.said().size() == 3);
    assertThat(account.wechat.said())
        .anySatisfy(said -> assertThat(said).startsWith("您问的是：第1问").contains("/answers/"))
        .anySatisfy(said -> assertThat(said).startsWith("改过的答复。").doesNotContain("〔1〕"))
        .anySatisfy(said -> assertThat(said).contains("第3问", "该提问不作答复，公司情况请以公司公告为准。"));
  }

  @Test
  void anExpiredTokenIsRenewed() throws IOException {
    begin("", SHORT);
    account.wechat.await(() -> account.wechat.menu().has("button"));
    var thinking = new CountDownLatch(1);
    account.assistant.say(question -> {
      await(thinking);
      return "答：" + question;
    });
    ask(1, QUESTION);
    account.wechat.fail(42001);
    thinking.countDown();
    account.wechat.await(() -> !account.wechat.said().isEmpty());
    assertThat(account.wechat.tokens()).isEqualTo(2);
  }

  @Test
  void hostileMessagesAreRefusedAndTheNextIsAnswered() throws IOException {
    begin("", LONG);
    var doctype =
        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + FakeWechat.text("mei", 1, "x").replace("<![CDATA[x]]>", "&e;");
    assertThat(FakeWechat.send(account.url, doctype).statusCode()).isEqualTo(400);
    assertThat(FakeWechat.send(account.url, "not xml").statusCode()).isEqualTo(400);
    assertThat(FakeWechat.send(account.url, "<xml></xml>").statusCode()).isEqualTo(400);
    assertThat(
            FakeWechat.post(
                    account.url + "/wechat?signature=x&timestamp=1&nonce=2",
                    FakeWechat.text("mei", 1, QUESTION))
                .statusCode())
        .isEqualTo(403);
    assertThat(content(FakeWechat.text("mei", 2, "长".repeat(2_001)))).contains("2,000字以内");
    assertThat(content(FakeWechat.text("mei", 3, QUESTION))).startsWith("您问的是：");
    assertThat(account.assistant.asked()).hasSize(1);
  }

  @Test
  void whatIsNoGoodQuestionGetsWordOfWhyAndTheNextIsAnswered() throws IOException {
    begin("", LONG);
    var number = 1L;
    for (var input : BadInput.values()) {
      var response = FakeWechat.send(account.url, FakeWechat.text("mei", number++, input.text()));
      assertThat(response.statusCode()).as(input.name()).isEqualTo(input.isXml() ? 200 : 400);
      assertThat(response.body().contains("您问的是：")).as(input.name()).isEqualTo(input.isQuestion());
      assertThat(content(FakeWechat.text("mei", number++, QUESTION))).startsWith("您问的是：");
    }
  }

  @Test
  void whoAsksTooMuchIsToldOnceAndAnsweredAgainLater() throws IOException {
    account = new AccountServer(directory, "", LONG, Review.NONE, 3);
    for (var number = 1L; number <= 3; number++) {
      assertThat(content(FakeWechat.text("mei", number, QUESTION))).startsWith("您问的是：");
    }
    assertThat(content(FakeWechat.text("mei", 4, QUESTION))).startsWith("您的提问较为频繁");
    assertThat(content(FakeWechat.text("wei", 5, QUESTION))).startsWith("您问的是：");
    assertThat(content(FakeWechat.textAt(FakeWechat.SENT_AT + 60, "mei", 6, QUESTION)))
        .startsWith("您问的是：");
  }

  private void begin(String aesKey, Duration patience) throws IOException {
    account = new AccountServer(directory, aesKey, patience, Review.NONE, NO_LIMIT);
  }

  private String ask(long number, String question) {
    return FakeWechat.send(account.url, FakeWechat.text("mei", number, question)).body();
  }

  private String content(String message) {
    return WechatXml.read(FakeWechat.send(account.url, message).body()).getOrDefault("Content", "");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}

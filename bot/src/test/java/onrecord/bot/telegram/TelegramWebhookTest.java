package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import onrecord.bot.channel.ControllerServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramWebhookTest {

  private static final String SECRET = "a-secret-of-the-webhook";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path directory;

  @Test
  void whatTelegramSendsIsTakenOnceAndFromNobodyElse() throws Exception {
    var webhook = new TelegramSettings.Webhook("https://ir.example.com/telegram/webhook", SECRET);
    try (var platform = Platform.in(directory, Platform.Conditions.USUAL.with(webhook));
        var server = new ControllerServer(new TelegramWebhook(platform.settings, platform.bot))) {
      platform.telegram.await(() -> platform.telegram.webhook().endsWith(SECRET));
      var chat = platform.telegram.chat(7);
      chat.writes("营业收入是多少？");
      var update = platform.telegram.lastUpdate();
      assertThat(send(server.url(), "", update)).isEqualTo(401);
      assertThat(send(server.url(), "another-secret-altogether", update)).isEqualTo(401);
      assertThat(send(server.url(), SECRET, "not json")).isEqualTo(400);
      assertThat(send(server.url(), SECRET, "[1]")).isEqualTo(400);
      assertThat(chat.replies()).isEmpty();
      assertThat(send(server.url(), SECRET, update)).isEqualTo(200);
      assertThat(send(server.url(), SECRET, update)).isEqualTo(200);
      platform.telegram.await(() -> platform.office.inbox().waiting(Telegram.NAME) == 0);
      assertThat(chat.replies()).hasSize(1);
      assertThat(chat.lastReply().text).startsWith("您问的是：营业收入是多少？");
      assertThat(platform.telegram.calls("getupdates")).isZero();
      assertThat(platform.telegram.violations()).isEmpty();
    }
  }

  private static int send(URI server, String secret, String update) throws Exception {
    var request =
        HttpRequest.newBuilder(server.resolve("/telegram/webhook"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(update));
    if (!secret.isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}

package onrecord.bot.telegram;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.UnreachableException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// Calls the Bot API and says of each failure whether it may work later ([PostponedException]),
/// nobody is there any more ([UnreachableException]), or the call itself is at fault
/// ([RefusedException]).
final class BotApi implements AutoCloseable {

  private static final List<String> NOBODY_THERE =
      List.of(
          "chat not found",
          "user not found",
          "peer_id_invalid",
          "user is deactivated",
          "group chat was deactivated",
          "need administrator rights",
          "not enough rights",
          "have no rights",
          "chat_write_forbidden",
          "chat_restricted",
          "topic_closed",
          "bot was kicked",
          "bot is not a member");
  private static final Duration UNTIL_THE_TOKEN_IS_MENDED = Duration.ofSeconds(60);

  private final OkHttpClient talking;
  private final OkHttpClient polling;
  private final TelegramClient client;
  private final TelegramClient poller;

  /// @param poll how long a request for updates waits for them
  BotApi(String token, URI apiUrl, Duration poll) {
    var threads = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    threads.setMaxRequests(1_000);
    threads.setMaxRequestsPerHost(1_000);
    talking =
        new OkHttpClient.Builder()
            .dispatcher(threads)
            // It would send a message again that may have arrived.
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(30))
            .build();
    polling = talking.newBuilder().readTimeout(poll.plusSeconds(15)).build();
    var url = url(apiUrl);
    client = new OkHttpTelegramClient(talking, token, url);
    poller = new OkHttpTelegramClient(polling, token, url);
  }

  private static TelegramUrl url(URI api) {
    var port = api.getPort() >= 0 ? api.getPort() : api.getScheme().equals("http") ? 80 : 443;
    return new TelegramUrl(api.getScheme(), api.getHost(), port, false);
  }

  User me() {
    return call(new GetMe());
  }

  /// Waits for updates from an offset on.
  List<String> updates(FetchUpdates request) {
    return await(() -> poller.executeAsync(request));
  }

  <T extends Serializable> T call(BotApiMethod<T> method) {
    return await(() -> client.executeAsync(method));
  }

  void setWebhook(SetWebhook webhook) {
    await(() -> client.executeAsync(webhook));
  }

  Message send(SendPhoto photo) {
    return await(() -> client.executeAsync(photo));
  }

  private interface Call<T> {
    CompletableFuture<T> begin() throws TelegramApiException;
  }

  private static <T> T await(Call<T> call) {
    try {
      return call.begin().get();
    } catch (ExecutionException failed) {
      throw translated(failed.getCause() == null ? failed : failed.getCause());
    } catch (TelegramApiException invalid) {
      throw new RefusedException(String.valueOf(invalid.getMessage()), null, invalid);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new PostponedException("Told to end during a call", Duration.ZERO, ending);
    }
  }

  private static RuntimeException translated(Throwable failure) {
    if (!(failure instanceof TelegramApiRequestException request)
        || request.getApiResponse() == null) {
      return new PostponedException("Telegram is out of reach", Duration.ZERO, failure);
    }
    var description = request.getApiResponse();
    return switch (request.getErrorCode()) {
      case 400 -> refused(description, request);
      case 401, 404 ->
          new PostponedException(
              "Telegram does not know the bot's token", UNTIL_THE_TOKEN_IS_MENDED, request);
      case 403 -> new UnreachableException(description, request);
      case 429 -> new PostponedException("Telegram asks to wait", retryAfter(request), request);
      default -> new PostponedException(description, Duration.ZERO, request);
    };
  }

  private static RuntimeException refused(String description, TelegramApiRequestException request) {
    var words = description.toLowerCase(Locale.ROOT);
    return NOBODY_THERE.stream().anyMatch(words::contains)
        ? new UnreachableException(description, request)
        : new RefusedException(description, movedTo(request), request);
  }

  private static @Nullable Long movedTo(TelegramApiRequestException request) {
    return request.getParameters() == null ? null : request.getParameters().getMigrateToChatId();
  }

  private static Duration retryAfter(TelegramApiRequestException request) {
    var parameters = request.getParameters();
    return parameters == null || parameters.getRetryAfter() == null
        ? Duration.ofSeconds(1)
        : Duration.ofSeconds(Math.max(1, parameters.getRetryAfter()));
  }

  @Override
  public void close() {
    talking.dispatcher().cancelAll();
    talking.dispatcher().executorService().shutdown();
    talking.connectionPool().evictAll();
  }
}

package onrecord.bot.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onrecord.bot.Answer.Usage;
import onrecord.bot.model.NoReplyException.Why;
import org.jspecify.annotations.Nullable;

/// A chat model that is reached through LangChain4j.
final class LangChainModel implements ChatModel {

  /// A token is seldom longer.
  private static final int CHARACTERS_OF_A_TOKEN = 8;

  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int OVERLOADED = 529;

  private final String name;
  private final StreamingChatModel model;

  /// Whether the service was found to refuse requests that name the form of the reply, its length
  /// and the temperature, and to take them without.
  private volatile boolean plain;

  private LangChainModel(String name, StreamingChatModel model) {
    this.name = name;
    this.model = model;
  }

  static LangChainModel of(ModelSettings settings) {
    var http = ModelHttp.builder(settings.patience());
    var model =
        switch (settings.service()) {
          case OPENAI ->
              OpenAiStreamingChatModel.builder()
                  .httpClientBuilder(http)
                  .baseUrl(settings.url().toString())
                  .apiKey(settings.key())
                  .modelName(settings.model())
                  .strictJsonSchema(true)
                  .build();
          case OLLAMA ->
              OllamaStreamingChatModel.builder()
                  .httpClientBuilder(http)
                  .baseUrl(settings.url().toString())
                  .modelName(settings.model())
                  .build();
        };
    return new LangChainModel(settings.model(), model);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reply ask(ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException {
    if (plain) {
      return hear(plainly(request), request, allowance, heard);
    }
    try {
      return hear(formally(request), request, allowance, heard);
    } catch (NoReplyException refused) {
      if (!isAboutTheForm(refused)) {
        throw refused;
      }
      var reply = hear(plainly(request), request, allowance, heard);
      plain = true;
      return reply;
    }
  }

  private static ChatRequest formally(ModelRequest request) {
    var schema = JsonSchema.builder().name(request.task()).rootElement(request.form()).build();
    return messages(request)
        .temperature(0.0)
        .maxOutputTokens(request.longest())
        .responseFormat(
            ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build())
        .build();
  }

  private static ChatRequest plainly(ModelRequest request) {
    return messages(request).build();
  }

  private static ChatRequest.Builder messages(ModelRequest request) {
    return ChatRequest.builder()
        .messages(SystemMessage.from(request.instruction()), UserMessage.from(request.material()));
  }

  private Reply hear(
      ChatRequest asked, ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException {
    var events = new LinkedBlockingQueue<Event>();
    try {
      model.chat(asked, new Listener(events));
    } catch (RuntimeException failure) {
      throw translated(failure);
    }
    var text = new StringBuilder();
    while (true) {
      switch (next(events, allowance)) {
        case Event.Piece(var piece, var context) -> {
          text.append(piece);
          if (text.length() > request.longest() * CHARACTERS_OF_A_TOKEN) {
            context.streamingHandle().cancel();
            throw new NoReplyException(Why.UNUSABLE, "The reply does not end.");
          }
          heard.accept(piece);
        }
        case Event.End(var response) -> {
          return whole(response, text.toString(), request);
        }
        case Event.Failure(var failure) -> throw translated(failure);
      }
    }
  }

  private static Event next(BlockingQueue<Event> events, Allowance allowance)
      throws NoReplyException {
    try {
      var event = events.poll(allowance.timeLeft().toNanos(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new NoReplyException(Why.SLOW, "There was no whole reply in time.");
      }
      return event;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoReplyException(Why.SLOW, stopped);
    }
  }

  /// A stream that is cut in the middle ends without a reason for its end.
  private static Reply whole(ChatResponse response, String text, ModelRequest request)
      throws NoReplyException {
    if (response.finishReason() == null) {
      throw new NoReplyException(Why.UNREACHABLE, "The reply broke off.");
    }
    if (text.isBlank()) {
      throw new NoReplyException(Why.UNUSABLE, "The reply is empty.");
    }
    return new Reply(text, usage(response.tokenUsage(), text, request));
  }

  /// As the service counts it; estimated where it does not say.
  private static Usage usage(@Nullable TokenUsage counted, String text, ModelRequest request) {
    var read = counted == null ? null : counted.inputTokenCount();
    var wrote = counted == null ? null : counted.outputTokenCount();
    return new Usage(
        read == null ? request.estimate() - request.longest() : read,
        wrote == null ? ModelRequest.tokens(text) : wrote);
  }

  private static NoReplyException translated(Throwable failure) {
    var status = status(failure);
    if (status != null) {
      return new NoReplyException(why(status), failure);
    }
    boolean late = causes(failure).anyMatch(TimeoutException.class::isInstance);
    return new NoReplyException(late ? Why.SLOW : Why.UNREACHABLE, failure);
  }

  private static Why why(int status) {
    return switch (status) {
      case TOO_MANY, UNAVAILABLE, OVERLOADED -> Why.BUSY;
      default -> status < 500 ? Why.REFUSED : Why.UNREACHABLE;
    };
  }

  private static boolean isAboutTheForm(NoReplyException refused) {
    var status = status(refused);
    return status != null && (status == BAD_REQUEST || status == UNPROCESSABLE);
  }

  private static @Nullable Integer status(Throwable failure) {
    return causes(failure)
        .filter(HttpException.class::isInstance)
        .map(cause -> ((HttpException) cause).statusCode())
        .findFirst()
        .orElse(null);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private sealed interface Event {

    record Piece(String text, PartialResponseContext context) implements Event {}

    record End(ChatResponse response) implements Event {}

    record Failure(Throwable cause) implements Event {}
  }

  /// Hands what is heard on other threads to the one that asked.
  private record Listener(BlockingQueue<Event> events) implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
      events.add(new Event.Piece(piece.text(), context));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      events.add(new Event.End(response));
    }

    @Override
    public void onError(Throwable failure) {
      events.add(new Event.Failure(failure));
    }
  }
}

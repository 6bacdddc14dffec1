package onrecord.bot.openai;

import io.micrometer.context.ContextSnapshotFactory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.AskedThrough;
import onrecord.bot.Assistant;
import onrecord.bot.Question;
import onrecord.bot.Reading;
import onrecord.bot.Settings;
import onrecord.bot.channel.Wording;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.openai.Completion.Chunk;
import onrecord.bot.openai.Completion.Delta;
import onrecord.retrieval.Evidence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Questions in the form of chat completions.
@RestController
@RequestMapping("/v1")
@Tag(
    name = "Chat completions",
    description = "The same answers for programs that speak to OpenAI's chat completions.")
class ChatCompletionsApi {

  private static final Logger LOG = LoggerFactory.getLogger(ChatCompletionsApi.class);
  private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofMillis(500);

  /// Sentence by sentence, with the marks and white space that follow.
  private static final Pattern SENTENCE =
      Pattern.compile("(?s).+?(?:[。！？；](?:〔\\d+〕)*\\s*|\\n+|$)");

  private final Assistant assistant;
  private final Outgoing outgoing;
  private final Wording.Book words;
  private final Settings settings;
  private final Clock clock;
  private final JsonMapper json;

  ChatCompletionsApi(
      Assistant assistant,
      Outgoing outgoing,
      Wording.Book words,
      Settings settings,
      Clock clock,
      JsonMapper json) {
    this.assistant = assistant;
    this.outgoing = outgoing;
    this.words = words;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  @Operation(
      summary = "Answer a question in the form of a chat completion",
      description =
          """
          The last message of the user is the question, those before it its context. The text carries \
          its citations; the whole answer stands under `onrecord`. With `stream` it comes as \
          server-sent events that end in `data: [DONE]`.\
          """)
  @PostMapping("/chat/completions")
  @Nullable ResponseEntity<Completion> complete(
      @RequestBody CompletionRequest request, HttpServletResponse response) {
    request.check();
    var question = request.toQuestion(clock.instant());
    try {
      if (request.wantsStream()) {
        var chunks = new ChunkStream(response, json);
        say(answer(question, chunks), request, chunks);
        return null;
      }
      return whole(answer(question, new WholeBody(response, json)), request);
    } catch (IOException gone) {
      LOG.debug("The client did not wait for its answer", gone);
      return null;
    }
  }

  @Operation(summary = "The models to choose from: there is one")
  @GetMapping("/models")
  Models models() {
    return new Models("list", List.of(Model.ONLY));
  }

  @Operation(summary = "One model")
  @GetMapping("/models/{id}")
  Model model(@PathVariable String id) {
    if (!id.equals(Model.ID)) {
      throw CompletionProblem.unknownModel(id);
    }
    return Model.ONLY;
  }

  /// A list of models.
  record Models(String object, List<Model> data) {}

  /// A client that goes away stops the work on its answer.
  ///
  /// @throws IOException if it has gone away, or was told that the answer failed
  private Outgoing.Sent answer(Question question, OpenResponse response) throws IOException {
    var context = ContextSnapshotFactory.builder().build().captureAll();
    var channel = AskedThrough.present();
    try (var worker = Executors.newVirtualThreadPerTaskExecutor()) {
      var answering =
          worker.submit(() -> {
            try (var _ = context.setThreadLocals();
                var _ = AskedThrough.channel(channel)) {
              return assistant.answer(question, new Stoppable());
            }
          });
      try {
        return outgoing.send(await(answering, response));
      } catch (IOException gone) {
        answering.cancel(true);
        throw gone;
      }
    }
  }

  private ResponseEntity<Completion> whole(Outgoing.Sent sent, CompletionRequest request) {
    var text = text(sent.answer());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Completion.of(
                sent, sent.view(settings.zone()), text, Completion.Usage.of(request, text)));
  }

  private void say(Outgoing.Sent sent, CompletionRequest request, ChunkStream chunks)
      throws IOException {
    var head = Completion.Head.of(sent);
    var text = text(sent.answer());
    chunks.send(Chunk.saying(head, new Delta("assistant", "")));
    for (var piece : SENTENCE.matcher(text).results().map(MatchResult::group).toList()) {
      chunks.send(Chunk.saying(head, new Delta(null, piece)));
    }
    chunks.send(Chunk.ending(head, sent.view(settings.zone())));
    if (request.wantsUsage()) {
      chunks.send(Chunk.counting(head, Completion.Usage.of(request, text)));
    }
    chunks.end();
  }

  /// What is said cannot be taken back here, so nothing is said before the answer is whole.
  private static Answer await(Future<Answer> answering, OpenResponse response) throws IOException {
    while (true) {
      try {
        return answering.get(BETWEEN_SIGNS_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillWorking) {
        response.keepOpen();
      } catch (ExecutionException failed) {
        throw failure(failed.getCause(), response);
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        throw new IOException("The program ends", ending);
      }
    }
  }

  /// Hands a failure on while nothing is sent yet; later it is told within the response.
  private static IOException failure(@Nullable Throwable cause, OpenResponse response)
      throws IOException {
    if (!response.hasBegun()) {
      throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
    LOG.error("An answer failed while its client waited for it", cause);
    response.fail(CompletionProblem.unfinished());
    return new IOException("The response is over", cause);
  }

  /// The answer's text, and under it what it cites.
  private String text(Answer answer) {
    var wording = words.in(answer.language());
    var text = new StringBuilder(answer.text());
    for (var citation : answer.citations()) {
      text.append(text.length() == answer.text().length() ? "\n\n" : "\n")
          .append(wording.source(citation, answer.id()));
    }
    return text.toString();
  }

  /// Ends the work at its next step once nobody waits for it any more.
  private static final class Stoppable implements Assistant.Progress {

    @Override
    public void read(Reading reading) {
      goOnIfWaitedFor();
    }

    @Override
    public void found(List<Evidence> evidence) {
      goOnIfWaitedFor();
    }

    @Override
    public void claimed(Answer.Claim claim, List<Answer.Citation> citations) {
      goOnIfWaitedFor();
    }

    private static void goOnIfWaitedFor() {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Nobody waits for this answer any more");
      }
    }
  }
}

package onrecord.bot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Question;
import onrecord.bot.Settings;
import onrecord.bot.chart.SvgChart;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.views.AnswerView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Questions and their answers.
@RestController
@RequestMapping("/api/v1/answers")
@Tag(name = "Answers", description = "Questions, answered from disclosures.")
class AnswersApi {

  private static final int LONGEST_COMMENT = 2_000;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Assistant assistant;
  private final Answers answers;
  private final Outgoing outgoing;
  private final Conversations conversations = new Conversations();
  private final Settings settings;
  private final Clock clock;
  private final JsonMapper json;

  AnswersApi(
      Assistant assistant,
      Answers answers,
      Outgoing outgoing,
      Settings settings,
      Clock clock,
      JsonMapper json) {
    this.assistant = assistant;
    this.answers = answers;
    this.outgoing = outgoing;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  @Operation(
      summary = "Answer a question",
      description =
          """
          Answers from the disclosures published by `asOf`, each claim with its citation. \
          With `Accept: text/event-stream` the steps are streamed: `reading`, `evidence`, \
          `claim` (one for each verified claim) and `answer` (the whole, last).\
          """)
  @ApiResponse(responseCode = "200", description = "The answer.", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "202",
      description = "The answer waits for a review: please come back for it.",
      useReturnTypeSchema = true)
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AnswerView> answer(@RequestBody AnswerRequest request) {
    return respond(outgoing.send(assistant.answer(put(request))));
  }

  @Operation(hidden = true)
  @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(@RequestBody AnswerRequest request, HttpServletResponse response) throws IOException {
    var question = put(request);
    var events = new EventStream(response, json);
    try {
      var steps = new StreamedProgress(events, settings.zone());
      var told = outgoing.mayHold() ? Assistant.Progress.IGNORED : steps;
      events.send("answer", view(outgoing.send(assistant.answer(question, told))));
    } catch (RuntimeException failure) {
      events.fail(failure);
    }
  }

  @Operation(
      summary = "A stored answer again",
      description =
          "202 while it waits for a review: please come back for it. With `Accept: text/event-stream` it is sent, once more, when the review is done.")
  @ApiResponse(responseCode = "200", description = "The answer.", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "202",
      description = "The answer still waits for a review.",
      useReturnTypeSchema = true)
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AnswerView> stored(@PathVariable String id) {
    return respond(again(id));
  }

  @Operation(hidden = true)
  @GetMapping(path = "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(@PathVariable String id, HttpServletResponse response) throws InterruptedException {
    var sent = again(id);
    var events = new EventStream(response, json);
    events.send("answer", view(sent));
    var end = clock.instant().plus(LONGEST_WAIT);
    while (sent.state() == Outgoing.State.WAITING
        && clock.instant().isBefore(end)
        && events.isHeard()) {
      Thread.sleep(LOOK_AGAIN);
      sent = again(id);
      if (sent.state() == Outgoing.State.WAITING) {
        events.keepOpen();
      } else {
        events.send("answer", view(sent));
      }
    }
  }

  @Operation(summary = "Figures that an answer compares, drawn")
  @GetMapping(path = "/{id}/charts/{number}.svg", produces = "image/svg+xml")
  ResponseEntity<String> chart(@PathVariable String id, @PathVariable int number) {
    var comparisons = again(id).answer().comparisons();
    if (number < 1 || number > comparisons.size()) {
      throw Refusal.notFound("The answer has no chart %d.".formatted(number));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(SvgChart.draw(comparisons.get(number - 1)));
  }

  private Outgoing.Sent again(String id) {
    return answers.answer(id).map(outgoing::again).orElseThrow(() -> unknown(id));
  }

  /// 202 for what waits: it is taken, and there is more to come.
  private ResponseEntity<AnswerView> respond(Outgoing.Sent sent) {
    return ResponseEntity.status(
            sent.state() == Outgoing.State.WAITING ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .body(view(sent));
  }

  @Operation(summary = "Say whether an answer helped")
  @PostMapping("/{id}/feedback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rate(@PathVariable String id, @RequestBody FeedbackRequest feedback) {
    try {
      answers.rate(id, feedback.toFeedback());
    } catch (NoSuchElementException noSuchAnswer) {
      throw unknown(id);
    }
  }

  private Question put(AnswerRequest request) {
    var conversation = request.conversation();
    var question = request.toQuestion(conversations.earlier(conversation), clock.instant());
    conversations.append(conversation, question.text());
    return question;
  }

  private AnswerView view(Outgoing.Sent sent) {
    return sent.view(settings.zone());
  }

  private static RuntimeException unknown(String id) {
    return Refusal.notFound("There is no answer '%s'.".formatted(Refusal.shortened(id)));
  }

  /// What an asker thought of an answer.
  record FeedbackRequest(@Nullable Boolean helpful, @Nullable String comment) {

    Answers.Feedback toFeedback() {
      if (helpful == null) {
        throw Refusal.ofField(
            "helpful", "The field 'helpful' is missing; it must be true or false.");
      }
      if (comment != null && comment.length() > LONGEST_COMMENT) {
        throw Refusal.ofField("comment", "The field 'comment' is longer than 2,000 characters.");
      }
      return new Answers.Feedback(helpful, comment == null ? "" : comment);
    }
  }
}

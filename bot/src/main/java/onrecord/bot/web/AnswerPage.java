package onrecord.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.chart.SvgChart;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.finding.Figures;
import onrecord.bot.views.Links;
import onrecord.corpus.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A stored answer with all that it cites, for whoever was given its address: to share, to print,
/// and where channels lead whose messages are short. Needs no script.
///
/// Its address holds a random number and is told to nobody but its asker; no search engine is to
/// keep it.
@Controller
class AnswerPage {

  private static final Pattern MARK = Pattern.compile("〔(\\d{1,4})〕");

  private final Answers answers;
  private final Outgoing outgoing;
  private final PageWords pageWords;

  AnswerPage(Answers answers, Outgoing outgoing, PageWords pageWords) {
    this.answers = answers;
    this.outgoing = outgoing;
    this.pageWords = pageWords;
  }

  @GetMapping("/answers/{id}")
  String page(
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String id,
      Model model) {
    var sent =
        answers
            .answer(id)
            .map(outgoing::again)
            .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    var answer = sent.answer();
    var words = pageWords.of(request, response, answer.language());
    var waits = sent.state() == Outgoing.State.WAITING;
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Cache-Control", "no-cache, private");
    model.addAttribute("words", words);
    model.addAttribute("answer", answer);
    model.addAttribute("verdict", waits ? null : answer.verdict().name());
    model.addAttribute("askedOn", words.date(answer.askedAt()));
    model.addAttribute("asOf", words.time(answer.asOf()));
    model.addAttribute("paragraphs", paragraphs(answer));
    model.addAttribute("comparisons", answer.comparisons().stream().map(Drawn::of).toList());
    model.addAttribute("computed", computed(answer));
    model.addAttribute("nextReport", nextReport(words, answer));
    model.addAttribute(
        "sources",
        answer.citations().stream().map(cited -> Source.of(cited, answer.id(), words)).toList());
    return "answer";
  }

  @ExceptionHandler
  void notFound(ErrorResponseException refusal, HttpServletResponse response) throws IOException {
    response.sendError(refusal.getStatusCode().value());
  }

  private static List<List<Run>> paragraphs(Answer answer) {
    return answer.text().lines().filter(line -> !line.isBlank()).map(Run::all).toList();
  }

  private static List<String> computed(Answer answer) {
    return answer.claims().stream()
        .map(Answer.Claim::computed)
        .filter(Objects::nonNull)
        .map(computed ->
            "%s = %s%s"
                .formatted(computed.formula(), computed.value().toPlainString(), computed.unit()))
        .toList();
  }

  private static String nextReport(Words words, Answer answer) {
    var next = answer.nextReport();
    return next == null ? "" : words.nextReport(next);
  }

  /// A stretch of text, or the mark of a citation in it.
  ///
  /// @param mark the citation's number; null for text
  record Run(String text, @Nullable Integer mark) {

    static List<Run> all(String line) {
      var runs = new ArrayList<Run>();
      var marks = MARK.matcher(line);
      var from = 0;
      while (marks.find()) {
        runs.add(new Run(line.substring(from, marks.start()), null));
        runs.add(new Run(marks.group(1), Integer.valueOf(marks.group(1))));
        from = marks.end();
      }
      runs.add(new Run(line.substring(from), null));
      return runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }
  }

  /// Figures compared, as a table and drawn.
  record Drawn(String title, String unit, List<Row> rows, String svg) {

    static Drawn of(Answer.Comparison comparison) {
      var rows =
          comparison.items().stream()
              .map(item -> new Row(item.label(), Figures.grouped(item.value()), item.citation()))
              .toList();
      return new Drawn(comparison.title(), comparison.unit(), rows, SvgChart.draw(comparison));
    }
  }

  /// One of the figures compared.
  record Row(String label, String value, int citation) {}

  /// A disclosure that the answer cites, and where.
  ///
  /// @param link to the original with the quotation marked
  /// @param place number, date, page and the like, on one line
  /// @param image address of the page with the quotation marked; null where there are no pages
  /// @param focus how far down that page the quotation begins, as a share of its height
  record Source(
      int number,
      String title,
      String link,
      String place,
      String quote,
      @Nullable String image,
      double focus) {

    static Source of(Answer.Citation citation, String answerId, Words words) {
      var link = Links.citation(answerId, citation);
      var page = page(citation);
      return new Source(
          citation.number(),
          citation.disclosure().title(),
          link,
          place(citation, page, words),
          citation.quote(),
          page.map(shown -> Links.page(answerId, citation, shown)).orElse(null),
          page.map(shown -> focus(citation, shown)).orElse(0.0));
    }

    private static Optional<Integer> page(Answer.Citation citation) {
      var locator = citation.locator();
      return Optional.ofNullable(locator.page())
          .or(() -> locator.boxes().stream().findFirst().map(Box::page))
          .filter(page -> page <= citation.disclosure().pages());
    }

    private static double focus(Answer.Citation citation, int page) {
      return citation.locator().boxes().stream()
          .filter(box -> box.page() == page)
          .mapToDouble(Box::y)
          .min()
          .orElse(0);
    }

    private static String place(Answer.Citation citation, Optional<Integer> page, Words words) {
      var disclosure = citation.disclosure();
      var publishedAt = disclosure.publishedAt();
      var item = citation.locator().item();
      return Stream.of(
              words.of("kind." + disclosure.kind().name()),
              disclosure.announcementNumber(),
              publishedAt == null ? null : words.date(publishedAt),
              page.map(shown -> words.of("page.page", Map.of("page", shown))).orElse(null),
              item == null ? null : words.of("page.item", Map.of("item", item)),
              citation.locator().cells())
          .filter(Objects::nonNull)
          .collect(Collectors.joining(" · "));
    }
  }
}

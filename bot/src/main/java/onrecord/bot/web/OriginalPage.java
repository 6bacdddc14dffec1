package onrecord.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.desk.review.Outgoing;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// An original as people see it: a page with the quoted lines marked, or the text where the format
/// has no pages. The chat page shows the same beside an answer.
@Controller
class OriginalPage {

  private final Corpus corpus;
  private final Answers answers;
  private final Outgoing outgoing;
  private final PageWords pageWords;
  private final Clock clock;

  OriginalPage(
      Corpus corpus, Answers answers, Outgoing outgoing, PageWords pageWords, Clock clock) {
    this.corpus = corpus;
    this.answers = answers;
    this.outgoing = outgoing;
    this.pageWords = pageWords;
    this.clock = clock;
  }

  @GetMapping("/disclosures/{id}")
  String page(
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String id,
      @RequestParam @Nullable String answer,
      @RequestParam @Nullable Integer citation,
      @RequestParam @Nullable Integer passage,
      @RequestParam @Nullable Integer page,
      Model model) {
    var given = answer == null ? null : sent(answer);
    var reader =
        new Reader(
            request.isUserInRole(WebSecurity.CURATOR),
            given == null ? clock.instant() : given.asOf());
    var disclosure = reader.disclosure(corpus, id);
    var quotation = quotation(disclosure, given, citation, passage);
    var words = pageWords.of(request, response);
    model.addAttribute("words", words);
    model.addAttribute("disclosure", disclosure);
    model.addAttribute("publishedOn", publishedOn(words, disclosure));
    model.addAttribute("quotation", quotation);
    model.addAttribute("original", "/api/v1/disclosures/" + id + "/original" + asked(answer));
    model.addAttribute("find", "/api/v1/disclosures/" + id + "/find" + asked(answer));
    if (disclosure.pages() > 0) {
      var shown = Math.clamp(page == null ? quotation.page() : page, 1, disclosure.pages());
      model.addAttribute("sheet", Sheet.of(request, disclosure, quotation, shown));
    } else {
      model.addAttribute("passages", ShownPassage.all(corpus.passages(disclosure.id()), quotation));
    }
    return "original";
  }

  @ExceptionHandler
  void notFound(ErrorResponseException refusal, HttpServletResponse response) throws IOException {
    response.sendError(refusal.getStatusCode().value());
  }

  /// An answer as it left: one that waits for a review tells nothing of what it cites.
  private @Nullable Answer sent(String id) {
    return answers.answer(id).map(outgoing::again).map(Outgoing.Sent::answer).orElse(null);
  }

  private static String asked(@Nullable String answer) {
    return answer == null
        ? ""
        : UriComponentsBuilder.newInstance()
            .queryParam("answer", answer)
            .build()
            .encode()
            .toString();
  }

  private static String publishedOn(Words words, Disclosure disclosure) {
    var publishedAt = disclosure.publishedAt();
    return publishedAt == null ? "" : words.date(publishedAt);
  }

  private Quotation quotation(
      Disclosure disclosure,
      @Nullable Answer answer,
      @Nullable Integer citation,
      @Nullable Integer passage) {
    if (answer != null && citation != null) {
      return answer.citations().stream()
          .filter(cited -> cited.number() == citation)
          .filter(cited -> cited.disclosure().id().equals(disclosure.id()))
          .findFirst()
          .map(Quotation::of)
          .orElse(Quotation.NONE);
    }
    return passage == null
        ? Quotation.NONE
        : corpus
            .passage(PassageId.of(disclosure.id(), passage))
            .map(Quotation::of)
            .orElse(Quotation.NONE);
  }

  /// What is marked.
  ///
  /// @param text empty where nothing is
  /// @param page on which it stands, from 1
  record Quotation(
      String text, @Nullable PassageId passage, int page, @Nullable String item, List<Box> boxes) {

    static final Quotation NONE = new Quotation("", null, 1, null, List.of());

    static Quotation of(Answer.Citation citation) {
      var locator = citation.locator();
      return new Quotation(
          citation.quote(),
          citation.passage(),
          pageOf(locator.page(), locator.boxes()),
          locator.item(),
          locator.boxes());
    }

    static Quotation of(Passage passage) {
      var boxes = passage.boxes(0, passage.text().length());
      return new Quotation(
          passage.text(), passage.id(), pageOf(passage.page(), boxes), passage.item(), boxes);
    }

    private static int pageOf(@Nullable Integer page, List<Box> boxes) {
      if (page != null) {
        return page;
      }
      return boxes.isEmpty() ? 1 : boxes.getFirst().page();
    }
  }

  /// A page of the original.
  ///
  /// @param focus how far down the first marked line is, as a share of the height; 0 without one
  /// @param previous address of the page before; null on the first
  /// @param next address of the page after; null on the last
  record Sheet(
      int number,
      int pages,
      String image,
      boolean marked,
      double focus,
      @Nullable String previous,
      @Nullable String next) {

    static Sheet of(
        HttpServletRequest request, Disclosure disclosure, Quotation quotation, int number) {
      var onPage = quotation.boxes().stream().filter(box -> box.page() == number).toList();
      return new Sheet(
          number,
          disclosure.pages(),
          address(
              request, "/api/v1/disclosures/%s/pages/%d.png".formatted(disclosure.id(), number)),
          !onPage.isEmpty(),
          onPage.stream().mapToDouble(Box::y).min().orElse(0),
          number == 1 ? null : turned(request, disclosure, number - 1),
          number == disclosure.pages() ? null : turned(request, disclosure, number + 1));
    }

    private static String turned(HttpServletRequest request, Disclosure disclosure, int number) {
      return UriComponentsBuilder.fromUriString(address(request, "/disclosures/" + disclosure.id()))
          .queryParam("page", number)
          .build(true)
          .toUriString();
    }

    /// An address with what is marked taken over from the one asked for.
    private static String address(HttpServletRequest request, String path) {
      var address = UriComponentsBuilder.fromPath(path);
      for (var name : List.of("answer", "citation", "passage")) {
        var value = request.getParameter(name);
        if (value != null) {
          address.queryParam(name, value);
        }
      }
      return address.encode().build().toUriString();
    }
  }

  /// A passage with the quoted part marked.
  ///
  /// @param anchor by which a script finds it on the page
  /// @param before what stands before the quoted part; the whole where nothing of it is quoted
  /// @param quoted empty where nothing of it is quoted
  /// @param after what stands after it
  record ShownPassage(
      String anchor, boolean table, String heading, String before, String quoted, String after) {

    static List<ShownPassage> all(List<Passage> passages, Quotation quotation) {
      return passages.stream()
          .map(passage ->
              of(passage, passage.id().equals(quotation.passage()) ? quotation.text() : ""))
          .toList();
    }

    private static ShownPassage of(Passage passage, String quote) {
      var text = passage.text();
      var anchor = "passage-" + passage.ordinal();
      var start = quote.isEmpty() ? -1 : text.indexOf(quote);
      var isTable = passage.form() == Passage.Form.TABLE;
      if (start < 0) {
        return new ShownPassage(anchor, isTable, passage.section(), text, "", "");
      }
      var end = start + quote.length();
      return new ShownPassage(
          anchor, isTable, passage.section(), text.substring(0, start), quote, text.substring(end));
    }
  }
}

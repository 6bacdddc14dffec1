package onrecord.bot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Settings;
import onrecord.bot.desk.review.Outgoing;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.PassageId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// What is published, for anyone to read; curators also see what is not.
@RestController
@RequestMapping("/api/v1/disclosures")
@Tag(name = "Disclosures", description = "What issuers have published, and the originals.")
class DisclosuresApi {

  private static final int LARGEST_PAGE = 100;
  private static final int MOST_PASSAGES = 1_000;
  private static final int MOST_PLACES = 500;
  private static final int LONGEST_WORDS = 100;

  private final Corpus corpus;
  private final Answers answers;
  private final Outgoing outgoing;
  private final PageImages images;
  private final Settings settings;
  private final Clock clock;

  DisclosuresApi(
      Corpus corpus,
      Answers answers,
      Outgoing outgoing,
      PageImages images,
      Settings settings,
      Clock clock) {
    this.corpus = corpus;
    this.answers = answers;
    this.outgoing = outgoing;
    this.images = images;
    this.settings = settings;
    this.clock = clock;
  }

  @Operation(summary = "The disclosures in force, newest first")
  @GetMapping
  Paged<DisclosureView> disclosures(
      HttpServletRequest request,
      @RequestParam @Nullable String issuer,
      @RequestParam @Nullable String kind,
      @Parameter(
              description = "Year and month of the end of the period reported on.",
              example = "2025-09")
          @RequestParam
          @Nullable String period,
      @Parameter(description = "Words of the title or announcement number.") @RequestParam
          @Nullable String q,
      @RequestParam @Nullable String asOf,
      @Parameter(description = "Counted from 0.") @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    var wanted = wanted(issuer, kind, period, q);
    var matching = reader(request, asOf).disclosures(corpus).stream().filter(wanted).toList();
    return Paged.of(matching, page, size, LARGEST_PAGE)
        .map(disclosure -> view(request, disclosure));
  }

  @Operation(summary = "One disclosure")
  @GetMapping("/{id}")
  DisclosureView disclosure(
      HttpServletRequest request, @PathVariable String id, @RequestParam @Nullable String asOf) {
    return view(request, reader(request, asOf).disclosure(corpus, id));
  }

  @Operation(summary = "Its passages, in reading order")
  @GetMapping("/{id}/passages")
  Paged<PassageView> passages(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam @Nullable String asOf,
      @RequestParam @Nullable String answer,
      @Parameter(description = "Counted from 0.") @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "200") int size) {
    var disclosure = readerOf(request, answer, asOf).disclosure(corpus, id);
    return Paged.of(corpus.passages(disclosure.id()), page, size, MOST_PASSAGES)
        .map(PassageView::of);
  }

  @Operation(
      summary = "The places at which words stand in it, in reading order",
      description = "Whatever the case and width of letters, and across line breaks.")
  @GetMapping("/{id}/find")
  Finding find(
      HttpServletRequest request,
      @PathVariable String id,
      @Parameter(description = "1 to 100 characters.") @RequestParam String q,
      @RequestParam @Nullable String asOf,
      @RequestParam @Nullable String answer) {
    if (q.isBlank() || q.length() > LONGEST_WORDS) {
      throw Refusal.ofField("q", "The words to find must have 1 to 100 characters.");
    }
    var disclosure = readerOf(request, answer, asOf).disclosure(corpus, id);
    return Finding.of(q, corpus.passages(disclosure.id()), MOST_PLACES);
  }

  @Operation(summary = "The file as it was published")
  @GetMapping("/{id}/original")
  ResponseEntity<Resource> original(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam @Nullable String asOf,
      @RequestParam @Nullable String answer) {
    var disclosure = readerOf(request, answer, asOf).disclosure(corpus, id);
    var type = OriginalType.of(disclosure.file());
    var response =
        ResponseEntity.ok()
            .contentType(type.mediaType())
            .eTag(disclosure.sha256())
            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                    .filename(disclosure.file(), StandardCharsets.UTF_8)
                    .build()
                    .toString());
    if (type.mayHoldScript()) {
      response.header("Content-Security-Policy", OriginalType.HARMLESS);
    }
    return response.body(new FileSystemResource(corpus.original(disclosure.id())));
  }

  @Operation(summary = "A page of the original as an image, with a quotation marked")
  @GetMapping(path = "/{id}/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
  @Nullable ResponseEntity<byte[]> page(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable int page,
      @Parameter(description = "Marks a passage, by its id or its place in reading order.")
          @RequestParam
          @Nullable String passage,
      @Parameter(description = "Marks a citation of this answer.") @RequestParam
          @Nullable String answer,
      @Parameter(description = "Which citation of the answer.") @RequestParam
          @Nullable Integer citation,
      @RequestParam @Nullable String asOf) {
    var disclosure = readerOf(request, answer, asOf).disclosure(corpus, id);
    if (page < 1 || page > disclosure.pages()) {
      throw Refusal.notFound(
          "'%s' has %d pages and no page %d.".formatted(id, disclosure.pages(), page));
    }
    var marked =
        marked(disclosure.id(), passage, answer, citation).stream()
            .filter(box -> box.page() == page)
            .toList();
    var etag = images.etag(disclosure, page, marked);
    if (new ServletWebRequest(request).checkNotModified(etag)) {
      return ResponseEntity.status(304).eTag(etag).build();
    }
    return ResponseEntity.ok()
        .eTag(etag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(images.page(disclosure, page, marked));
  }

  private List<Box> marked(
      DisclosureId disclosure,
      @Nullable String passage,
      @Nullable String answer,
      @Nullable Integer citation) {
    if (answer != null && citation != null) {
      return citation(answer, citation, disclosure).locator().boxes();
    }
    return passage == null ? List.of() : boxesOf(disclosure, passage);
  }

  private Answer.Citation citation(String answer, int number, DisclosureId disclosure) {
    return stored(answer).citations().stream()
        .filter(cited -> cited.number() == number && cited.disclosure().id().equals(disclosure))
        .findFirst()
        .orElseThrow(() ->
            Refusal.notFound(
                "The answer has no citation %d of '%s'.".formatted(number, disclosure)));
  }

  private List<Box> boxesOf(DisclosureId disclosure, String passage) {
    var id = passage.contains("#") ? passage : disclosure + "#" + passage;
    return corpus
        .passage(new PassageId(id))
        .filter(found -> found.id().disclosure().equals(disclosure))
        .map(found -> found.boxes(0, found.text().length()))
        .orElseThrow(() ->
            Refusal.notFound(
                "'%s' has no passage '%s'.".formatted(disclosure, Refusal.shortened(passage))));
  }

  private Answer stored(String answer) {
    return answers
        .answer(answer)
        .map(given -> outgoing.again(given).answer())
        .orElseThrow(() ->
            Refusal.notFound("There is no answer '%s'.".formatted(Refusal.shortened(answer))));
  }

  /// An answer's sources stay open to whoever was given it, as they stood when it was asked.
  private Reader readerOf(
      HttpServletRequest request, @Nullable String answer, @Nullable String asOf) {
    return answer == null
        ? reader(request, asOf)
        : new Reader(request.isUserInRole(WebSecurity.CURATOR), stored(answer).asOf());
  }

  private Reader reader(HttpServletRequest request, @Nullable String asOf) {
    return new Reader(
        request.isUserInRole(WebSecurity.CURATOR),
        AnswerRequest.effectiveAsOf(asOf, clock.instant()));
  }

  private static Predicate<Disclosure> wanted(
      @Nullable String issuer,
      @Nullable String kind,
      @Nullable String period,
      @Nullable String words) {
    Predicate<Disclosure> wanted = disclosure -> true;
    if (issuer != null) {
      var code = AnswerRequest.securitiesCode(issuer);
      wanted = wanted.and(disclosure -> disclosure.issuer().code().equals(code));
    }
    if (kind != null) {
      var wantedKind = Refusal.constant(DisclosureKind.class, "kind", kind);
      wanted = wanted.and(disclosure -> disclosure.kind() == wantedKind);
    }
    if (period != null) {
      wanted = wanted.and(disclosure -> endsIn(disclosure, period));
    }
    if (words != null) {
      wanted = wanted.and(disclosure -> names(disclosure, words));
    }
    return wanted;
  }

  private static boolean endsIn(Disclosure disclosure, String month) {
    var period = disclosure.period();
    return period != null && period.endMonth().toString().equals(month);
  }

  private static boolean names(Disclosure disclosure, String words) {
    var label =
        (disclosure.title() + " " + disclosure.announcementNumber()).toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(label::contains);
  }

  private DisclosureView view(HttpServletRequest request, Disclosure disclosure) {
    return request.isUserInRole(WebSecurity.CURATOR)
        ? DisclosureView.forCurators(disclosure, clock.instant(), settings.zone())
        : DisclosureView.of(disclosure, clock.instant(), settings.zone());
  }
}

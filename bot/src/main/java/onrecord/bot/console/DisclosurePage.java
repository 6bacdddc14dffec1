package onrecord.bot.console;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import onrecord.bot.Settings;
import onrecord.bot.console.Seen.SeenFigure;
import onrecord.bot.web.PageImages;
import onrecord.corpus.Attribution;
import onrecord.corpus.Basis;
import onrecord.corpus.Box;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReadFigure;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Speaker;
import onrecord.retrieval.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/// One disclosure: its pages beside what was read from them, its metadata, and its life.
@Controller
@RequestMapping("/console/disclosures/{id}")
class DisclosurePage {

  /// What is shown at once of a document without pages.
  private static final int PASSAGES_A_SHEET = 40;

  private final CuratedCorpus corpus;
  private final SearchIndex index;
  private final PageImages images;
  private final Settings settings;
  private final Clock clock;
  private final JsonMapper json;

  DisclosurePage(
      CuratedCorpus corpus,
      SearchIndex index,
      PageImages images,
      Settings settings,
      Clock clock,
      JsonMapper json) {
    this.corpus = corpus;
    this.index = index;
    this.images = images;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  @GetMapping
  String show(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
    var disclosure = existing(id);
    var passages = corpus.passages(disclosure.id());
    var sheets =
        disclosure.pages() > 0
            ? disclosure.pages()
            : Math.max(1, (passages.size() + PASSAGES_A_SHEET - 1) / PASSAGES_A_SHEET);
    var sheet = Math.clamp(page, 1, sheets);
    var now = clock.instant();
    model.addAttribute("row", DisclosureRow.of(disclosure, Doubts.of(disclosure, corpus), now));
    model.addAttribute("remarks", corpus.remarks(disclosure.id()));
    var flags = corpus.flags(disclosure.id());
    model.addAttribute("flagged", flags);
    model.addAttribute("flags", flags.stream().filter(flag -> flag.page() == sheet).toList());
    model.addAttribute("history", corpus.history(disclosure.id()).reversed());
    model.addAttribute("seen", seen(disclosure, passages, sheet));
    model.addAttribute("page", sheet);
    model.addAttribute("pages", sheets);
    model.addAttribute("kinds", DisclosureKind.values());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("others", sameIssuer(disclosure));
    return "console/disclosure";
  }

  private List<Disclosure> sameIssuer(Disclosure disclosure) {
    return corpus.disclosures().reversed().stream()
        .filter(other -> other.issuer().code().equals(disclosure.issuer().code()))
        .filter(other -> !other.id().equals(disclosure.id()))
        .toList();
  }

  private List<Seen> seen(Disclosure disclosure, List<Passage> passages, int sheet) {
    var shown =
        disclosure.pages() > 0
            ? passages.stream().filter(passage -> standsOn(passage, sheet)).toList()
            : passages.stream()
                .skip((sheet - 1L) * PASSAGES_A_SHEET)
                .limit(PASSAGES_A_SHEET)
                .toList();
    var byPassage = new LinkedHashMap<Passage, List<ReadFigure>>();
    shown.forEach(passage -> byPassage.put(passage, new ArrayList<>()));
    for (var read : corpus.readFigures(disclosure.id())) {
      byPassage.forEach((passage, figures) -> {
        if (passage.id().equals(read.read().passage())) {
          figures.add(read);
        }
      });
    }
    var seen = new ArrayList<Seen>();
    var number = 0;
    for (var entry : byPassage.entrySet()) {
      var figures = new ArrayList<SeenFigure>();
      for (var read : entry.getValue()) {
        figures.add(SeenFigure.of(++number, read, entry.getKey()));
      }
      seen.add(new Seen(entry.getKey(), figures));
    }
    return seen;
  }

  private static boolean standsOn(Passage passage, int page) {
    return Objects.equals(passage.page(), page)
        || passage.lines().stream().anyMatch(line -> line.standsOn(page));
  }

  /// A page of the original; drafts too, for those who are signed in.
  @GetMapping(path = "/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> page(
      @PathVariable String id,
      @PathVariable int page,
      @RequestParam(required = false) @Nullable Integer passage) {
    var disclosure = existing(id);
    if (page < 1 || page > disclosure.pages()) {
      throw new NoSuchElementException("There is no page " + page);
    }
    var marked =
        passage == null
            ? List.<Box>of()
            : corpus
                .passage(PassageId.of(disclosure.id(), passage))
                .map(found -> found.boxes(0, found.text().length()))
                .orElse(List.of())
                .stream()
                .filter(box -> box.page() == page)
                .toList();
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
        .body(images.page(disclosure, page, marked));
  }

  @GetMapping("/diff")
  String diff(@PathVariable String id, Model model) {
    var correction = existing(id);
    var corrected =
        Optional.ofNullable(correction.supersedes())
            .flatMap(corpus::disclosure)
            .orElseThrow(() -> new NoSuchElementException("It corrects nothing that is held here"));
    var before = corpus.passages(corrected.id());
    var replaced = before.stream().filter(passage -> isReplacedBy(passage, correction)).toList();
    model.addAttribute("correction", correction);
    model.addAttribute("corrected", corrected);
    model.addAttribute(
        "comparison",
        Comparison.of(
            replaced.isEmpty() ? before : replaced,
            corpus.passages(correction.id()).stream()
                .filter(passage -> passage.speaker() != Speaker.BOILERPLATE)
                .toList()));
    return "console/diff";
  }

  private static boolean isReplacedBy(Passage passage, Disclosure correction) {
    return passage.replacements().stream().anyMatch(r -> r.by().equals(correction.id()));
  }

  // --- acting

  @PostMapping("/publish")
  String publish(
      Principal who,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes notes) {
    corpus.publish(
        existing(id).id(),
        DisclosuresPage.time(at, settings, clock),
        new Attribution(who.getName(), reason.strip()));
    index.reconcile();
    notes.addFlashAttribute("done", at.isBlank() ? "published" : "scheduled");
    return back(id);
  }

  @PostMapping("/withdraw")
  String withdraw(
      Principal who,
      @PathVariable String id,
      @RequestParam String reason,
      RedirectAttributes notes) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A withdrawal needs a reason");
    }
    corpus.withdraw(existing(id).id(), new Attribution(who.getName(), reason.strip()));
    index.reconcile();
    notes.addFlashAttribute("done", "withdrawn");
    return back(id);
  }

  @PostMapping("/metadata")
  String amend(
      Principal who,
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes notes) {
    var intake =
        corpus.amend(
            existing(id).id(),
            json.writeValueAsString(stated(fields)),
            new Attribution(who.getName(), fields.getOrDefault("reason", "").strip()));
    switch (intake) {
      case Intake.Taken _ -> notes.addFlashAttribute("done", "confirmed");
      case Intake.AlreadyKnown _, Intake.Unpacked _ -> notes.addFlashAttribute("done", "confirmed");
      case Intake.Refused refused ->
          notes.addFlashAttribute("refused", refused.message() + " " + refused.remedy());
    }
    index.reconcile();
    return back(id);
  }

  /// The metadata file that says what the form says; JSON is YAML too.
  private static Map<String, Object> stated(Map<String, String> fields) {
    var stated = new LinkedHashMap<String, Object>();
    for (var key :
        List.of(
            "issuer",
            "shortName",
            "companyName",
            "announcementNumber",
            "title",
            "kind",
            "supersedes",
            "language")) {
      var value = fields.getOrDefault(key, "").strip();
      if (!value.isEmpty()) {
        stated.put(key, value);
      }
    }
    var start = fields.getOrDefault("periodStart", "").strip();
    var end = fields.getOrDefault("periodEnd", "").strip();
    if (!start.isEmpty() && !end.isEmpty()) {
      stated.put(
          "period",
          Map.of(
              "start",
              start,
              "end",
              end,
              "basis",
              fields.getOrDefault("periodBasis", "FULL_YEAR")));
    }
    return stated;
  }

  @PostMapping("/figures/{ordinal}")
  String correctFigure(
      Principal who,
      @PathVariable String id,
      @PathVariable int ordinal,
      @RequestParam Map<String, String> fields) {
    var disclosure = existing(id);
    var by = new Attribution(who.getName(), fields.getOrDefault("reason", "").strip());
    if ("reject".equals(fields.get("act"))) {
      corpus.reject(disclosure.id(), ordinal, by);
    } else {
      corpus.correct(disclosure.id(), ordinal, corrected(figure(disclosure, ordinal), fields), by);
    }
    index.reconcile();
    return "redirect:/console/disclosures/"
        + id
        + "?page="
        + fields.getOrDefault("page", "1")
        + "#figure-"
        + ordinal;
  }

  private Figure figure(Disclosure disclosure, int ordinal) {
    return corpus.readFigures(disclosure.id()).stream()
        .filter(read -> read.ordinal() == ordinal)
        .map(ReadFigure::figure)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no such figure"));
  }

  private static Figure corrected(Figure figure, Map<String, String> fields) {
    var segment = fields.getOrDefault("segment", "").strip();
    var start = fields.getOrDefault("periodStart", "");
    var end = fields.getOrDefault("periodEnd", "");
    return new Figure(
        figure.passage(),
        fields.getOrDefault("metric", figure.metric()).strip(),
        segment.isEmpty() ? null : segment,
        start.isBlank() || end.isBlank()
            ? null
            : new ReportingPeriod(
                LocalDate.parse(start),
                LocalDate.parse(end),
                Basis.valueOf(fields.getOrDefault("periodBasis", "FULL_YEAR"))),
        new BigDecimal(fields.getOrDefault("value", "").replace(",", "").strip()),
        figure.printed(),
        figure.unit(),
        figure.scope(),
        figure.restatement(),
        figure.changes(),
        figure.row(),
        figure.column(),
        figure.start(),
        figure.end(),
        figure.audited());
  }

  private Disclosure existing(String id) {
    return corpus
        .disclosure(new DisclosureId(id))
        .orElseThrow(() -> new NoSuchElementException("There is no disclosure '" + id + "'"));
  }

  private static String back(String id) {
    return "redirect:/console/disclosures/" + id;
  }
}

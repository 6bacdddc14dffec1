package onrecord.bot.console;

import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import onrecord.bot.Settings;
import onrecord.corpus.Attribution;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;
import onrecord.retrieval.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// All disclosures: handing in, finding, and acting on several at once.
@Controller
@RequestMapping("/console/disclosures")
class DisclosuresPage {

  private static final int MOST = 500;

  private final CuratedCorpus corpus;
  private final SearchIndex index;
  private final Settings settings;
  private final Clock clock;
  private final Map<Label, HandedIn> underWay = new ConcurrentHashMap<>();

  /// What a person called a file that they are handing in.
  private record Label(String person, String label) {}

  DisclosuresPage(CuratedCorpus corpus, SearchIndex index, Settings settings, Clock clock) {
    this.corpus = corpus;
    this.index = index;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Disclosure.@Nullable State state,
      Model model) {
    var now = clock.instant();
    var words = Arrays.stream(q.strip().split("\\s+")).filter(word -> !word.isBlank()).toList();
    var found = words.isEmpty() ? Set.<DisclosureId>of() : corpus.mentioning(words);
    var all = corpus.disclosures().reversed();
    model.addAttribute(
        "rows",
        all.stream()
            .filter(disclosure -> state == null || disclosure.stateAt(now) == state)
            .filter(disclosure ->
                words.isEmpty() || found.contains(disclosure.id()) || names(disclosure, words))
            .limit(MOST)
            .map(disclosure -> DisclosureRow.of(disclosure, doubts(disclosure, now), now))
            .toList());
    model.addAttribute("q", q);
    model.addAttribute("state", state);
    model.addAttribute("states", Disclosure.State.values());
    model.addAttribute("total", all.size());
    return "console/disclosures";
  }

  private List<String> doubts(Disclosure disclosure, Instant now) {
    return disclosure.stateAt(now) == Disclosure.State.DRAFT
        ? Doubts.of(disclosure, corpus)
        : List.of();
  }

  private static boolean names(Disclosure disclosure, List<String> words) {
    var label =
        (disclosure.title()
                + " "
                + disclosure.announcementNumber()
                + " "
                + disclosure.issuer().shortName()
                + " "
                + disclosure.issuer().code())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(word -> label.contains(word.toLowerCase(Locale.ROOT)));
  }

  private List<String> doubts(Intake.Taken taken) {
    return Doubts.of(taken.disclosure(), corpus);
  }

  /// Takes one file, and answers with the lines that stand in the list of what was handed in: one,
  /// or those of the documents in an archive.
  ///
  /// @param label by which [#handedIn] tells how far it has come meanwhile
  @PostMapping
  String handIn(
      Principal who,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String label,
      Model model)
      throws IOException {
    var folder = Files.createTempDirectory("onrecord-console");
    var name = nameOf(file);
    var progress = new HandedIn(name, this::doubts);
    var key = new Label(who.getName(), label);
    underWay.put(key, progress);
    try {
      var original = folder.resolve(name);
      file.transferTo(original);
      var intake = corpus.draft(original, new Attribution(who.getName(), ""), progress);
      model.addAttribute(
          "lines", intake.each().stream().map(one -> HandedIn.Line.of(one, this::doubts)).toList());
      return "console/intake";
    } finally {
      underWay.remove(key);
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /// The lines of a file that is being read; none when it is done with.
  @GetMapping("/handed-in")
  String handedIn(Principal who, @RequestParam String label, Model model) {
    var progress = underWay.get(new Label(who.getName(), label));
    model.addAttribute("lines", progress == null ? List.of() : progress.lines());
    return "console/intake";
  }

  /// The name alone, whatever path a browser sent with it.
  private static String nameOf(MultipartFile file) {
    var sent = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
    var name = sent.substring(sent.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "");
    if (name.isBlank() || name.equals(".") || name.equals("..") || name.length() > 200) {
      throw new IllegalArgumentException("A file needs a name of at most 200 characters");
    }
    return name;
  }

  /// Does one thing to several; what cannot be done to one does not keep it from the others.
  @PostMapping("/bulk")
  String bulk(
      Principal who,
      @RequestParam(required = false) @Nullable List<String> id,
      @RequestParam String act,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes notes) {
    var by = new Attribution(who.getName(), reason.strip());
    var chosen = id == null ? List.<String>of() : id;
    var problems =
        switch (act) {
          case "publish" -> each(chosen, one -> corpus.publish(one, time(at), by));
          case "withdraw" -> {
            if (reason.isBlank()) {
              throw new IllegalArgumentException("A withdrawal needs a reason");
            }
            yield each(chosen, one -> corpus.withdraw(one, by));
          }
          default -> throw new IllegalArgumentException("Unknown: " + act);
        };
    index.reconcile();
    notes.addFlashAttribute("count", chosen.size() - problems.size());
    notes.addFlashAttribute("problems", problems);
    return "redirect:/console/disclosures";
  }

  private static List<String> each(List<String> ids, Consumer<DisclosureId> act) {
    var problems = new ArrayList<String>();
    for (var id : ids) {
      try {
        act.accept(new DisclosureId(id));
      } catch (IllegalStateException refused) {
        problems.add(String.valueOf(refused.getMessage()));
      }
    }
    return problems;
  }

  private Instant time(String at) {
    return time(at, settings, clock);
  }

  /// What the field for a time holds; empty for now.
  static Instant time(String at, Settings settings, Clock clock) {
    return at.isBlank()
        ? clock.instant()
        : LocalDateTime.parse(at).atZone(settings.zone()).toInstant();
  }
}

package onrecord.bot.console;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Settings;
import onrecord.bot.desk.questions.ApprovedAnswer;
import onrecord.bot.desk.questions.ApprovedAnswers;
import onrecord.bot.desk.questions.QuestionGroups;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What was asked, and the answers that people write for a meaning.
@Controller
@RequestMapping("/console")
class QuestionsPage {

  private static final int SHOWN = 10;
  private static final int OFFERED = 8;

  private final QuestionGroups groups;
  private final ApprovedAnswers approved;
  private final Answers answers;
  private final CuratedCorpus corpus;
  private final SearchIndex index;
  private final Settings settings;
  private final Clock clock;

  QuestionsPage(
      QuestionGroups groups,
      ApprovedAnswers approved,
      Answers answers,
      CuratedCorpus corpus,
      SearchIndex index,
      Settings settings,
      Clock clock) {
    this.groups = groups;
    this.approved = approved;
    this.answers = answers;
    this.corpus = corpus;
    this.index = index;
    this.settings = settings;
    this.clock = clock;
  }

  /// A passage that may support an answer.
  public record Offer(String id, String place, String text) {}

  /// An approved answer as it is listed.
  ///
  /// @param lapsed whether a report has come out since that covers what it rests on
  public record Listed(
      ApprovedAnswer answer, ApprovedAnswer.State state, String question, boolean lapsed) {}

  @GetMapping("/questions")
  String questions(Model model) {
    model.addAttribute("groups", groups.groups());
    return "console/questions";
  }

  @GetMapping("/questions/{group}")
  String group(@PathVariable long group, Model model) {
    var found =
        groups
            .group(group)
            .orElseThrow(() -> new NoSuchElementException("There is no group " + group));
    var given =
        groups.answers(group, SHOWN).stream()
            .map(answers::answer)
            .flatMap(Optional::stream)
            .toList();
    model.addAttribute("group", found);
    model.addAttribute("given", given);
    model.addAttribute("offers", offers(found.question(), found.language(), given));
    model.addAttribute(
        "written",
        approved.of(group).stream().map(answer -> listed(answer, found.question())).toList());
    return "console/question";
  }

  /// What the answers cited, and what a search finds besides.
  private List<Offer> offers(String question, Language language, List<Answer> given) {
    var passages = new LinkedHashMap<PassageId, Offer>();
    var cited = given.stream().flatMap(answer -> answer.citations().stream()).map(c -> c.passage());
    var found =
        index.retrieve(Query.of(question, language, clock.instant(), OFFERED)).stream()
            .map(Evidence::passage)
            .map(Passage::id);
    Stream.concat(cited, found)
        .distinct()
        .limit(OFFERED)
        .forEach(id -> offer(id).ifPresent(offer -> passages.put(id, offer)));
    return List.copyOf(passages.values());
  }

  private Optional<Offer> offer(PassageId id) {
    return corpus
        .disclosure(id.disclosure())
        .filter(disclosure -> disclosure.isInForce(clock.instant()))
        .flatMap(disclosure ->
            corpus
                .passage(id)
                .map(passage ->
                    new Offer(
                        id.value(),
                        disclosure.title() + (passage.page() == null ? "" : " · " + passage.page()),
                        passage.text())));
  }

  private Listed listed(ApprovedAnswer answer, String question) {
    var now = clock.instant();
    var approvedAt = answer.approvedAt();
    return new Listed(
        answer,
        answer.stateAt(now),
        question,
        approvedAt != null && approved.isOverridden(answer, approvedAt, now));
  }

  @PostMapping("/questions/{group}")
  String write(
      Principal who,
      @PathVariable long group,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String citations,
      @RequestParam(defaultValue = "") String expires,
      RedirectAttributes notes) {
    var cited =
        Arrays.stream(citations.split("[\\s,]+"))
            .filter(id -> !id.isBlank())
            .map(PassageId::new)
            .toList();
    approved.write(
        group,
        text,
        cited,
        expires.isBlank() ? null : DisclosuresPage.time(expires + "T00:00", settings, clock),
        who.getName());
    notes.addFlashAttribute("done", "written");
    return "redirect:/console/questions/" + group;
  }

  @GetMapping("/approved")
  String approved(Model model) {
    var questions = new LinkedHashMap<Long, String>();
    groups.groups().forEach(group -> questions.put(group.id(), group.question()));
    model.addAttribute(
        "written",
        approved.all().stream()
            .map(answer -> listed(answer, questions.getOrDefault(answer.group(), "")))
            .toList());
    return "console/approved";
  }

  @PostMapping("/approved/{id}/approve")
  String approve(Principal who, @PathVariable String id, RedirectAttributes notes) {
    approved.approve(id, who.getName());
    notes.addFlashAttribute("done", "approved");
    return "redirect:/console/approved";
  }

  @PostMapping("/approved/{id}/end")
  String end(Principal who, @PathVariable String id, RedirectAttributes notes) {
    approved.end(id, who.getName());
    notes.addFlashAttribute("done", "ended");
    return "redirect:/console/approved";
  }
}

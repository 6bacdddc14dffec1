package onrecord.bot.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import onrecord.bot.Settings;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.desk.audit.Exports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What happened: looking, checking, exporting.
@Controller
@RequestMapping("/console/audit")
class AuditPage {

  private static final int A_PAGE = 50;

  private final AuditTrail trail;
  private final AnswerArchive archive;
  private final Exports exports;
  private final Settings settings;

  AuditPage(AuditTrail trail, AnswerArchive archive, Exports exports, Settings settings) {
    this.trail = trail;
    this.archive = archive;
    this.exports = exports;
    this.settings = settings;
  }

  @GetMapping
  String entries(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    var entries = trail.entries(filter(q, kind, from, until), Math.max(0, page), A_PAGE + 1);
    model.addAttribute("entries", entries.stream().limit(A_PAGE).toList());
    model.addAttribute("more", entries.size() > A_PAGE);
    model.addAttribute("page", Math.max(0, page));
    model.addAttribute("q", q);
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", Kind.values());
    model.addAttribute("from", from);
    model.addAttribute("until", until);
    return "console/audit";
  }

  private AuditTrail.Filter filter(String q, @Nullable Kind kind, String from, String until) {
    return new AuditTrail.Filter(
        kind,
        q.strip(),
        from.isBlank() ? AuditTrail.Filter.ALL.from() : dayOf(from),
        until.isBlank() ? AuditTrail.Filter.ALL.until() : dayOf(until).plusSeconds(86_400));
  }

  private Instant dayOf(String day) {
    return LocalDate.parse(day).atStartOfDay(settings.zone()).toInstant();
  }

  @GetMapping("/answers/{id}")
  String answer(@PathVariable String id, Model model) {
    model.addAttribute(
        "answer",
        archive
            .answer(id)
            .orElseThrow(() -> new NoSuchElementException("There is no answer '" + id + "'")));
    model.addAttribute("feedback", archive.feedback(id));
    return "console/answer";
  }

  @PostMapping("/answers/{id}/erase")
  String erase(Principal who, @PathVariable String id, RedirectAttributes notes) {
    archive.erase(List.of(id), "asked for", who.getName());
    notes.addFlashAttribute("erased", true);
    return "redirect:/console/audit";
  }

  @PostMapping("/verify")
  String verify(RedirectAttributes notes) {
    notes.addFlashAttribute("verification", trail.verify());
    return "redirect:/console/audit";
  }

  @GetMapping("/export.csv")
  void csv(
      Principal who,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until)
      throws IOException {
    begin(who, response, "text/csv;charset=UTF-8", "audit.csv");
    exports.csv(filter(q, kind, from, until), response.getWriter());
  }

  @GetMapping("/export.jsonl")
  void jsonLines(
      Principal who,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until)
      throws IOException {
    begin(who, response, "application/jsonl;charset=UTF-8", "audit.jsonl");
    exports.jsonLines(filter(q, kind, from, until), response.getWriter());
  }

  private void begin(Principal who, HttpServletResponse response, String type, String file) {
    trail.append(Kind.EXPORT, who.getName(), "audit", Map.of("file", file));
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    response.setHeader("Cache-Control", "no-store");
  }
}

package onrecord.bot.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.Settings;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.desk.record.ActivityRecord;
import onrecord.bot.desk.record.RecordDocx;
import onrecord.bot.desk.record.RecordPdf;
import onrecord.bot.desk.review.Outgoing;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Issuer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A span's questions and answers as a record of investor-relations activities.
@Controller
@RequestMapping("/console/record")
class RecordPage {

  private static final Pattern MARKS = Pattern.compile("〔\\d+〕");
  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final AnswerArchive archive;
  private final Outgoing outgoing;
  private final CuratedCorpus corpus;
  private final Settings settings;
  private final Clock clock;

  RecordPage(
      AnswerArchive archive,
      Outgoing outgoing,
      CuratedCorpus corpus,
      Settings settings,
      Clock clock) {
    this.archive = archive;
    this.outgoing = outgoing;
    this.corpus = corpus;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  String form(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String event,
      @ModelAttribute("desk") Desk desk,
      Model model) {
    var begin = from.isBlank() ? eventOr(event, desk.now().minus(Duration.ofDays(7))) : time(from);
    var end = until.isBlank() ? desk.now() : time(until);
    model.addAttribute("from", desk.field(begin));
    model.addAttribute("until", desk.field(end));
    model.addAttribute("answers", left(begin, end));
    model.addAttribute("kinds", ActivityRecord.Kind.values());
    model.addAttribute("events", corpus.inForce(desk.now()).stream().limit(30).toList());
    model.addAttribute("issuer", issuer().orElse(null));
    return "console/record";
  }

  /// An event is the publication of a disclosure: the span begins with it.
  private Instant eventOr(String event, Instant otherwise) {
    return event.isBlank()
        ? otherwise
        : corpus
            .disclosure(new DisclosureId(event))
            .map(disclosure -> Objects.requireNonNullElse(disclosure.publishedAt(), otherwise))
            .orElse(otherwise);
  }

  private Instant time(String field) {
    return LocalDateTime.parse(field).atZone(settings.zone()).toInstant();
  }

  /// The answers as they left; what waits or was declined is none.
  private List<Answer> left(Instant from, Instant until) {
    return archive.between(from, until.plusSeconds(60)).stream()
        .map(outgoing::again)
        .filter(sent ->
            sent.state() != Outgoing.State.WAITING && sent.state() != Outgoing.State.DECLINED)
        .map(Outgoing.Sent::answer)
        .toList();
  }

  private Optional<Issuer> issuer() {
    return corpus.inForce(clock.instant()).stream()
        .map(disclosure -> disclosure.issuer())
        .filter(
            issuer -> settings.issuer() == null || issuer.code().value().equals(settings.issuer()))
        .findFirst();
  }

  @PostMapping
  ResponseEntity<byte[]> export(
      Principal who,
      @ModelAttribute("desk") Desk desk,
      @RequestParam Map<String, String> fields,
      @RequestParam(required = false) @Nullable Set<ActivityRecord.Kind> kinds,
      @RequestParam(required = false) @Nullable Set<String> id) {
    var from = time(fields.getOrDefault("from", ""));
    var until = time(fields.getOrDefault("until", ""));
    var record = record(desk, fields, kinds == null ? Set.of() : kinds, id, from, until);
    archive
        .trail()
        .append(
            Kind.EXPORT,
            who.getName(),
            "record",
            Map.of("from", from, "until", until, "answers", record.exchanges().size()));
    var phrases = desk.words().phrasebook();
    var file = new ByteArrayOutputStream();
    var pdf = "pdf".equals(fields.get("format"));
    if (pdf) {
      RecordPdf.write(record, phrases, file);
    } else {
      RecordDocx.write(record, phrases, file);
    }
    return ResponseEntity.ok()
        .contentType(pdf ? MediaType.APPLICATION_PDF : DOCX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    desk.of("record.file", Map.of("date", record.date()))
                        + (pdf ? ".pdf" : ".docx"),
                    StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file.toByteArray());
  }

  private ActivityRecord record(
      Desk desk,
      Map<String, String> fields,
      Set<ActivityRecord.Kind> kinds,
      @Nullable Set<String> chosen,
      Instant from,
      Instant until) {
    var issuer = issuer();
    var exchanges =
        left(from, until).stream()
            .filter(answer -> chosen == null || chosen.contains(answer.id()))
            .map(RecordPage::exchange)
            .toList();
    return new ActivityRecord(
        issuer.map(known -> known.code().value()).orElse(""),
        issuer.map(Issuer::shortName).orElse(""),
        issuer.map(Issuer::companyName).orElse(""),
        fields.getOrDefault("number", "").strip(),
        kinds,
        fields.getOrDefault("time", "").isBlank()
            ? desk.time(from) + " – " + desk.time(until)
            : fields.getOrDefault("time", "").strip(),
        fields.getOrDefault("place", "").strip(),
        fields.getOrDefault("participants", "").strip(),
        fields.getOrDefault("hosts", "").strip(),
        exchanges,
        clock.instant().atZone(settings.zone()).toLocalDate());
  }

  private static ActivityRecord.Exchange exchange(Answer answer) {
    return new ActivityRecord.Exchange(
        answer.question().strip(), MARKS.matcher(answer.text()).replaceAll(""), List.of());
  }
}

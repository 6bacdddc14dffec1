package onrecord.bot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.function.Function;
import onrecord.bot.Settings;
import onrecord.corpus.Attribution;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;
import onrecord.retrieval.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Writing: for the investor-relations team alone.
@RestController
@RequestMapping("/api/v1/disclosures")
@Tag(name = "Curating", description = "Publishing and withdrawing; needs the curator's key.")
@SecurityRequirement(name = WebSecurity.CURATOR)
class CuratorApi {

  private final Corpus corpus;
  private final SearchIndex index;
  private final Settings settings;
  private final Clock clock;
  private final JsonMapper json;

  CuratorApi(Corpus corpus, SearchIndex index, Settings settings, Clock clock, JsonMapper json) {
    this.corpus = corpus;
    this.index = index;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  @Operation(
      summary = "Hand in a file as a draft",
      description =
          "Reads it and says at once if it cannot be taken. Nobody else sees it until it is published."
              + " Each document of a ZIP file is a draft of its own; the answer then lists what became of each.")
  @ApiResponse(
      responseCode = "201",
      description = "The draft.",
      content = @Content(schema = @Schema(implementation = DisclosureView.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What became of each document in an archive.",
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = DocumentOutcome.class))))
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Object> draft(
      HttpServletRequest request,
      @Parameter(
              description =
                  "The original: PDF, DOCX, XLSX, HTML, Markdown or plain text, or a ZIP of these.")
          @RequestPart
          MultipartFile file,
      @Parameter(
              description =
                  "JSON that overrides what the document says of itself, such as `{\"kind\": \"CORRECTION\", \"supersedes\": \"…\"}`.")
          @RequestPart(required = false)
          @Nullable Part metadata)
      throws IOException {
    var folder = Files.createTempDirectory("onrecord-draft");
    try {
      var original = folder.resolve(nameOf(file));
      file.transferTo(original);
      if (metadata != null) {
        Files.writeString(sidecar(original), checked(metadata));
      }
      return outcome(corpus.draft(original, by(request, "")));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Operation(
      summary = "Publish a draft",
      description = "At once, or at a future time, which is an embargo until then.")
  @PostMapping("/{id}/publish")
  DisclosureView publish(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Publication publication) {
    var at = publication == null ? clock.instant() : publication.instant(clock.instant());
    return change(id, disclosure -> corpus.publish(disclosure, at, by(request, "")));
  }

  @Operation(summary = "Withdraw a disclosure from the next question on")
  @PostMapping("/{id}/withdraw")
  DisclosureView withdraw(
      HttpServletRequest request, @PathVariable String id, @RequestBody Withdrawal withdrawal) {
    var reason = withdrawal.reason();
    if (reason == null || reason.isBlank()) {
      throw Refusal.ofField("reason", "The field 'reason' is missing. Please say why.");
    }
    return change(id, disclosure -> corpus.withdraw(disclosure, by(request, reason)));
  }

  private static Attribution by(HttpServletRequest request, String reason) {
    return new Attribution(String.valueOf(request.getRemoteUser()), reason);
  }

  private ResponseEntity<Object> outcome(Intake intake) {
    return switch (intake) {
      case Intake.Taken taken -> {
        index.reconcile();
        yield ResponseEntity.created(URI.create("/api/v1/disclosures/" + taken.disclosure().id()))
            .body(view(taken.disclosure()));
      }
      case Intake.AlreadyKnown known -> throw alreadyKnown(known);
      case Intake.Refused refused -> throw Refusal.ofFile(refused);
      case Intake.Unpacked archive -> {
        index.reconcile();
        yield ResponseEntity.ok(archive.documents().stream().map(this::document).toList());
      }
    };
  }

  /// What became of one document of an archive.
  ///
  /// @param disclosure the draft, or what is held already; null if it was refused
  /// @param problem why it was refused; null if it was not
  record DocumentOutcome(
      String file, @Nullable DisclosureView disclosure, @Nullable ProblemDetail problem) {}

  private DocumentOutcome document(Intake intake) {
    return switch (intake) {
      case Intake.Taken taken -> new DocumentOutcome(taken.file(), view(taken.disclosure()), null);
      case Intake.AlreadyKnown known ->
          new DocumentOutcome(known.file(), view(known.disclosure()), null);
      case Intake.Refused refused ->
          new DocumentOutcome(refused.file(), null, Refusal.ofFile(refused).getBody());
      case Intake.Unpacked archive ->
          throw new IllegalArgumentException(archive.file() + " is more than one document");
    };
  }

  private static ErrorResponseException alreadyKnown(Intake.AlreadyKnown known) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONFLICT,
            "The same file is here already, as '%s'.".formatted(known.disclosure().id()));
    problem.setProperty("disclosure", known.disclosure().id().value());
    return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
  }

  private DisclosureView change(String id, Function<DisclosureId, Disclosure> change) {
    var known = new Reader(true, clock.instant()).disclosure(corpus, id);
    try {
      var changed = change.apply(known.id());
      index.reconcile();
      return view(changed);
    } catch (NoSuchElementException gone) {
      throw Reader.unknown(id);
    } catch (IllegalStateException conflict) {
      throw Refusal.of(HttpStatus.CONFLICT, String.valueOf(conflict.getMessage()));
    }
  }

  /// The name alone, whatever path a client sent with it.
  private static String nameOf(MultipartFile file) {
    var sent = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
    var name = sent.substring(sent.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "");
    if (name.isBlank() || name.equals(".") || name.equals("..") || name.length() > 200) {
      throw Refusal.ofField(
          "file", "The part 'file' must bear a file name of at most 200 characters.");
    }
    return name;
  }

  private static Path sidecar(Path original) {
    return original.resolveSibling(original.getFileName() + ".yaml");
  }

  /// JSON is YAML too, so it can stand beside the file as it is.
  private String checked(Part metadata) throws IOException {
    try (InputStream in = metadata.getInputStream()) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!json.readTree(text).isObject()) {
        throw notMetadata();
      }
      return text;
    } catch (JacksonException notJson) {
      throw notMetadata();
    }
  }

  private static ErrorResponseException notMetadata() {
    return Refusal.ofField("metadata", "The part 'metadata' must be a JSON object.");
  }

  private DisclosureView view(Disclosure disclosure) {
    return DisclosureView.forCurators(disclosure, clock.instant(), settings.zone());
  }

  /// @param at ISO 8601 with offset; at once where it is missing
  record Publication(@Nullable String at) {

    Instant instant(Instant now) {
      try {
        return at == null ? now : OffsetDateTime.parse(at).toInstant();
      } catch (DateTimeParseException notATime) {
        throw Refusal.ofField(
            "at",
            "The field 'at' is '%s'; it must be a date and time with an offset, such as 2025-11-20T18:00:00+08:00."
                .formatted(Refusal.shortened(at)));
      }
    }
  }

  /// @param reason why it ends
  record Withdrawal(@Nullable String reason) {}
}

package onrecord.bot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.bot.Question;
import onrecord.bot.Settings;
import onrecord.bot.views.DisclosureReference;
import onrecord.bot.views.Links;
import onrecord.corpus.Basis;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is held here, and evidence alone.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Corpus", description = "What is held, how far it reaches, and plain search.")
public class SearchApi {

  private static final int LARGEST_K = 1_000;

  private final Corpus corpus;
  private final SearchIndex index;
  private final Settings settings;
  private final Clock clock;

  SearchApi(Corpus corpus, SearchIndex index, Settings settings, Clock clock) {
    this.corpus = corpus;
    this.index = index;
    this.settings = settings;
    this.clock = clock;
  }

  @Operation(summary = "What is held, and how far each issuer's reports reach")
  @GetMapping("/corpus")
  CorpusView corpus(@RequestParam @Nullable String asOf) {
    var instant = AnswerRequest.effectiveAsOf(asOf, clock.instant());
    var inForce = corpus.inForce(instant);
    var byIssuer =
        inForce.stream()
            .collect(
                Collectors.groupingBy(
                    disclosure -> disclosure.issuer().code(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var issuers =
        byIssuer.entrySet().stream()
            .map(of ->
                IssuerView.of(
                    of.getValue(),
                    corpus.horizon(of.getKey(), instant).orElse(null),
                    settings.zone()))
            .toList();
    var progress = index.progress();
    return new CorpusView(
        corpus.revision().toString(),
        inForce.size(),
        inForce.stream().mapToInt(Disclosure::pages).sum(),
        progress.passages(),
        progress.vectors(),
        issuers);
  }

  @Operation(
      summary = "Evidence alone",
      description = "The passages that a question finds, best first; nothing is ruled or composed.")
  @GetMapping("/search")
  public Found search(
      @Parameter(description = "What to look for, 1 to 2,000 characters.", example = "营业收入 前三季度")
          @RequestParam
          String q,
      @Parameter(description = "How many, 1 to 1,000.") @RequestParam(defaultValue = "10") int k,
      @RequestParam @Nullable String asOf,
      @RequestParam @Nullable String issuer,
      @Parameter(description = "One kind or several, separated by commas.") @RequestParam
          @Nullable String kind) {
    if (k < 1 || k > LARGEST_K) {
      throw Refusal.ofField("k", "The parameter 'k' must be from 1 to 1,000.");
    }
    var instant = AnswerRequest.effectiveAsOf(asOf, clock.instant());
    var query =
        new Query(
            Question.of(q, instant).text(),
            List.of(),
            languageOf(q),
            instant,
            issuer == null ? Set.of() : Set.of(AnswerRequest.securitiesCode(issuer)),
            kind == null ? Set.of() : kinds(kind),
            null,
            k);
    return new Found(
        q,
        instant.atZone(settings.zone()).toOffsetDateTime(),
        index.retrieve(query).stream().map(found -> Hit.of(found, settings.zone())).toList(),
        corpus.revision().toString());
  }

  private static Set<DisclosureKind> kinds(String kinds) {
    return Arrays.stream(kinds.split(","))
        .map(kind -> Refusal.constant(DisclosureKind.class, "kind", kind.strip()))
        .collect(Collectors.toSet());
  }

  private static Language languageOf(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }

  /// What is held.
  ///
  /// @param disclosures in force
  /// @param passages searchable by words
  /// @param vectors of these, searchable by meaning too
  record CorpusView(
      String revision,
      int disclosures,
      int pages,
      int passages,
      int vectors,
      List<IssuerView> issuers) {}

  /// What is held of an issuer.
  ///
  /// @param latestPublishedAt when its latest disclosure was published
  /// @param horizon the last period that its reports and records cover
  record IssuerView(
      String code,
      String shortName,
      String companyName,
      int disclosures,
      @Nullable OffsetDateTime latestPublishedAt,
      @Nullable Horizon horizon) {

    static IssuerView of(
        List<Disclosure> newestFirst, @Nullable ReportingPeriod horizon, ZoneId zone) {
      var newest = newestFirst.getFirst();
      Issuer issuer = newest.issuer();
      var publishedAt = newest.publishedAt();
      return new IssuerView(
          issuer.code().value(),
          issuer.shortName(),
          issuer.companyName(),
          newestFirst.size(),
          publishedAt == null ? null : publishedAt.atZone(zone).toOffsetDateTime(),
          horizon == null ? null : new Horizon(horizon.endMonth().toString(), horizon.basis()));
    }
  }

  /// A reporting horizon.
  ///
  /// @param period year and month of its end
  record Horizon(String period, Basis basis) {}

  /// What a search found.
  public record Found(
      String query, OffsetDateTime asOf, List<Hit> evidence, String corpusRevision) {}

  /// A passage found, and where it stands.
  ///
  /// @param alsoIn what other disclosures of the issuer state alike, newest first
  public record Hit(
      String passageId,
      int rank,
      double score,
      String text,
      DisclosureReference disclosure,
      @Nullable Integer page,
      @Nullable String section,
      @Nullable String item,
      String url,
      List<Repeat> alsoIn) {

    static Hit of(Evidence evidence, ZoneId zone) {
      var passage = evidence.passage();
      return new Hit(
          passage.id().value(),
          evidence.rank(),
          evidence.score(),
          passage.text(),
          DisclosureReference.of(evidence.disclosure(), zone),
          passage.page(),
          passage.headings().isEmpty() ? null : passage.section(),
          passage.item(),
          Links.passage(passage.id()),
          evidence.repeats().stream().map(Repeat::of).toList());
    }
  }

  /// The same statement in another disclosure.
  public record Repeat(String passageId, String disclosureId, String url) {

    static Repeat of(PassageId id) {
      return new Repeat(id.value(), id.disclosure().value(), Links.passage(id));
    }
  }
}

package onrecord.retrieval.indexing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import onrecord.retrieval.analysis.Labels;
import onrecord.retrieval.analysis.PeriodWords;
import onrecord.retrieval.analysis.Stated;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.ranking.Candidate.Days;
import onrecord.retrieval.structure.KindNames;
import onrecord.retrieval.structure.Statement;
import org.jspecify.annotations.Nullable;

/// What an index holds of a passage, together with what its disclosure says of it: in a long report
/// the same words stand on fifty pages, and issuer, year, kind and headings decide.
///
/// @param statement that the passage is part of, if any
/// @param text what its vector is made from
/// @param vector none while it has none
public record IndexedPassage(
    Disclosure disclosure,
    Passage passage,
    @Nullable Statement statement,
    EmbeddingText text,
    Optional<float[]> vector) {

  /// Counted up whenever what is indexed of a passage changes, so that older indexes are built
  /// anew.
  public static final int SCHEMA = 5;

  /// When what has no end ends, in milliseconds since 1970.
  public static final long NEVER = Long.MAX_VALUE;

  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE + 1_000);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE - 1_000);

  /// 母公司 without 归属于 before it and 合并 beside it; English reports call the parent's own statements
  /// the company's.
  private static final Pattern PARENT =
      Pattern.compile(
          "^(?!.*(?:合并|归属于)).*母公司|(?i)\\bparent company|^company (?:balance sheet|income statement"
              + "|statement of)|^the company.s (?:balance sheet|statement of)");

  /// Whether a passage may ever be found: only the company's words are.
  public static boolean isFindable(Passage passage) {
    return passage.speaker() == Speaker.COMPANY;
  }

  /// Names the state of a disclosure.
  public static String edition(Disclosure disclosure) {
    return disclosure.id() + "@" + disclosure.revision();
  }

  /// In milliseconds since 1970; instants beyond what these can count are the last that they can,
  /// short of never.
  public static long millis(Instant instant) {
    if (instant.isAfter(LAST)) {
      return LAST.toEpochMilli();
    }
    return instant.isBefore(FIRST) ? FIRST.toEpochMilli() : instant.toEpochMilli();
  }

  private static long millisOrNever(@Nullable Instant instant) {
    return instant == null ? NEVER : millis(instant);
  }

  /// Names it.
  public String id() {
    return passage.id().value();
  }

  /// The state of its disclosure that it was made from.
  public String edition() {
    return edition(disclosure);
  }

  /// The code of whose it is.
  public String issuer() {
    return disclosure.issuer().code().value();
  }

  /// From when it counts, in milliseconds since 1970.
  public long published() {
    return millisOrNever(disclosure.publishedAt());
  }

  /// From when it no longer counts, in milliseconds since 1970.
  public long ended() {
    return Math.min(millisOrNever(disclosure.endedAt()), millisOrNever(passage.endedAt()));
  }

  /// The period that its disclosure reports on, if any.
  public Optional<Days> period() {
    return Optional.ofNullable(disclosure.period())
        .map(period -> new Days(period.start().toEpochDay(), period.end().toEpochDay()));
  }

  /// The financial year of that period.
  public Optional<String> year() {
    return Optional.ofNullable(disclosure.period()).map(period -> "" + period.end().getYear());
  }

  /// The headings, and the row and column headings of a table, each as one term.
  public Set<String> labels() {
    return Labels.of(passage);
  }

  /// A mark of what it states.
  public Stated stated() {
    return Stated.of(disclosure.issuer().code(), passage);
  }

  /// Its own words all in one, so that a term counts over the whole (BM25F); headings twice, since
  /// they say in few words what many lines are about.
  public String words() {
    var headings = String.join("\n", passage.headings());
    var words = new ArrayList<String>();
    words.add(headings);
    words.add(headings);
    if (passage.question() != null) {
      words.add(passage.question());
    }
    words.add(passage.text());
    return String.join("\n", words);
  }

  /// What its disclosure says of it: title, issuer, kind and period. It stands in every passage of
  /// a report, so it is counted apart from its own words.
  public String context() {
    var issuer = disclosure.issuer();
    var words = new ArrayList<String>();
    words.add(disclosure.title());
    words.add(issuer.shortName());
    words.add(issuer.companyName());
    words.addAll(issuer.aliases());
    words.add(issuer.code().value());
    words.addAll(KindNames.of(disclosure.kind()));
    if (disclosure.period() != null) {
      words.addAll(PeriodWords.of(disclosure.period()));
    }
    return String.join("\n", words);
  }

  /// Statements of the parent company alone stand beside the consolidated ones with the same rows.
  public boolean isOfParentAlone() {
    var caption = passage.text().lines().findFirst().orElse("");
    return passage.form() == Passage.Form.TABLE && namesParent(caption)
        || passage.headings().stream().anyMatch(IndexedPassage::namesParent);
  }

  private static boolean namesParent(String heading) {
    return PARENT.matcher(heading).find() && heading.length() < 60;
  }

  /// Those of a disclosure that may be found, each with its vector where it is known.
  static List<IndexedPassage> of(
      Disclosure disclosure, List<Passage> passages, VectorsKnown vectors) {
    var statements = Statement.in(passages);
    var indexed = new ArrayList<IndexedPassage>();
    for (var passage : passages) {
      if (isFindable(passage)) {
        var text = EmbeddingText.of(disclosure, passage);
        var statement = statements.get(passage.id());
        indexed.add(new IndexedPassage(disclosure, passage, statement, text, vectors.known(text)));
      }
    }
    return indexed;
  }

  /// The vectors computed before.
  interface VectorsKnown {
    Optional<float[]> known(EmbeddingText text);
  }
}

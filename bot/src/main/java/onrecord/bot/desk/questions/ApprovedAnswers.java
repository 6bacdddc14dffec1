package onrecord.bot.desk.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import onrecord.bot.Question;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Storage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The answers that people approved for a meaning, and whether they still hold.
public final class ApprovedAnswers {

  private final JdbcClient database;
  private final Storage storage;
  private final QuestionGroups groups;
  private final Corpus corpus;
  private final AuditTrail trail;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  public ApprovedAnswers(
      Storage storage, QuestionGroups groups, Corpus corpus, AuditTrail trail, Clock clock) {
    this.storage = storage;
    this.database = JdbcClient.create(storage.source());
    this.groups = groups;
    this.corpus = corpus;
    this.trail = trail;
    this.clock = clock;
  }

  /// A person's answer to a group of questions.
  ///
  /// @param citations the passages that support it, in the order of the marks in the text
  /// @throws IllegalArgumentException if it has no words, no citation, or one that is not in force
  public ApprovedAnswer write(
      long group,
      String text,
      List<PassageId> citations,
      @Nullable Instant expiresAt,
      String writer) {
    if (text.isBlank() || citations.isEmpty()) {
      throw new IllegalArgumentException("An approved answer needs words and a citation");
    }
    var cited = citations.stream().map(this::inForce).toList();
    var id = UUID.randomUUID().toString();
    trail.append(
        Kind.APPROVED_ANSWER, writer, id, Map.of("act", "written", "group", group, "text", text));
    database
        .sql(
            """
            insert into approved_answer
              (id, group_id, text, citations, written_by, written_at, expires_at, covers)
            values (:id, :group, :text, :citations, :writer, :now, :expires, :covers)
            """)
        .param("id", id)
        .param("group", group)
        .param("text", text.strip())
        .param("citations", json.writeValueAsString(citations))
        .param("writer", writer)
        .param("now", now())
        .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
        .param("covers", covered(cited).orElse(null))
        .update();
    storage.writeThrough();
    return answer(id).orElseThrow();
  }

  private Disclosure inForce(PassageId id) {
    var instant = clock.instant();
    return corpus
        .passage(id)
        .filter(passage -> passage.countsAt(instant))
        .flatMap(_ -> corpus.disclosure(id.disclosure()))
        .filter(disclosure -> disclosure.isInForce(instant))
        .orElseThrow(() -> new IllegalArgumentException("No passage " + id + " is in force"));
  }

  private static Optional<LocalDate> covered(List<Disclosure> cited) {
    return cited.stream()
        .map(Disclosure::period)
        .filter(Objects::nonNull)
        .map(ReportingPeriod::end)
        .max(LocalDate::compareTo);
  }

  /// Approves it.
  ///
  /// @throws IllegalStateException if the approver wrote it, or it is not waiting
  public void approve(String id, String approver) {
    var answer = existing(id);
    if (answer.writtenBy().equals(approver)) {
      throw new IllegalStateException("It takes a second person to approve an answer");
    }
    if (answer.stateAt(clock.instant()) != ApprovedAnswer.State.WRITTEN) {
      throw new IllegalStateException("The answer is not waiting for approval");
    }
    trail.append(Kind.APPROVED_ANSWER, approver, id, Map.of("act", "approved"));
    database
        .sql("update approved_answer set approved_by = :by, approved_at = :now where id = :id")
        .param("by", approver)
        .param("now", now())
        .param("id", id)
        .update();
    storage.writeThrough();
  }

  /// Takes it back.
  public void end(String id, String actor) {
    existing(id);
    trail.append(Kind.APPROVED_ANSWER, actor, id, Map.of("act", "ended"));
    database
        .sql("update approved_answer set ended_by = :by, ended_at = :now where id = :id")
        .param("by", actor)
        .param("now", now())
        .param("id", id)
        .update();
    storage.writeThrough();
  }

  public Optional<ApprovedAnswer> answer(String id) {
    return database
        .sql("select * from approved_answer where id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /// All of them, the latest first.
  public List<ApprovedAnswer> all() {
    return database
        .sql("select * from approved_answer order by written_at desc")
        .query(this::row)
        .list();
  }

  /// Those that were written for a group, the latest first.
  public List<ApprovedAnswer> of(long group) {
    return all().stream().filter(answer -> answer.group() == group).toList();
  }

  /// The one that a question is to be answered with, if it stands at the instant asked about.
  Optional<ApprovedAnswer> standing(
      Question question, Language language, @Nullable SecuritiesCode issuer) {
    var standing =
        all().stream().filter(answer -> stands(answer, question.asOf(), issuer)).toList();
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    return groups
        .same(question.text(), language, issuer == null ? null : issuer.value())
        .flatMap(group -> standing.stream().filter(answer -> answer.group() == group).findFirst());
  }

  private boolean stands(ApprovedAnswer answer, Instant asOf, @Nullable SecuritiesCode issuer) {
    var approvedAt = answer.approvedAt();
    return approvedAt != null
        && !approvedAt.isAfter(asOf)
        && answer.stateAt(asOf) == ApprovedAnswer.State.APPROVED
        && answer.citations().stream().allMatch(cited -> isInForce(cited, asOf))
        && !isOverridden(answer, approvedAt, asOf);
  }

  private boolean isInForce(PassageId id, Instant asOf) {
    return corpus.passage(id).filter(passage -> passage.countsAt(asOf)).isPresent()
        && corpus
            .disclosure(id.disclosure())
            .filter(disclosure -> disclosure.isInForce(asOf))
            .isPresent();
  }

  /// Whether a report has come out since that covers the period it rests on.
  public boolean isOverridden(ApprovedAnswer answer, Instant approvedAt, Instant asOf) {
    var covers = answer.covers();
    var issuer =
        corpus.disclosure(answer.citations().getFirst().disclosure()).map(d -> d.issuer().code());
    return covers != null
        && corpus.inForce(asOf).stream()
            .filter(disclosure -> issuer.equals(Optional.of(disclosure.issuer().code())))
            .filter(disclosure -> disclosure.kind().isPeriodicReport())
            .filter(
                disclosure -> Objects.requireNonNull(disclosure.publishedAt()).isAfter(approvedAt))
            .map(Disclosure::period)
            .filter(Objects::nonNull)
            .anyMatch(period -> !period.end().isBefore(covers));
  }

  /// The passages it cites, in order.
  List<Passage> cited(ApprovedAnswer answer) {
    return answer.citations().stream().map(id -> corpus.passage(id).orElseThrow()).toList();
  }

  private ApprovedAnswer existing(String id) {
    return answer(id)
        .orElseThrow(() -> new NoSuchElementException("There is no approved answer '" + id + "'"));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private ApprovedAnswer row(ResultSet row, int ignored) throws SQLException {
    return new ApprovedAnswer(
        row.getString("id"),
        row.getLong("group_id"),
        row.getString("text"),
        Arrays.asList(json.readValue(row.getString("citations"), PassageId[].class)),
        row.getString("written_by"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getString("approved_by"),
        instant(row, "approved_at"),
        instant(row, "expires_at"),
        row.getObject("covers", LocalDate.class),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

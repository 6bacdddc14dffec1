package onrecord.corpus.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.corpus.Attribution;
import onrecord.corpus.Basis;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Event;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.PageFlag;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReadFigure;
import onrecord.corpus.Replacement;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Speaker;
import onrecord.corpus.TextLine;
import onrecord.corpus.metadata.Corrected;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue's tables, one method a statement.
final class Store {

  /// A disclosure with what only the catalogue needs to know of it.
  record Entry(Disclosure disclosure, boolean codePrinted, @Nullable Corrected corrects) {}

  private static final Comparator<Entry> ORDER =
      Comparator.<Entry, Instant>comparing(
              entry -> entry.disclosure().publishedAt(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(entry -> entry.disclosure().id().value());

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final JsonMapper json = JsonMapper.builder().build();

  Store(JdbcTemplate batches) {
    this.batches = batches;
    this.jdbc = JdbcClient.create(batches);
  }

  long revision() {
    return jdbc.sql("select revision from corpus").query(Long.class).single();
  }

  void nextRevision() {
    jdbc.sql("update corpus set revision = revision + 1").update();
  }

  Snapshot snapshot(long revision) {
    return Snapshot.of(revision, entries(), replacedPassages(), effects());
  }

  private List<Instant> effects() {
    return jdbc.sql("select effective_at from event where effective_at is not null")
        .query((row, _) -> given(row, "effective_at"))
        .list();
  }

  List<Entry> entries() {
    var replaced = replacements("ordinal is null");
    return jdbc.sql("select * from disclosure order by published_at nulls last, id")
        .query((row, _) -> entry(row, whole(replaced, row.getString("id"))))
        .list();
  }

  Optional<Entry> entry(DisclosureId id) {
    return entryWhere("id = ?", id.value());
  }

  Optional<Entry> entryOfContent(String sha256) {
    return entryWhere("sha256 = ?", sha256);
  }

  private Optional<Entry> entryWhere(String condition, String value) {
    var replaced = replacements("ordinal is null");
    return jdbc.sql("select * from disclosure where " + condition)
        .param(value)
        .query((row, _) -> entry(row, whole(replaced, row.getString("id"))))
        .optional();
  }

  private static List<Replacement> whole(List<Replaced> replaced, String id) {
    return replaced.stream()
        .filter(row -> row.disclosure().value().equals(id))
        .map(Replaced::replacement)
        .toList();
  }

  private record Replaced(
      DisclosureId disclosure, @Nullable Integer ordinal, Replacement replacement) {}

  private List<Replaced> replacements(String condition) {
    return jdbc.sql(
            "select * from replacement where " + condition + " order by disclosure_id, starts, id")
        .query((row, _) ->
            new Replaced(
                new DisclosureId(row.getString("disclosure_id")),
                row.getObject("ordinal", Integer.class),
                new Replacement(
                    given(row, "starts"),
                    instant(row, "ends"),
                    new DisclosureId(row.getString("correction_id")))))
        .list();
  }

  private Map<DisclosureId, Map<Integer, List<Replacement>>> replacedPassages() {
    return replacements("ordinal is not null").stream()
        .collect(
            Collectors.groupingBy(
                Replaced::disclosure,
                Collectors.groupingBy(
                    row -> Objects.requireNonNull(row.ordinal()),
                    Collectors.mapping(Replaced::replacement, Collectors.toList()))));
  }

  void insert(Entry entry, String original, @Nullable String sidecar, List<String> remarks) {
    var disclosure = entry.disclosure();
    var period = disclosure.period();
    jdbc.sql(
            """
            insert into disclosure (id, issuer_code, issuer, code_printed, announcement_number, kind,
              title, period_start, period_end, period_basis, language, audited, published_at,
              corrects, file, sha256, original, pages, revision, sidecar, remarks)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            list(
                disclosure.id().value(),
                disclosure.issuer().code().value(),
                json.writeValueAsString(disclosure.issuer()),
                entry.codePrinted(),
                disclosure.announcementNumber(),
                disclosure.kind().name(),
                disclosure.title(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                period == null ? null : period.basis().name(),
                disclosure.language().tag(),
                disclosure.audited(),
                disclosure.publishedAt() == null ? null : time(disclosure.publishedAt()),
                entry.corrects() == null ? null : json.writeValueAsString(entry.corrects()),
                disclosure.file(),
                disclosure.sha256(),
                original,
                disclosure.pages(),
                disclosure.revision(),
                sidecar,
                json.writeValueAsString(remarks)))
        .update();
  }

  /// Writes what is said of a document anew.
  void amend(Entry entry, @Nullable String sidecar, List<String> remarks) {
    var disclosure = entry.disclosure();
    var period = disclosure.period();
    changed(
        disclosure.id(),
        """
        issuer_code = ?, issuer = ?, code_printed = ?, announcement_number = ?, kind = ?, title = ?,
        period_start = ?, period_end = ?, period_basis = ?, language = ?, audited = ?,
        published_at = ?, corrects = ?, sidecar = ?, remarks = ?\
        """,
        disclosure.issuer().code().value(),
        json.writeValueAsString(disclosure.issuer()),
        entry.codePrinted(),
        disclosure.announcementNumber(),
        disclosure.kind().name(),
        disclosure.title(),
        period == null ? null : period.start(),
        period == null ? null : period.end(),
        period == null ? null : period.basis().name(),
        disclosure.language().tag(),
        disclosure.audited(),
        disclosure.publishedAt() == null ? null : time(disclosure.publishedAt()),
        entry.corrects() == null ? null : json.writeValueAsString(entry.corrects()),
        sidecar,
        json.writeValueAsString(remarks));
  }

  Optional<String> sidecar(DisclosureId id) {
    return jdbc.sql("select sidecar from disclosure where id = ? and sidecar is not null")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  List<String> remarks(DisclosureId id) {
    return jdbc.sql("select remarks from disclosure where id = ?")
        .param(id.value())
        .query(String.class)
        .optional()
        .map(remarks -> List.of(json.readValue(remarks, String[].class)))
        .orElse(List.of());
  }

  void insertFlags(DisclosureId id, List<PageFlag> flags) {
    for (var flag : flags) {
      jdbc.sql("insert into page_flag (disclosure_id, page, kind, confidence) values (?, ?, ?, ?)")
          .params(id.value(), flag.page(), flag.kind().name(), flag.confidence())
          .update();
    }
  }

  List<PageFlag> flags(DisclosureId id) {
    return jdbc.sql(
            "select page, kind, confidence from page_flag where disclosure_id = ? order by page, kind")
        .param(id.value())
        .query((row, _) ->
            new PageFlag(
                row.getInt("page"),
                PageFlag.Kind.valueOf(row.getString("kind")),
                row.getInt("confidence")))
        .list();
  }

  void insertPassages(DisclosureId id, List<Passage> passages) {
    batches.batchUpdate(
        """
        insert into passage (disclosure_id, ordinal, text, speaker, form, headings, page, item,
          question, lines)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        passages,
        500,
        (statement, passage) -> {
          statement.setString(1, id.value());
          statement.setInt(2, passage.ordinal());
          statement.setString(3, passage.text());
          statement.setString(4, passage.speaker().name());
          statement.setString(5, passage.form().name());
          statement.setString(6, json.writeValueAsString(passage.headings()));
          statement.setObject(7, passage.page());
          statement.setString(8, passage.item());
          statement.setString(9, passage.question());
          statement.setString(10, json.writeValueAsString(passage.lines()));
        });
  }

  /// @param revision of the disclosure at which they were read
  void insertFigures(DisclosureId id, int revision, List<Figure> figures) {
    var rows = new ArrayList<Object[]>();
    for (var figure : figures) {
      rows.add(new Object[] {id.value(), revision, rows.size(), json.writeValueAsString(figure)});
    }
    batches.batchUpdate(
        "insert into figure (disclosure_id, revision, ordinal, body) values (?, ?, ?, ?)", rows);
  }

  void publish(DisclosureId id, Instant at) {
    changed(id, "published_at = ?", time(at));
  }

  void end(DisclosureId id, Instant at) {
    changed(id, "ended_at = ?", time(at));
  }

  void link(DisclosureId correction, DisclosureId corrected) {
    changed(correction, "supersedes = ?", corrected.value());
  }

  void announce(DisclosureId id, Instant at) {
    jdbc.sql("update disclosure set announced_at = ? where id = ?")
        .params(time(at), id.value())
        .update();
  }

  List<DisclosureId> unannounced(Instant now) {
    return jdbc.sql(
            """
            select id from disclosure
            where published_at <= ? and (announced_at is null or announced_at < published_at)
              and (ended_at is null or ended_at > published_at)
            order by published_at, id
            """)
        .param(time(now))
        .query((row, _) -> new DisclosureId(row.getString("id")))
        .list();
  }

  void rename(DisclosureId id, Issuer issuer) {
    changed(
        id, "issuer_code = ?, issuer = ?", issuer.code().value(), json.writeValueAsString(issuer));
  }

  /// A correction takes the place of a whole disclosure.
  void replace(DisclosureId id, Instant from, DisclosureId by) {
    insertReplacement(id, null, from, by);
    touch(id);
  }

  /// A correction takes the place of passages.
  void replacePassages(DisclosureId id, List<Integer> ordinals, Instant from, DisclosureId by) {
    ordinals.forEach(ordinal -> insertReplacement(id, ordinal, from, by));
    touch(id);
  }

  private void insertReplacement(
      DisclosureId id, @Nullable Integer ordinal, Instant from, DisclosureId by) {
    jdbc.sql(
            "insert into replacement (disclosure_id, ordinal, starts, correction_id) values (?, ?, ?, ?)")
        .params(list(id.value(), ordinal, time(from), by.value()))
        .update();
  }

  /// Takes back all that a correction replaced, as if it had never named it.
  void forgetReplacedBy(DisclosureId correction) {
    var replaced = replacedBy(correction);
    jdbc.sql("delete from replacement where correction_id = ?").param(correction.value()).update();
    replaced.forEach(this::touch);
  }

  /// What a correction replaced counts again from an instant on.
  List<DisclosureId> reviveReplacedBy(DisclosureId correction, Instant from) {
    var replaced = replacedBy(correction);
    jdbc.sql("delete from replacement where correction_id = ? and starts >= ?")
        .params(correction.value(), time(from))
        .update();
    jdbc.sql("update replacement set ends = ? where correction_id = ? and ends is null")
        .params(time(from), correction.value())
        .update();
    replaced.forEach(this::touch);
    return replaced;
  }

  private List<DisclosureId> replacedBy(DisclosureId correction) {
    return jdbc.sql(
            "select distinct disclosure_id from replacement where correction_id = ? and ends is null")
        .param(correction.value())
        .query((row, _) -> new DisclosureId(row.getString("disclosure_id")))
        .list();
  }

  private void touch(DisclosureId id) {
    jdbc.sql("update disclosure set revision = revision + 1 where id = ?")
        .param(id.value())
        .update();
  }

  private void changed(DisclosureId id, String assignments, @Nullable Object... values) {
    var parameters = list(values);
    parameters.add(id.value());
    jdbc.sql("update disclosure set " + assignments + ", revision = revision + 1 where id = ?")
        .params(parameters)
        .update();
  }

  void note(
      Instant at, Attribution by, DisclosureId id, Event.Act act, @Nullable Instant effectiveAt) {
    jdbc.sql(
            "insert into event (at, actor, disclosure_id, act, reason, effective_at) values (?, ?, ?, ?, ?, ?)")
        .params(
            list(
                time(at),
                by.actor(),
                id.value(),
                act.name(),
                by.reason(),
                effectiveAt == null ? null : time(effectiveAt)))
        .update();
  }

  /// What was to show later never will.
  void forgetEffectsAfter(DisclosureId id, Instant now) {
    jdbc.sql("update event set effective_at = null where disclosure_id = ? and effective_at > ?")
        .params(id.value(), time(now))
        .update();
  }

  List<Event> history(DisclosureId id) {
    return jdbc.sql("select * from event where disclosure_id = ? order by id")
        .param(id.value())
        .query((row, _) -> event(row))
        .list();
  }

  List<Event> history(long after) {
    return jdbc.sql("select * from event where id > ? order by id")
        .param(after)
        .query((row, _) -> event(row))
        .list();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("id"),
        given(row, "at"),
        row.getString("actor"),
        new DisclosureId(row.getString("disclosure_id")),
        Event.Act.valueOf(row.getString("act")),
        row.getString("reason"),
        instant(row, "effective_at"));
  }

  /// A disclosure as it was catalogued at a revision of it.
  private record Edition(
      Disclosure disclosure,
      boolean codePrinted,
      @Nullable Corrected corrects,
      Map<Integer, List<Replacement>> passages) {}

  /// Keeps each disclosure that has changed as it is now known.
  void keepEditions(Instant now) {
    var kept =
        jdbc
            .sql(
                "select disclosure_id, max(revision) as latest from edition group by disclosure_id")
            .query((row, _) -> Map.entry(row.getString("disclosure_id"), row.getInt("latest")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    var passages = replacedPassages();
    for (var entry : entries()) {
      var disclosure = entry.disclosure();
      if (kept.getOrDefault(disclosure.id().value(), -1) < disclosure.revision()) {
        var edition =
            new Edition(
                disclosure,
                entry.codePrinted(),
                entry.corrects(),
                passages.getOrDefault(disclosure.id(), Map.of()));
        jdbc.sql(
                "insert into edition (disclosure_id, revision, known_from, body) values (?, ?, ?, ?)")
            .params(
                disclosure.id().value(),
                disclosure.revision(),
                time(now),
                json.writeValueAsString(edition))
            .update();
      }
    }
  }

  /// What was catalogued at an instant, as it was then.
  Snapshot snapshotKnownAt(Instant known) {
    var editions =
        jdbc.sql(
                """
                select body from edition e where known_from <= ? and revision = (
                  select max(revision) from edition l
                  where l.disclosure_id = e.disclosure_id and l.known_from <= ?)
                """)
            .params(time(known), time(known))
            .query((row, _) -> json.readValue(row.getString("body"), Edition.class))
            .list();
    return Snapshot.of(
        0,
        editions.stream()
            .map(edition ->
                new Entry(edition.disclosure(), edition.codePrinted(), edition.corrects()))
            .sorted(ORDER)
            .toList(),
        editions.stream()
            .collect(Collectors.toMap(edition -> edition.disclosure().id(), Edition::passages)),
        effectsKnownAt(known));
  }

  private List<Instant> effectsKnownAt(Instant known) {
    return jdbc.sql("select effective_at from event where effective_at is not null and at <= ?")
        .param(time(known))
        .query((row, _) -> given(row, "effective_at"))
        .list();
  }

  List<Passage> passages(DisclosureId id) {
    return jdbc.sql("select * from passage where disclosure_id = ? order by ordinal")
        .param(id.value())
        .query((row, _) -> passage(row))
        .list();
  }

  /// The disclosures that have all of some words in one passage.
  Set<DisclosureId> mentioning(List<String> words) {
    var condition =
        words.stream()
            .map(_ -> "lower(text) like ? escape '!'")
            .collect(Collectors.joining(" and "));
    var patterns =
        words.stream()
            .map(word -> "%" + word.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
            .toList();
    return jdbc.sql("select distinct disclosure_id from passage where " + condition)
        .params(patterns)
        .query((row, _) -> new DisclosureId(row.getString("disclosure_id")))
        .set();
  }

  Optional<Passage> passage(DisclosureId id, int ordinal) {
    return jdbc.sql("select * from passage where disclosure_id = ? and ordinal = ?")
        .params(id.value(), ordinal)
        .query((row, _) -> passage(row))
        .optional();
  }

  /// The figures of a disclosure as they stood at a revision of it, in reading order.
  List<ReadFigure> readFigures(DisclosureId id, int revision) {
    var reading = reading(id, revision);
    var reviews = reviews(id, reading, revision);
    return jdbc.sql(
            "select ordinal, body from figure where disclosure_id = ? and revision = ? order by ordinal")
        .params(id.value(), reading)
        .query((row, _) ->
            readFigure(
                row.getInt("ordinal"),
                json.readValue(row.getString("body"), Figure.class),
                reviews))
        .list();
  }

  private static ReadFigure readFigure(
      int ordinal, Figure read, Map<Integer, Optional<Figure>> reviews) {
    var review = reviews.get(ordinal);
    return review == null
        ? new ReadFigure(ordinal, read, null, false)
        : new ReadFigure(ordinal, read, review.orElse(null), review.isEmpty());
  }

  private int reading(DisclosureId id, int revision) {
    return Objects.requireNonNullElse(
        jdbc.sql("select max(revision) from figure where disclosure_id = ? and revision <= ?")
            .params(id.value(), revision)
            .query(Integer.class)
            .optional()
            .orElse(null),
        1);
  }

  /// What people made of figures of a reading; the last word counts.
  private Map<Integer, Optional<Figure>> reviews(DisclosureId id, int reading, int revision) {
    var reviews = new HashMap<Integer, Optional<Figure>>();
    jdbc.sql(
            """
            select ordinal, corrected from figure_review
            where disclosure_id = ? and reading = ? and revision <= ? order by id
            """)
        .params(id.value(), reading, revision)
        .query(row -> {
          var corrected = row.getString("corrected");
          reviews.put(
              row.getInt("ordinal"),
              Optional.ofNullable(corrected).map(body -> json.readValue(body, Figure.class)));
        });
    return reviews;
  }

  /// @param revision of the disclosure from which the review counts
  void review(DisclosureId id, int ordinal, int revision, @Nullable Figure corrected) {
    jdbc.sql(
            """
            insert into figure_review (disclosure_id, reading, ordinal, revision, corrected)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            list(
                id.value(),
                reading(id, revision),
                ordinal,
                revision,
                corrected == null ? null : json.writeValueAsString(corrected)))
        .update();
    touch(id);
  }

  /// The names of all originals.
  Set<String> originals() {
    return jdbc.sql("select original from disclosure")
        .query((row, _) -> row.getString("original"))
        .set();
  }

  Optional<String> original(DisclosureId id) {
    return jdbc.sql("select original from disclosure where id = ?")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  private Entry entry(ResultSet row, List<Replacement> replaced) throws SQLException {
    var supersedes = row.getString("supersedes");
    var corrects = row.getString("corrects");
    var disclosure =
        new Disclosure(
            new DisclosureId(row.getString("id")),
            json.readValue(row.getString("issuer"), Issuer.class),
            row.getString("announcement_number"),
            DisclosureKind.valueOf(row.getString("kind")),
            row.getString("title"),
            period(row),
            Language.ofTag(row.getString("language")),
            row.getObject("audited", Boolean.class),
            instant(row, "published_at"),
            earlier(instant(row, "ended_at"), Snapshot.standing(replaced).orElse(null)),
            supersedes == null ? null : new DisclosureId(supersedes),
            row.getString("file"),
            row.getString("sha256"),
            row.getInt("pages"),
            row.getInt("revision"),
            replaced);
    return new Entry(
        disclosure,
        row.getBoolean("code_printed"),
        corrects == null ? null : json.readValue(corrects, Corrected.class));
  }

  private static @Nullable ReportingPeriod period(ResultSet row) throws SQLException {
    var start = row.getObject("period_start", LocalDate.class);
    return start == null
        ? null
        : new ReportingPeriod(
            start,
            row.getObject("period_end", LocalDate.class),
            Basis.valueOf(row.getString("period_basis")));
  }

  private Passage passage(ResultSet row) throws SQLException {
    var id = new DisclosureId(row.getString("disclosure_id"));
    var ordinal = row.getInt("ordinal");
    return new Passage(
        PassageId.of(id, ordinal),
        ordinal,
        row.getString("text"),
        Speaker.valueOf(row.getString("speaker")),
        Passage.Form.valueOf(row.getString("form")),
        List.of(json.readValue(row.getString("headings"), String[].class)),
        row.getObject("page", Integer.class),
        row.getString("item"),
        row.getString("question"),
        List.of(json.readValue(row.getString("lines"), TextLine[].class)),
        null);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static List<@Nullable Object> list(@Nullable Object... values) {
    return new ArrayList<@Nullable Object>(Arrays.asList(values));
  }

  private static Instant given(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

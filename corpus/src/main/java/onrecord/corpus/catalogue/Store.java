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
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import onrecord.corpus.Basis;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
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

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final JsonMapper json = JsonMapper.builder().build();

  Store(DataSource source) {
    this.batches = new JdbcTemplate(source);
    this.jdbc = JdbcClient.create(batches);
  }

  long revision() {
    return jdbc.sql("select revision from corpus").query(Long.class).single();
  }

  void nextRevision() {
    jdbc.sql("update corpus set revision = revision + 1").update();
  }

  List<Entry> entries() {
    return jdbc.sql("select * from disclosure order by published_at nulls last, id")
        .query((row, _) -> entry(row))
        .list();
  }

  Optional<Entry> entryOfContent(String sha256) {
    return jdbc.sql("select * from disclosure where sha256 = ?")
        .param(sha256)
        .query((row, _) -> entry(row))
        .optional();
  }

  void insert(Entry entry, String original) {
    var disclosure = entry.disclosure();
    var period = disclosure.period();
    jdbc.sql(
            """
            insert into disclosure (id, issuer_code, issuer, code_printed, announcement_number, kind,
              title, period_start, period_end, period_basis, language, audited, published_at,
              corrects, file, sha256, original, pages, revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                disclosure.revision()))
        .update();
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

  void insertFigures(DisclosureId id, List<Figure> figures) {
    var rows = new ArrayList<Object[]>();
    for (var figure : figures) {
      rows.add(new Object[] {id.value(), rows.size(), json.writeValueAsString(figure)});
    }
    batches.batchUpdate("insert into figure (disclosure_id, ordinal, body) values (?, ?, ?)", rows);
  }

  void publish(DisclosureId id, Instant at) {
    changed(id, "published_at = ?", time(at));
  }

  void end(DisclosureId id, Instant at, @Nullable DisclosureId by) {
    changed(id, "ended_at = ?, ended_by = ?", time(at), by == null ? null : by.value());
  }

  void link(DisclosureId correction, DisclosureId corrected) {
    changed(correction, "supersedes = ?", corrected.value());
  }

  void rename(DisclosureId id, Issuer issuer) {
    changed(
        id, "issuer_code = ?, issuer = ?", issuer.code().value(), json.writeValueAsString(issuer));
  }

  /// Ends passages, and counts as a change of their disclosure.
  void endPassages(DisclosureId id, List<Integer> ordinals, Instant at, DisclosureId by) {
    for (int ordinal : ordinals) {
      jdbc.sql(
              "update passage set ended_at = ?, ended_by = ? where disclosure_id = ? and ordinal = ?")
          .params(time(at), by.value(), id.value(), ordinal)
          .update();
    }
    touch(id);
  }

  /// Takes back all that a correction ended.
  void reviveEndedBy(DisclosureId correction) {
    jdbc.sql("update passage set ended_at = null, ended_by = null where ended_by = ?")
        .param(correction.value())
        .update();
    jdbc.sql("update disclosure set ended_at = null, ended_by = null where ended_by = ?")
        .param(correction.value())
        .update();
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

  void note(Instant at, String actor, DisclosureId id, String act, String reason) {
    jdbc.sql("insert into event (at, actor, disclosure_id, act, reason) values (?, ?, ?, ?, ?)")
        .params(time(at), actor, id.value(), act, reason)
        .update();
  }

  List<Passage> passages(DisclosureId id) {
    return jdbc.sql("select * from passage where disclosure_id = ? order by ordinal")
        .param(id.value())
        .query((row, _) -> passage(row))
        .list();
  }

  Optional<Passage> passage(DisclosureId id, int ordinal) {
    return jdbc.sql("select * from passage where disclosure_id = ? and ordinal = ?")
        .params(id.value(), ordinal)
        .query((row, _) -> passage(row))
        .optional();
  }

  List<Figure> figures(DisclosureId id) {
    return jdbc.sql("select body from figure where disclosure_id = ? order by ordinal")
        .param(id.value())
        .query((row, _) -> json.readValue(row.getString("body"), Figure.class))
        .list();
  }

  Optional<String> original(DisclosureId id) {
    return jdbc.sql("select original from disclosure where id = ?")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  private Entry entry(ResultSet row) throws SQLException {
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
            instant(row, "ended_at"),
            supersedes == null ? null : new DisclosureId(supersedes),
            row.getString("file"),
            row.getString("sha256"),
            row.getInt("pages"),
            row.getInt("revision"));
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
        instant(row, "ended_at"));
  }

  private static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static List<@Nullable Object> list(@Nullable Object... values) {
    return new ArrayList<@Nullable Object>(Arrays.asList(values));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

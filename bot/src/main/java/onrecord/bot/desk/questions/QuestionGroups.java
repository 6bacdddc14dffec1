package onrecord.bot.desk.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import onrecord.corpus.Language;
import onrecord.corpus.Storage;
import onrecord.retrieval.EmbeddingModels;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import tools.jackson.databind.json.JsonMapper;

/// What was asked, grouped by meaning.
public final class QuestionGroups {

  /// Above this, two questions with the same points ask the same thing.
  private static final double ALIKE = 0.88;

  /// An approved answer is given only to what is as good as the same question.
  private static final double SAME = 0.94;

  private static final int WEEKS = 8;
  private static final int AT_A_TIME = 500;

  private final JdbcClient database;
  private final EmbeddingModels models;
  private final Clock clock;
  private final ReentrantLock grouping = new ReentrantLock();
  private final List<Known> known = new CopyOnWriteArrayList<>();
  private final JsonMapper json = JsonMapper.builder().build();

  /// A group as later questions are held against it.
  private record Known(long id, Language language, @Nullable String issuer, Meaning meaning) {

    boolean isOf(Language other, @Nullable String code) {
      return (language == Language.EN) == (other == Language.EN)
          && (code == null || issuer == null || issuer.equals(code));
    }
  }

  private record Asked(String id, String question, Language language, @Nullable String issuer) {}

  public QuestionGroups(Storage storage, EmbeddingModels models, Clock clock) {
    this.database = JdbcClient.create(storage.source());
    this.models = models;
    this.clock = clock;
    database
        .sql("select * from question_group where vector is not null order by id")
        .query((row, _) ->
            new Known(
                row.getLong("id"),
                Language.ofTag(row.getString("language")),
                row.getString("issuer"),
                new Meaning(
                    row.getString("points"),
                    json.readValue(row.getString("vector"), float[].class))))
        .list()
        .forEach(known::add);
  }

  /// Puts the questions asked since the last time into groups.
  public void group() {
    grouping.lock();
    try {
      var pending = ungrouped();
      while (!pending.isEmpty()) {
        pending.forEach(this::group);
        pending = ungrouped();
      }
    } finally {
      grouping.unlock();
    }
  }

  private List<Asked> ungrouped() {
    return database
        .sql(
            "select * from answer where group_id is null and question <> '' order by entry limit :most")
        .param("most", AT_A_TIME)
        .query((row, _) ->
            new Asked(
                row.getString("id"),
                row.getString("question"),
                Language.ofTag(row.getString("language")),
                row.getString("issuer")))
        .list();
  }

  private void group(Asked asked) {
    var meaning = Meaning.of(asked.question(), asked.language(), models);
    var group =
        nearest(meaning, asked.language(), asked.issuer(), ALIKE)
            .orElseGet(() -> found(asked, meaning));
    database
        .sql("update answer set group_id = :group where id = :id")
        .param("group", group)
        .param("id", asked.id())
        .update();
  }

  private Optional<Long> nearest(
      Meaning meaning, Language language, @Nullable String issuer, double least) {
    return known.stream()
        .filter(group -> group.isOf(language, issuer))
        .filter(group -> group.meaning().points().equals(meaning.points()))
        .map(group ->
            Map.entry(group.id(), Meaning.likeness(group.meaning().vector(), meaning.vector())))
        .filter(found -> found.getValue() >= least)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private long found(Asked asked, Meaning meaning) {
    var key = new GeneratedKeyHolder();
    database
        .sql(
            """
            insert into question_group (question, language, issuer, points, vector)
            values (:question, :language, :issuer, :points, :vector)
            """)
        .param("question", asked.question())
        .param("language", asked.language().tag())
        .param("issuer", asked.issuer())
        .param("points", meaning.points())
        .param("vector", json.writeValueAsString(meaning.vector()))
        .update(key, "id");
    var id = Objects.requireNonNull(key.getKey()).longValue();
    known.add(new Known(id, asked.language(), asked.issuer(), meaning));
    return id;
  }

  /// The group whose question is as good as the same as this one.
  Optional<Long> same(String question, Language language, @Nullable String issuer) {
    return nearest(Meaning.of(question, language, models), language, issuer, SAME);
  }

  /// The groups, those first whose questions were deferred or found nothing, then by how often they
  /// were asked.
  public List<QuestionGroup> groups() {
    group();
    var weeks = weeks();
    return database
        .sql(
            """
            select g.id, g.question, g.language, g.issuer, count(a.id) as asked,
              sum(case when a.verdict in ('DEFERRED', 'PARTLY_DEFERRED') then 1 else 0 end) as deferred,
              sum(case when a.verdict = 'NOT_DISCLOSED' then 1 else 0 end) as not_found,
              sum(case when exists (select 1 from feedback f
                where f.answer_id = a.id and not f.helpful) then 1 else 0 end) as unhelpful
            from question_group g join answer a on a.group_id = g.id
            group by g.id, g.question, g.language, g.issuer
            """)
        .query((row, _) -> row(row, weeks))
        .list()
        .stream()
        .sorted(
            Comparator.<QuestionGroup>comparingInt(
                    group -> group.deferred() + group.notFound() > 0 ? 0 : 1)
                .thenComparing(QuestionGroup::asked, Comparator.reverseOrder())
                .thenComparing(QuestionGroup::id))
        .toList();
  }

  private static QuestionGroup row(ResultSet row, Map<Long, List<Integer>> weeks)
      throws SQLException {
    var id = row.getLong("id");
    return new QuestionGroup(
        id,
        row.getString("question"),
        Language.ofTag(row.getString("language")),
        row.getString("issuer"),
        row.getInt("asked"),
        row.getInt("deferred"),
        row.getInt("not_found"),
        row.getInt("unhelpful"),
        weeks.getOrDefault(id, List.of()));
  }

  private Map<Long, List<Integer>> weeks() {
    var now = clock.instant();
    var begin = now.minus(Duration.ofDays(7L * WEEKS));
    var weeks = new HashMap<Long, List<Integer>>();
    database
        .sql(
            "select group_id, asked_at from answer where asked_at > :begin and group_id is not null")
        .param("begin", begin.atOffset(ZoneOffset.UTC))
        .query(row -> {
          var counts =
              weeks.computeIfAbsent(
                  row.getLong("group_id"), _ -> new ArrayList<>(Collections.nCopies(WEEKS, 0)));
          var week = week(row.getObject("asked_at", OffsetDateTime.class).toInstant(), begin);
          counts.set(week, counts.get(week) + 1);
        });
    return weeks;
  }

  private static int week(Instant asked, Instant begin) {
    return (int) Math.min(WEEKS - 1L, Duration.between(begin, asked).toDays() / 7);
  }

  public Optional<QuestionGroup> group(long id) {
    return groups().stream().filter(group -> group.id() == id).findFirst();
  }

  /// The ids of the answers that were given to a group's questions, the latest first.
  public List<String> answers(long group, int most) {
    return database
        .sql("select id from answer where group_id = :group order by asked_at desc limit :most")
        .param("group", group)
        .param("most", most)
        .query((row, _) -> row.getString("id"))
        .list();
  }
}

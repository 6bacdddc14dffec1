package onrecord.bot.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.corpus.Event;
import onrecord.corpus.Storage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// All that happened, in order, each entry chained to the one before.
///
/// No entry is ever changed or removed here, but for what it says of a person: its content may be
/// erased, which is an entry of its own that names the hash of each entry it erased. What an entry
/// says is safe when [#append] returns.
public final class AuditTrail {

  private final Storage storage;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReentrantLock appending = new ReentrantLock();
  private final JsonMapper json = JsonMapper.builder().build();

  AuditTrail(Storage storage, Clock clock) {
    this.storage = storage;
    this.database = JdbcClient.create(storage.source());
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(storage.source()));
    this.clock = clock;
  }

  private record Head(long number, String hash) {}

  /// Which entries are wanted.
  ///
  /// @param kind null for any
  /// @param text that stands in the subject or the content; empty for any
  /// @param from the earliest, inclusive
  /// @param until the latest, exclusive
  public record Filter(@Nullable Kind kind, String text, Instant from, Instant until) {

    public static final Filter ALL =
        new Filter(null, "", Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
  }

  /// Adds an entry.
  ///
  /// @param content becomes JSON
  public AuditEntry append(Kind kind, String actor, String subject, Object content) {
    return append(kind, actor, subject, content, _ -> {});
  }

  /// Adds an entry together with what else is written in the same transaction.
  AuditEntry append(
      Kind kind, String actor, String subject, Object content, Consumer<AuditEntry> with) {
    var entry = new ArrayList<AuditEntry>();
    appending.lock();
    try {
      transaction.executeWithoutResult(_ -> {
        var added = add(clock.instant(), kind, actor, subject, json.writeValueAsString(content));
        with.accept(added);
        entry.add(added);
      });
    } finally {
      appending.unlock();
    }
    storage.writeThrough();
    return entry.getFirst();
  }

  /// An entry whose content was erased, and the hash that it had and keeps.
  record Erased(long number, String hash) {}

  /// What an entry of kind ERASURE says.
  record Erasure(String reason, List<Erased> entries) {}

  /// Erases the content of all entries of some kinds about a subject.
  ///
  /// @param with what else is erased in the same transaction
  void erase(List<String> subjects, List<Kind> kinds, String reason, String by, Runnable with) {
    var erased =
        database
            .sql(
                """
                select number, hash from audit
                where subject in (:subjects) and kind in (:kinds) and content <> :erased
                order by number
                """)
            .param("subjects", subjects)
            .param("kinds", kinds.stream().map(Kind::name).toList())
            .param("erased", AuditEntry.ERASED)
            .query((row, _) -> new Erased(row.getLong("number"), row.getString("hash")))
            .list();
    append(
        Kind.ERASURE,
        by,
        "%d answers".formatted(subjects.size()),
        new Erasure(reason, erased),
        _ -> {
          for (var entry : erased) {
            database
                .sql("update audit set content = ? where number = ?")
                .params(AuditEntry.ERASED, entry.number())
                .update();
          }
          with.run();
        });
  }

  /// Says that what was remembered outside the trail was erased; of whom stands nowhere.
  public void erased(String what, String reason, String by) {
    append(Kind.ERASURE, by, what, new Erasure(reason, List.of()));
  }

  /// The hash that each erased entry had, by its number, as the erasures say.
  private Map<Long, String> erased() {
    var erased = new HashMap<Long, String>();
    database
        .sql("select content from audit where kind = 'ERASURE'")
        .query(row -> {
          json.readValue(row.getString("content"), Erasure.class)
              .entries()
              .forEach(entry -> erased.put(entry.number(), entry.hash()));
        });
    return erased;
  }

  /// Gives each event of the corpus that has none its entry.
  ///
  /// @param later the events after one of a number, in order
  public void follow(LongFunction<List<Event>> later) {
    appending.lock();
    try {
      transaction.executeWithoutResult(_ -> {
        var last =
            database.sql("select last_event from audit_head for update").query(Long.class).single();
        for (var event : later.apply(last)) {
          add(
              event.at(),
              Kind.DISCLOSURE,
              event.actor(),
              event.disclosure().value(),
              json.writeValueAsString(event));
          database
              .sql("update audit_head set last_event = :event")
              .param("event", event.number())
              .update();
        }
      });
    } finally {
      appending.unlock();
    }
    storage.writeThrough();
  }

  private AuditEntry add(Instant at, Kind kind, String actor, String subject, String content) {
    // The row's lock keeps other processes from adding to the same end.
    var head =
        database
            .sql("select number, hash from audit_head for update")
            .query((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
            .single();
    var entry =
        AuditEntry.sealed(
            head.number() + 1,
            at.truncatedTo(ChronoUnit.MICROS),
            kind,
            actor,
            subject,
            content,
            head.hash());
    database
        .sql(
            """
            insert into audit (number, at, kind, actor, subject, content, previous, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.number(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.kind().name(),
            entry.actor(),
            entry.subject(),
            entry.content(),
            entry.previous(),
            entry.hash())
        .update();
    database
        .sql("update audit_head set number = ?, hash = ?")
        .params(entry.number(), entry.hash())
        .update();
    return entry;
  }

  /// The entries of a page, the latest first.
  public List<AuditEntry> entries(Filter filter, int page, int size) {
    var entries = new ArrayList<AuditEntry>();
    query(filter, "order by number desc limit %d offset %d".formatted(size, (long) page * size))
        .query((row, _) -> entry(row))
        .list()
        .forEach(entries::add);
    return entries;
  }

  /// Hands on each entry, in order, without holding them all.
  public void each(Filter filter, Consumer<AuditEntry> taker) {
    query(filter, "order by number")
        .withFetchSize(200)
        .query(row -> {
          taker.accept(entry(row));
        });
  }

  private JdbcClient.StatementSpec query(Filter filter, String end) {
    var sql =
        "select * from audit where at >= :from and at < :until"
            + (filter.kind() == null ? "" : " and kind = :kind")
            + (filter.text().isBlank()
                ? ""
                : " and (lower(subject) like :text or lower(content) like :text)")
            + " "
            + end;
    var statement =
        database
            .sql(sql)
            .param("from", filter.from().atOffset(ZoneOffset.UTC))
            .param("until", filter.until().atOffset(ZoneOffset.UTC));
    if (filter.kind() != null) {
      statement = statement.param("kind", filter.kind().name());
    }
    return filter.text().isBlank()
        ? statement
        : statement.param("text", "%" + filter.text().toLowerCase(Locale.ROOT) + "%");
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Kind.valueOf(row.getString("kind")),
        row.getString("actor"),
        row.getString("subject"),
        row.getString("content"),
        row.getString("previous"),
        row.getString("hash"));
  }

  // --- checking

  /// What is wrong with an entry.
  ///
  /// @param number its place
  /// @param message what is wrong, in words for a person
  public record Fault(long number, Wrong wrong, String message) {}

  /// How an entry can be wrong.
  public enum Wrong {
    CHANGED,
    MISSING,
    MOVED
  }

  /// What a check found.
  ///
  /// @param entries how many were checked
  /// @param head the hash of the last: kept elsewhere, it proves later that nothing before changed
  public record Verification(long entries, String head, List<Fault> faults) {

    public boolean isIntact() {
      return faults.isEmpty();
    }
  }

  /// Checks every entry against its hash and its place.
  public Verification verify() {
    var check = new Check(places(), erased());
    each(Filter.ALL, check::take);
    var head =
        database
            .sql("select number, hash from audit_head")
            .query((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
            .single();
    return check.finish(head);
  }

  private Map<String, Long> places() {
    var places = new HashMap<String, Long>();
    database
        .sql("select number, hash from audit order by number")
        .query(row -> {
          places.putIfAbsent(row.getString("hash"), row.getLong("number"));
        });
    return places;
  }

  /// Walks along the chain.
  private static final class Check {

    private final Map<String, Long> places;
    private final Map<Long, String> erased;
    private final List<Fault> faults = new ArrayList<>();
    private long entries;
    private long next = 1;
    private String expected = "";

    Check(Map<String, Long> places, Map<Long, String> erased) {
      this.places = places;
      this.erased = erased;
    }

    void take(AuditEntry entry) {
      var gap = entry.number() > next;
      missingUpTo(entry.number());
      if (!isAsWritten(entry)) {
        faults.add(whereFrom(entry));
      } else if (!gap && !entry.previous().equals(expected) && isIntactBefore(entry)) {
        add(
            entry.number() - 1,
            Wrong.CHANGED,
            "Entry %d was changed and hashed anew: entry %d was written after another."
                .formatted(entry.number() - 1, entry.number()));
      }
      expected = entry.hash();
      next = entry.number() + 1;
      entries++;
    }

    private boolean isAsWritten(AuditEntry entry) {
      return entry.isIntact()
          || (entry.isErased() && entry.hash().equals(erased.get(entry.number())));
    }

    private boolean isIntactBefore(AuditEntry entry) {
      return faults.stream().noneMatch(fault -> fault.number() == entry.number() - 1);
    }

    /// An entry put at another place still matches its hash at its own.
    private Fault whereFrom(AuditEntry entry) {
      var own = entry.previous().isEmpty() ? 1 : places.getOrDefault(entry.previous(), -1L) + 1;
      for (var place : List.of(own, entry.number() - 1, entry.number() + 1)) {
        if (entry.hashAt(place).equals(entry.hash())) {
          return moved(entry.number(), place);
        }
      }
      return places.keySet().stream()
          .map(hash -> places.getOrDefault(hash, -1L))
          .filter(place -> entry.hashAt(place).equals(entry.hash()))
          .findFirst()
          .map(place -> moved(entry.number(), place))
          .orElse(
              new Fault(
                  entry.number(),
                  Wrong.CHANGED,
                  "Entry %d (%s, %s, %s) is not as it was written."
                      .formatted(entry.number(), entry.kind(), entry.subject(), entry.at())));
    }

    private static Fault moved(long at, long from) {
      return new Fault(
          at, Wrong.MOVED, "At place %d stands what was written as entry %d.".formatted(at, from));
    }

    private void missingUpTo(long number) {
      for (; next < number; next++) {
        add(next, Wrong.MISSING, "Entry %d is missing.".formatted(next));
      }
    }

    private void add(long number, Wrong wrong, String message) {
      faults.add(new Fault(number, wrong, message));
    }

    Verification finish(Head head) {
      missingUpTo(head.number() + 1);
      if (faults.isEmpty() && !head.hash().equals(expected)) {
        add(
            entries,
            Wrong.CHANGED,
            "Entry %d is not the last one that was written.".formatted(entries));
      }
      return new Verification(entries, expected, List.copyOf(faults));
    }
  }
}

package onrecord.bot.channel;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import onrecord.corpus.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What persons chose: the language of answers, and whether they agreed to be remembered.
final class Persons {

  private final JdbcClient database;
  private final InstantSource clock;

  Persons(DataSource source, InstantSource clock) {
    this.database = JdbcClient.create(source);
    this.clock = clock;
  }

  /// The language that a person chose; empty where each question sets its own.
  Optional<Language> language(Person person) {
    return database
        .sql("select language from person where person = :person and language is not null")
        .param("person", person.value())
        .query(String.class)
        .optional()
        .map(Language::ofTag);
  }

  /// @param language null to let each question set its own
  void speak(Person person, @Nullable Language language) {
    know(person);
    database
        .sql("update person set language = :language where person = :person")
        .param("language", language == null ? null : language.tag())
        .param("person", person.value())
        .update();
  }

  void agree(Person person) {
    know(person);
    database
        .sql("update person set agreed_at = :now where person = :person and agreed_at is null")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("person", person.value())
        .update();
  }

  boolean hasAgreed(Person person) {
    return database
        .sql("select 1 from person where person = :person and agreed_at is not null")
        .param("person", person.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// @return whether there was anything to forget
  boolean forget(Person person) {
    return database
            .sql("delete from person where person = :person")
            .param("person", person.value())
            .update()
        > 0;
  }

  private void know(Person person) {
    try {
      database
          .sql(
              """
              insert into person (person)
              select :person where not exists (select 1 from person where person = :person)
              """)
          .param("person", person.value())
          .update();
    } catch (DuplicateKeyException knownMeanwhile) {
      return;
    }
  }
}

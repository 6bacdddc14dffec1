package onrecord.bot.fuzzing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Examples;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.Question;
import onrecord.bot.reading.KnownIssuers;
import onrecord.bot.reading.QuestionReader;
import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Prompts;

/// Questions, with those before them in the conversation: each has at least one part, or is refused
/// as unreadable. A form feed stands between questions.
final class Questions implements Target.Taking {

  private static final Instant NOW = Instant.parse("2025-11-21T02:00:00Z");

  private final QuestionReader reader;

  Questions() {
    var prompts = Prompts.bundled();
    reader = new QuestionReader(prompts.glossary(), prompts.policy(), new OneIssuer(), null);
  }

  @Override
  public void take(byte[] input) {
    var asked = List.of(new String(input, StandardCharsets.UTF_8).split("\f"));
    if (asked.isEmpty()) {
      return;
    }
    Question question;
    try {
      asked.forEach(text -> Question.of(text, NOW));
      question =
          new Question(
              asked.getLast(), NOW, null, null, asked.subList(0, Math.min(3, asked.size() - 1)));
    } catch (InvalidQuestionException _) {
      return;
    }
    if (reader.read(question).parts().isEmpty()) {
      throw new AssertionError("Nothing is read");
    }
  }

  private static final class OneIssuer implements KnownIssuers {

    @Override
    public List<Issuer> asOf(Instant instant) {
      return List.of(Examples.ISSUER);
    }

    @Override
    public Optional<ReportingPeriod> horizon(SecuritiesCode code, Instant instant) {
      return Optional.of(ReportingPeriod.firstQuarters(2025, 3));
    }

    @Override
    public boolean mentions(SecuritiesCode code, String name) {
      return name.contains("星");
    }
  }
}

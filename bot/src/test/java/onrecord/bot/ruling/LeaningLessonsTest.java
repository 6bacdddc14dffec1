package onrecord.bot.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.bot.ruling.LeaningLessons.Lesson;
import org.junit.jupiter.api.Test;

class LeaningLessonsTest {

  private static final List<Lesson> LESSONS =
      Stream.of(
              lesson(true, "will", "sales", "grow"),
              lesson(true, "will", "profit", "fall"),
              lesson(true, "will", "costs", "rise"),
              lesson(false, "did", "sales", "grow"),
              lesson(false, "did", "profit", "fall"),
              lesson(false, "did", "costs", "rise"))
          .toList();

  private static Lesson lesson(boolean asksAhead, String... traces) {
    return new Lesson("suite", String.join(" ", traces), Set.of(traces), asksAhead);
  }

  @Test
  void whatTellsTheLabelsApartCarriesTheWeight() {
    var learnt = LeaningLessons.learn(LESSONS);
    assertThat(learnt.weights().get("will")).isPositive();
    assertThat(learnt.weights().get("did")).isNegative();
    assertThat(learnt.weights()).doesNotContainKeys("sales", "profit", "costs");
  }

  @Test
  void aQuestionThatWasNeverSeenIsJudgedByTheTracesThatWere() {
    var learnt = LeaningLessons.learn(LESSONS);
    assertThat(LeaningLessons.degree(lesson(true, "will", "orders", "last"), learnt))
        .isGreaterThan(0.5);
    assertThat(LeaningLessons.degree(lesson(false, "did", "orders", "last"), learnt))
        .isLessThan(0.5);
  }

  @Test
  void theSameLessonsTeachTheSame() {
    assertThat(LeaningLessons.learn(LESSONS)).isEqualTo(LeaningLessons.learn(LESSONS.reversed()));
  }
}

package onrecord.bot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import onrecord.bot.Answer;
import onrecord.bot.Answer.Decision;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Verdict;

/// What must be said to a question.
interface Expectation {

  /// @throws AssertionError if the answer is another
  void hold(Answer answer);

  static Expectation isAnswered() {
    return isRuled(Verdict.ANSWERED);
  }

  static Expectation isDeferred() {
    return isRuled(Verdict.DEFERRED);
  }

  static Expectation isPartlyDeferred() {
    return isRuled(Verdict.PARTLY_DEFERRED);
  }

  static Expectation isNotDisclosed() {
    return isRuled(Verdict.NOT_DISCLOSED);
  }

  static Expectation isOutOfScope() {
    return isRuled(Verdict.OUT_OF_SCOPE);
  }

  private static Expectation isRuled(Verdict verdict) {
    return answer -> assertThat(answer.verdict()).as(shown(answer)).isEqualTo(verdict);
  }

  /// A part was ruled so.
  static Expectation rules(Decision decision, Reason reason) {
    return answer ->
        assertThat(answer.parts())
            .as(shown(answer))
            .anyMatch(part -> part.ruling() == decision && part.reason() == reason);
  }

  /// The text holds these words.
  static Expectation says(String words) {
    return answer -> assertThat(answer.text()).contains(words);
  }

  static Expectation saysNothingOf(String words) {
    return answer -> assertThat(answer.text()).doesNotContain(words);
  }

  /// Nor does anything else that an interface shows with the answer.
  static Expectation showsNothingOf(String words) {
    return answer -> {
      assertThat(answer.text()).doesNotContain(words);
      assertThat(answer.citations()).noneMatch(citation -> citation.quote().contains(words));
      assertThat(answer.evidence())
          .noneMatch(found ->
              found.passage().text().contains(words) || found.disclosure().title().contains(words));
      assertThat(answer.parts())
          .noneMatch(part -> String.join(" ", part.signals()).contains(words));
    };
  }

  /// Answered by a claim that holds these words.
  static Statement states(String words) {
    return new Statement(words);
  }

  /// Computed and shown with its formula.
  ///
  /// @param formula with the figures as printed, without their units
  static Computing computes(String formula, String value) {
    return new Computing(formula, value);
  }

  static Expectation doesNotCite(String label) {
    return answer ->
        assertThat(answer.citations())
            .as(shown(answer))
            .noneMatch(citation -> isOf(label, citation));
  }

  /// A claim in the text.
  record Statement(String words) implements Expectation {

    @Override
    public void hold(Answer answer) {
      assertThat(answer.claims()).as(shown(answer)).anyMatch(claim -> claim.text().contains(words));
    }

    /// With a citation of the document that a scenario calls by this name.
    Expectation citing(String label) {
      return answer ->
          assertThat(answer.claims())
              .as(shown(answer))
              .anyMatch(claim -> claim.text().contains(words) && cites(answer, claim, label));
    }
  }

  /// A computed value.
  record Computing(String formula, String value) implements Expectation {

    @Override
    public void hold(Answer answer) {
      assertThat(computedClaim(answer).text()).contains(formula.split("[^\\d,.]+"));
    }

    /// From figures of these documents, each cited.
    Expectation from(String... labels) {
      return answer -> {
        hold(answer);
        for (var label : labels) {
          assertThat(cites(answer, computedClaim(answer), label)).as(shown(answer)).isTrue();
        }
      };
    }

    private Answer.Claim computedClaim(Answer answer) {
      assertThat(answer.claims())
          .as(shown(answer))
          .anyMatch(claim ->
              claim.computed() != null
                  && claim.computed().formula().equals(formula)
                  && claim.text().contains(value));
      return answer.claims().stream()
          .filter(claim -> claim.computed() != null && claim.text().contains(value))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean cites(Answer answer, Answer.Claim claim, String label) {
    return answer.citations().stream()
        .filter(citation -> claim.citations().contains(citation.number()))
        .anyMatch(citation -> isOf(label, citation));
  }

  private static boolean isOf(String label, Answer.Citation citation) {
    return citation.disclosure().file().equals(label.replace(' ', '-') + ".md");
  }

  private static String shown(Answer answer) {
    return "%s: %s %s".formatted(answer.question(), answer.verdict(), answer.text());
  }
}

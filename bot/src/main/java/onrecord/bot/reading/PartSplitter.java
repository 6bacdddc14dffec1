package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.bot.reading.Clauses.Clause;
import onrecord.corpus.PeriodMention;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;

/// Splits a message into the things it asks.
///
/// A clause that asks for something else than the clauses before it begins a part: another period,
/// another metric, or the future after the past. A further aspect (为什么, 增速呢) of the same thing does
/// not, and what only leads in stays with the question that follows.
final class PartSplitter {

  /// Asks how it was said, or in the end was: …, 报告里怎么写的; …, 最终落在多少.
  private static final Pattern TAIL =
      Pattern.compile(
          "[^,?]{0,8}(?:怎么|如何|怎样)(?:说|写|答|讲|回答|回复|答复|回应|披露|表述)的?|(?:最终|最后|后来|结果|实际)[^,?]{0,6}(?:多少|几何)");

  private final Glossary glossary;
  private final CueReader cues;

  PartSplitter(Glossary glossary, CueReader cues) {
    this.glossary = glossary;
    this.cues = cues;
  }

  /// The stretches of the parts in order, at least one for a text that is not blank.
  List<Stretch> split(String text) {
    var clauses = Clauses.of(text);
    var parts = new ArrayList<Stretch>();
    var current = new ArrayList<Clause>();
    for (var i = 0; i < clauses.size(); i++) {
      if (beginsPart(current, clauses.get(i), clauses.subList(i + 1, clauses.size()))) {
        parts.add(stretch(current));
        current.clear();
      }
      current.add(clauses.get(i));
    }
    if (!current.isEmpty()) {
      parts.add(stretch(current));
    }
    return parts;
  }

  private static Stretch stretch(List<Clause> clauses) {
    return new Stretch(clauses.getFirst().start(), clauses.getLast().end());
  }

  private boolean beginsPart(List<Clause> current, Clause next, List<Clause> rest) {
    if (current.stream().noneMatch(clause -> isQuestion(clause))
        || (!current.getLast().isSentence() && isTail(next.text()))) {
      return false;
    }
    if (!isQuestion(next)) {
      return current.getLast().isSentence() && rest.stream().anyMatch(clause -> isQuestion(clause));
    }
    return current.getLast().isSentence() || next.adds()
        ? !isFurtherAspect(next.text())
        : asksForElse(current, next.text());
  }

  /// Asks by its form, or, as people type, by naming a metric and its period and no more.
  private boolean isQuestion(Clause clause) {
    var words = clause.text();
    if (Grammar.isRequest(words)) {
      return !SubjectReader.subject(words, List.of()).isEmpty();
    }
    return (clause.asks() && !Grammar.supposes(words))
        || (!Grammar.isPremise(words) && isNominal(words));
  }

  private boolean isNominal(String clause) {
    var mentions = glossary.mentions(clause);
    var periods = PeriodMention.in(clause);
    if (periods.isEmpty() || (mentions.isEmpty() && !speaksOfTarget(clause))) {
      return false;
    }
    var known = new ArrayList<Stretch>();
    mentions.forEach(mention -> known.add(new Stretch(mention.start(), mention.end())));
    periods.forEach(period -> known.add(new Stretch(period.start(), period.end())));
    cues.cues(clause).forEach(cue -> known.add(new Stretch(cue.start(), cue.end())));
    var lastKnown = known.stream().mapToInt(Stretch::end).max().orElse(0);
    var rest = clause.substring(lastKnown);
    return (rest.length() <= "同比增长".length() && rest.chars().noneMatch(Character::isDigit))
        || SubjectReader.subject(clause, known).isEmpty();
  }

  private boolean isTail(String clause) {
    return TAIL.matcher(clause).matches()
        && PeriodMention.in(clause).isEmpty()
        && glossary.mentions(clause).isEmpty();
  }

  private boolean speaksOfTarget(String clause) {
    return cues.cues(clause).stream().anyMatch(cue -> cue.kind() == Policy.Kind.TARGET);
  }

  private boolean isFurtherAspect(String clause) {
    return PeriodMention.in(clause).isEmpty()
        && glossary.mentions(clause).isEmpty()
        && cues.cues(clause).isEmpty()
        && SubjectReader.subject(clause, List.of()).isEmpty();
  }

  private boolean asksForElse(List<Clause> current, String next) {
    var before = current.stream().map(Clause::text).reduce("", (left, right) -> left + "," + right);
    return hasOtherPeriod(before, next)
        || (!glossary.mentions(before).isEmpty() && hasOtherMetric(before, next))
        || concern(before) != concern(next);
  }

  private static boolean hasOtherPeriod(String before, String next) {
    var spokenOf = PeriodMention.in(before);
    return PeriodMention.in(next).stream()
        .anyMatch(mention ->
            spokenOf.stream()
                .noneMatch(earlier ->
                    earlier.span().equals(mention.span())
                        && earlier.year().equals(mention.year())));
  }

  private boolean hasOtherMetric(String before, String next) {
    var spokenOf = glossary.mentions(before).stream().map(Glossary.Mention::metric).toList();
    return glossary.mentions(next).stream()
        .anyMatch(mention -> !spokenOf.contains(mention.metric()));
  }

  private enum Concern {
    REPORTED,
    AHEAD,
    SHARES
  }

  private Concern concern(String clause) {
    var concern = Concern.REPORTED;
    for (var cue : cues.cues(clause)) {
      switch (cue.kind()) {
        case PRICE, ADVICE -> {
          return Concern.SHARES;
        }
        case FUTURE, POSSIBILITY, HYPOTHETICAL, EXTRAPOLATION, TARGET, FORECAST_COMMENT ->
            concern = Concern.AHEAD;
        case FACT,
            PAST_STATEMENT,
            PLAN,
            CALENDAR,
            UNDISCLOSED,
            RUMOUR,
            INSTRUCTION,
            SMALL_TALK -> {}
      }
    }
    return concern;
  }
}

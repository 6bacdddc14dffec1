package onrecord.bot.verifying;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onrecord.bot.verifying.Statement.Stated;
import onrecord.bot.verifying.Token.Kind;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Holds a claim against a sentence of prose.
///
/// @param source the sentence
/// @param otherNames what things are called there, in the other script
/// @param period that the document reports on, which the sentence need not name
record ProseCheck(Statement source, List<Token> otherNames, @Nullable ReportingPeriod period) {

  /// What must be said as often in one as in the other: leaving out a 'not' makes a statement
  /// false, and so does leaving out a condition, a limit or whose word it is.
  private static final List<Kind> KEPT =
      List.of(Kind.NOT, Kind.HEDGE, Kind.LIMIT, Kind.LOSS, Kind.GAIN);

  /// Directions that may be left out with their amounts, and not be added.
  private static final List<Kind> DIRECTIONS = List.of(Kind.UP, Kind.DOWN);

  /// What is wrong with a claim; empty if the sentence says it.
  ///
  /// @param enough the support that a claim needs
  Optional<Fault> fault(Statement claim, double enough) {
    return claim.amounts().stream()
        .map(amount -> fault(amount, claim))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> wholeFault(claim, enough));
  }

  double support(Statement claim) {
    return Support.of(claim.tokens(), source.tokens());
  }

  private Optional<Fault> wholeFault(Statement claim, double enough) {
    if (KEPT.stream().anyMatch(kind -> claim.count(kind) != source.count(kind))) {
      return Optional.of(Fault.NEGATION);
    }
    if (DIRECTIONS.stream().anyMatch(kind -> claim.count(kind) > source.count(kind))) {
      return Optional.of(Fault.DIRECTION);
    }
    if (!claim.periods().stream().allMatch(this::isNamed)) {
      return Optional.of(Fault.PERIOD);
    }
    if (!Vocabulary.of(source.tokens(), otherNames).covers(claim.tokens())) {
      return Optional.of(Fault.NAME);
    }
    return support(claim) >= enough ? Optional.empty() : Optional.of(Fault.SUPPORT);
  }

  private boolean isNamed(ReportingPeriod said) {
    return source.periods().contains(said) || isOwn(said);
  }

  /// Whether it is the document's own period or the day on which that ends.
  private boolean isOwn(ReportingPeriod said) {
    return period != null && (said.equals(period) || said.equals(period.closing()));
  }

  /// The mildest fault among the places where the amount stands.
  private Optional<Fault> fault(Stated said, Statement claim) {
    Fault mildest = Fault.NUMBER;
    for (var stands : source.amounts()) {
      if (said.quantity().isSameAs(stands.quantity())) {
        var fault = fault(said, stands, claim);
        if (fault.isEmpty()) {
          return fault;
        }
        mildest = fault.get();
      }
    }
    return Optional.of(mildest);
  }

  private Optional<Fault> fault(Stated said, Stated stands, Statement claim) {
    if (!isOfSamePeriod(said, stands)) {
      return Optional.of(Fault.PERIOD);
    }
    if (!said.turns().equals(stands.turns())) {
      return Optional.of(Fault.DIRECTION);
    }
    return stands.isListed() || !isAboutTheSame(said, stands, claim)
        ? Optional.of(Fault.SUBJECT)
        : Optional.empty();
  }

  private boolean isOfSamePeriod(Stated said, Stated stands) {
    return stands.period() == null
        ? said.period() == null || isOwn(said.period())
        : Objects.equals(said.period(), stands.period());
  }

  /// The claim says nothing of the amount that the source does not say of it, and leaves nothing
  /// out that limits it.
  private boolean isAboutTheSame(Stated said, Stated stands, Statement claim) {
    return stands.metrics().containsAll(said.metrics())
        && metrics(claim).containsAll(stands.metrics())
        && Vocabulary.of(stands.about(), otherNames).covers(said.about())
        && Vocabulary.of(claim.tokens()).covers(stands.about());
  }

  private static Set<String> metrics(Statement claim) {
    var metrics = new HashSet<String>();
    claim.amounts().forEach(amount -> metrics.addAll(amount.metrics()));
    return metrics;
  }
}

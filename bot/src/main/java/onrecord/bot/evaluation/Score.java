package onrecord.bot.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The shares that a suite's grades come to.
///
/// @param questions how many were asked
/// @param verdicts with an accepted verdict
/// @param withFacts how many have facts to state or strings to avoid
/// @param facts of these, with all facts and nothing forbidden
/// @param withPlaces how many have gold places
/// @param places of these, citing every gold place
/// @param leaks answered though they must be deferred
/// @param unsupported sentences borne out by nothing
public record Score(
    int questions,
    int verdicts,
    int withFacts,
    int facts,
    int withPlaces,
    int places,
    int leaks,
    int unsupported) {

  static Score of(List<Grade> grades) {
    Predicate<Grade> hasFacts =
        grade -> !grade.question().facts().isEmpty() || !grade.question().forbidden().isEmpty();
    Predicate<Grade> hasPlaces = grade -> !grade.question().citations().isEmpty();
    return new Score(
        grades.size(),
        count(grades, Grade::isVerdictRight),
        count(grades, hasFacts),
        count(grades, hasFacts.and(Grade::hasFacts)),
        count(grades, hasPlaces),
        count(grades, hasPlaces.and(Grade::citesGold)),
        count(grades, Grade::isLeak),
        grades.stream().mapToInt(grade -> grade.unsupported().size()).sum());
  }

  private static int count(List<Grade> grades, Predicate<Grade> test) {
    return (int) grades.stream().filter(test).count();
  }

  /// A share from 0 to 1, which is 1 where nothing counts towards it, or a count.
  double value(Measure measure) {
    return switch (measure) {
      case VERDICT -> fraction(verdicts, questions);
      case FACTS -> fraction(facts, withFacts);
      case CITATIONS -> fraction(places, withPlaces);
      case LEAKS -> leaks;
      case UNSUPPORTED -> unsupported;
    };
  }

  private static double fraction(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /// A row of the results table.
  String row(String name) {
    return "| %s | %d | %s | %s | %s | %d | %d |"
        .formatted(
            name,
            questions,
            share(verdicts, questions),
            share(facts, withFacts),
            share(places, withPlaces),
            leaks,
            unsupported);
  }

  static String heading() {
    return "| suite | questions | right verdicts | right figures and facts | gold place cited | forecasts leaked | unsupported sentences |\n"
        + "|---|---:|---:|---:|---:|---:|---:|";
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %% (%d/%d)", 100.0 * part / whole, part, whole);
  }
}

package onrecord.retrieval.ranking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import onrecord.corpus.Basis;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.ReportingPeriod;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.ranking.Candidate.Days;
import onrecord.retrieval.structure.Statement;
import org.jspecify.annotations.Nullable;

/// Something about a candidate's place in the structure of what was disclosed that speaks for it.
public enum Signal {

  /// It holds all that the question is about.
  COVERAGE {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      return candidate.coverage();
    }
  },

  /// What it is about stands close together in it: in one sentence or row.
  PROXIMITY {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      return candidate.closeness();
    }
  },

  /// It is part of a statement that holds what is asked for; more so if the question names the
  /// statement itself.
  STATEMENT {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      var statement = candidate.statement();
      if (statement == null || candidate.ofParentAlone() && !asked.parent()) {
        return 0;
      }
      if (asked.titles().contains(statement)) {
        return 1;
      }
      if (asked.statements().contains(statement)) {
        return asked.titles().isEmpty() ? 0.7 : 0.4;
      }
      return isWholeIncome(statement) && asked.statements().contains(Statement.INCOME) ? 0.5 : 0;
    }
  },

  /// Its disclosure reports on the period asked for, or restates it later.
  PERIOD {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      return fit(asked.period(), candidate.period());
    }
  },

  /// Its disclosure is of the kind asked for, or that reports on such a period.
  KIND {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      if (!asked.kinds().isEmpty()) {
        return asked.kinds().contains(candidate.kind()) ? 1 : 0;
      }
      var period = asked.period();
      return period != null && candidate.kind() == reporting(period.basis()) ? 0.5 : 0;
    }
  },

  /// It is of the whole group, as is the question.
  GROUP {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      return candidate.ofParentAlone() && !asked.parent() ? -1 : 0;
    }
  },

  /// Where no period is asked for, what was published last is meant.
  RECENCY {
    @Override
    double of(Asked asked, Candidate candidate, long newest) {
      if (asked.period() != null) {
        return 0;
      }
      return 1 / (1 + (newest - candidate.publishedAt()) / MILLIS_A_YEAR);
    }
  };

  /// Days by which two ends of a period may differ and be the same: companies with years of 52
  /// weeks end them on a weekday.
  private static final long LEEWAY = 10;

  private static final double YEAR = ChronoUnit.YEARS.getDuration().toDays();

  private static final double MILLIS_A_YEAR = ChronoUnit.YEARS.getDuration().toMillis();

  /// @param newest when the newest of all candidates was published, in milliseconds since 1970
  /// @return from -1, against the candidate, to 1, for it; 0 where it says nothing
  abstract double of(Asked asked, Candidate candidate, long newest);

  /// Many companies state income and other comprehensive income in one.
  private static boolean isWholeIncome(Statement statement) {
    return statement == Statement.COMPREHENSIVE_INCOME;
  }

  private static DisclosureKind reporting(Basis basis) {
    return switch (basis) {
      case FULL_YEAR, INSTANT -> DisclosureKind.ANNUAL_REPORT;
      case HALF -> DisclosureKind.INTERIM_REPORT;
      case SINGLE_QUARTER, YEAR_TO_DATE -> DisclosureKind.QUARTERLY_REPORT;
    };
  }

  /// 1 for the same period, less the longer after it the disclosure reports, since reports restate
  /// the year before; 0 if it ends before.
  private static double fit(@Nullable ReportingPeriod asked, @Nullable Days reported) {
    if (asked == null || reported == null) {
      return 0;
    }
    if (isFinancialYear(asked, reported)) {
      return 1;
    }
    var lag = reported.last() - asked.end().toEpochDay();
    if (lag < -LEEWAY) {
      return 0;
    }
    var sameStart = Math.abs(reported.first() - asked.start().toEpochDay()) <= LEEWAY;
    return 1.0 / (1 + 2.0 * Math.max(0, lag - LEEWAY) / YEAR) - (sameStart ? 0 : 0.1);
  }

  /// Whether a year asked for by its number is the financial year reported on, which may end in any
  /// month of it.
  private static boolean isFinancialYear(ReportingPeriod asked, Days reported) {
    var end = LocalDate.ofEpochDay(reported.last());
    return asked.basis() == Basis.FULL_YEAR
        && reported.last() - reported.first() > 300
        && end.getYear() == asked.end().getYear();
  }
}

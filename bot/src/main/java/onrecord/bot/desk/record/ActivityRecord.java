package onrecord.bot.desk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A record of investor-relations activities in the customary form, ready for review.
///
/// @param code securities code
/// @param shortName the company's short name
/// @param companyName the company's full name
/// @param number of the record; may be empty
/// @param kinds what kinds of activity it covers
/// @param time as it is to be printed
/// @param place where the activity took place
/// @param participants who asked
/// @param hosts who answered for the company
/// @param exchanges questions and answers, in order
/// @param date of the record
public record ActivityRecord(
    String code,
    String shortName,
    String companyName,
    String number,
    Set<Kind> kinds,
    String time,
    String place,
    String participants,
    String hosts,
    List<Exchange> exchanges,
    LocalDate date) {

  /// The kinds of activity of the customary form.
  public enum Kind {
    SPECIFIC_RESEARCH,
    ANALYST_MEETING,
    MEDIA_INTERVIEW,
    RESULTS_BRIEFING,
    PRESS_CONFERENCE,
    ROADSHOW,
    SITE_VISIT,
    OTHER
  }

  /// A question and what was answered.
  ///
  /// @param sources where the answer stands, one a line; may be empty
  public record Exchange(String question, String answer, List<String> sources) {

    public Exchange {
      sources = List.copyOf(sources);
    }
  }

  public ActivityRecord {
    kinds = Set.copyOf(kinds);
    exchanges = List.copyOf(exchanges);
  }
}

package onrecord.bot.finding;

import java.util.List;
import java.util.Optional;
import onrecord.retrieval.Evidence;

/// What the disclosures hold on a part of a question.
///
/// @param gist what the part is about
/// @param figures what answers it in numbers: a list for each metric and period asked for, the most
///   authoritative first
/// @param isComplete whether each metric and period that was asked for has its figures
/// @param computation what it asks to compute, or what its figure follows from where it is not
///   disclosed by itself
/// @param lacking the figures for want of which nothing is computed, as the question calls them
/// @param lineup the figures of all segments side by side, where each or the highest is asked for
/// @param nearest the newest figures of the same metrics and segment, in whichever period
/// @param candidates sentences and rows, the most fitting first
/// @param statements what of them answers, in reading order; empty where nothing says enough
/// @param reasons what of them gives the cause of what is asked about
/// @param section the section that is headed by what is asked about, as far as one would read it
/// @param evidence the passages they stand in
public record Findings(
    Gist gist,
    List<List<FoundFigure>> figures,
    boolean isComplete,
    Optional<Computation> computation,
    List<String> lacking,
    Optional<Lineup> lineup,
    List<FoundFigure> nearest,
    List<Candidate> candidates,
    List<Quote> statements,
    List<Quote> reasons,
    List<Quote> section,
    List<Evidence> evidence) {

  /// Where there is no issuer to look for.
  public static final Findings NOTHING =
      new Findings(
          new Gist(List.of()),
          List.of(),
          false,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public Findings {
    figures = List.copyOf(figures);
    lacking = List.copyOf(lacking);
    nearest = List.copyOf(nearest);
    candidates = List.copyOf(candidates);
    statements = List.copyOf(statements);
    reasons = List.copyOf(reasons);
    section = List.copyOf(section);
    evidence = List.copyOf(evidence);
  }
}

package onrecord.retrieval.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the harness is told to measure.
///
/// @param work keeps imported disclosures, indexes and vectors for the next time
/// @param disclosures files and folders that suites ask about, all in one index
/// @param suites in the form of the evaluation's suites
/// @param folders in the form of BEIR and TREC
/// @param peers the class path of what one would take instead; empty to leave these out
record Arguments(
    Path work, List<Path> disclosures, List<Path> suites, List<Path> folders, String peers) {

  static final String USAGE =
      """
      Usage: retrieval/measure [--work DIR] [--peers CLASSPATH] [--disclosures PATH]... SET...
        SET      a folder with corpus.jsonl, queries.jsonl and qrels.tsv, or a suite (.jsonl) whose
                 citations are what should be found among the disclosures
        --work   keeps indexes and vectors for the next time (default: target/measure)
        --peers  of what one would take instead (default: without)\
      """;

  /// Nothing if they are not understood.
  static Optional<Arguments> parse(List<String> arguments) {
    var work = Path.of("target", "measure");
    var disclosures = new ArrayList<Path>();
    var suites = new ArrayList<Path>();
    var folders = new ArrayList<Path>();
    var peers = "";
    var left = new ArrayDeque<>(arguments);
    while (!left.isEmpty()) {
      var next = left.pop();
      if (next.startsWith("--") && left.isEmpty()) {
        return Optional.empty();
      }
      switch (next) {
        case "--work" -> work = Path.of(left.pop());
        case "--peers" -> peers = left.pop();
        case "--disclosures" -> disclosures.add(Path.of(left.pop()));
        default -> (BeirSet.isIn(Path.of(next)) ? folders : suites).add(Path.of(next));
      }
    }
    var known =
        !(suites.isEmpty() && folders.isEmpty())
            && suites.isEmpty() == disclosures.isEmpty()
            && suites.stream().allMatch(Files::isRegularFile);
    return known
        ? Optional.of(new Arguments(work, disclosures, suites, folders, peers))
        : Optional.empty();
  }
}

package onrecord.bot.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Questions to score answers by, one JSON object a line.
///
/// @param name the file's, or with a number where another of the same run bears the same
public record Suite(String name, List<SuiteQuestion> questions) {

  public Suite {
    questions = List.copyOf(questions);
  }

  /// Reads suites, all of them before anything is asked.
  ///
  /// @throws BrokenSuiteException naming every line that cannot be read, of all files
  public static List<Suite> readAll(List<Path> files) {
    var problems = new ArrayList<String>();
    var suites = files.stream().map(file -> new SuiteReader(file, problems).read()).toList();
    if (!problems.isEmpty()) {
      throw new BrokenSuiteException(problems);
    }
    return namedApart(suites);
  }

  private static List<Suite> namedApart(List<Suite> suites) {
    var names = new HashSet<String>();
    return suites.stream().map(suite -> suite.named(unusedName(suite.name(), names))).toList();
  }

  private static String unusedName(String wanted, HashSet<String> used) {
    var name = wanted;
    for (int i = 2; !used.add(name); i++) {
      name = wanted + " (" + i + ")";
    }
    return name;
  }

  private Suite named(String other) {
    return new Suite(other, questions);
  }
}

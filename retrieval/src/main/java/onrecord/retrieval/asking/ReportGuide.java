package onrecord.retrieval.asking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.retrieval.structure.Statement;
import org.jspecify.annotations.Nullable;

/// What every report says, where it says it and what else that is called.
///
/// People ask for what they know (capex, quick ratio); reports print what the rules prescribe
/// (purchases of property, plant and equipment), in the statement that the rules name.
final class ReportGuide {

  private static final String FILE = "report-guide.txt";
  static final ReportGuide BUNDLED = read();

  private final PhraseBook<Entry> entries = new PhraseBook<>();
  private final Map<String, Entry> byName = new HashMap<>();

  /// One thing that reports say.
  ///
  /// @param names what is printed first, in each language; then how people ask for it
  /// @param statement that holds it; null where it may stand anywhere
  /// @param title whether it is a statement itself
  /// @param parts the names of what it is computed from; empty for what is stated
  record Entry(
      List<String> names, @Nullable Statement statement, boolean title, List<String> parts) {}

  /// What a question asks of reports.
  ///
  /// @param statements that hold it
  /// @param titles the statements that it names itself
  /// @param names the further names of all that it asks for
  record Directions(Set<Statement> statements, Set<Statement> titles, List<List<String>> names) {}

  /// What a normalised question asks for.
  Directions directions(String normalised) {
    var statements = EnumSet.noneOf(Statement.class);
    var titles = EnumSet.noneOf(Statement.class);
    var names = new LinkedHashSet<List<String>>();
    for (var mention : entries.in(normalised)) {
      for (var entry : mention.meanings()) {
        if (!entry.title) {
          names.add(entry.names);
        }
        for (var thing : things(entry)) {
          if (thing.statement != null) {
            statements.add(thing.statement);
          }
          if (!thing.title) {
            names.add(thing.names);
          }
        }
        if (entry.title && entry.statement != null) {
          titles.add(entry.statement);
        }
      }
    }
    return new Directions(statements, titles, List.copyOf(names));
  }

  /// An entry itself, or what it is computed from.
  private List<Entry> things(Entry entry) {
    if (entry.parts.isEmpty()) {
      return List.of(entry);
    }
    var things = new ArrayList<Entry>();
    for (var part : entry.parts) {
      var thing = byName.get(part);
      if (thing == null) {
        throw new IllegalStateException(FILE + ": " + entry.names + " needs unknown " + part);
      }
      things.add(thing);
    }
    return things;
  }

  private void add(Entry entry) {
    entry.names.forEach(name -> entries.add(name, entry));
    byName.put(entry.names.getFirst(), entry);
  }

  private static ReportGuide read() {
    var guide = new ReportGuide();
    try (var stream = ReportGuide.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("Missing from the jar: " + FILE);
      }
      Statement place = null;
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
      for (var line : lines.map(String::strip).toList()) {
        if (line.startsWith("[")) {
          place = place(line.substring(1, line.length() - 1));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          guide.add(entry(line, place));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    return guide;
  }

  private static @Nullable Statement place(String name) {
    return name.equals("WORDS") ? null : Statement.valueOf(name);
  }

  private static Entry entry(String line, @Nullable Statement place) {
    var title = line.startsWith("title:");
    var sides = line.replaceFirst("^title:", "").split(" = ", 2);
    return new Entry(
        parts(sides[0], "\\|"),
        place,
        title,
        sides.length == 1 ? List.of() : parts(sides[1], "; "));
  }

  private static List<String> parts(String text, String separator) {
    return List.of(text.strip().split("\\s*" + separator + "\\s*"));
  }
}

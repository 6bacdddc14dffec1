package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Running headers and footers: lines at the edges of pages that return at the same place, digits
/// aside.
final class RunningLines {

  private static final double EDGE_SHARE = 0.14;
  private static final int DEEPEST = 5;
  private static final int FEWEST_PAGES = 3;
  private static final int LONGEST_PAGE_NUMBER = 40;

  /// Places are compared in steps of this many points.
  private static final double STEP = 5;

  private static final Pattern DIGITS = Pattern.compile("\\d+|\\b[ivxlcIVXLC]+\\b");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?:第|Page|PAGE|[-–—|])*#[页|–—-]*(?:(?:/|of|共|，|,)*#页?)?");

  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");

  private final Map<String, Set<Integer>> pagesByLine = new HashMap<>();

  private RunningLines(List<PageText> pages) {
    for (var page : pages) {
      page.lines().stream().limit(1).forEach(this::countNumber);
      page.lines().reversed().stream().limit(1).forEach(this::countNumber);
      for (var line : edgeLines(page, true)) {
        count(line, true);
      }
      for (var line : edgeLines(page, false)) {
        count(line, false);
      }
    }
  }

  static List<PageText> removedFrom(List<PageText> pages) {
    var running = new RunningLines(pages);
    return pages.stream().map(page -> page.withLines(running.without(page))).toList();
  }

  private static List<Line> edgeLines(PageText page, boolean fromTop) {
    var lines = new ArrayList<>(page.lines());
    lines.sort(
        fromTop
            ? Comparator.comparingDouble(line -> line.area().top())
            : Comparator.comparingDouble(line -> -line.area().bottom()));
    return lines.stream()
        .filter(line -> edgeDistance(line, fromTop) < EDGE_SHARE * line.pageHeight())
        .limit(DEEPEST)
        .toList();
  }

  private static double edgeDistance(Line line, boolean fromTop) {
    return fromTop ? line.area().top() : line.pageHeight() - line.area().bottom();
  }

  private void count(Line line, boolean fromTop) {
    var step = Math.round(edgeDistance(line, fromTop) / STEP);
    for (var near = step - 1; near <= step + 1; near++) {
      pagesByLine.computeIfAbsent(key(line, fromTop, near), _ -> new HashSet<>()).add(line.page());
    }
  }

  /// Page numbers stand at other places where text ends early, but they count on with the pages.
  private void countNumber(Line line) {
    for (var key : numberKeys(line)) {
      pagesByLine.computeIfAbsent(key, _ -> new HashSet<>()).add(line.page());
    }
  }

  private static List<String> numberKeys(Line line) {
    var keys = new ArrayList<String>();
    if (line.text().length() <= LONGEST_PAGE_NUMBER) {
      var number = NUMBER.matcher(line.text());
      while (number.find()) {
        keys.add(masked(line) + "|" + (Integer.parseInt(number.group()) - line.page()));
      }
    }
    return keys;
  }

  private static String key(Line line, boolean fromTop, long step) {
    return fromTop + "|" + step + "|" + masked(line);
  }

  private static String masked(Line line) {
    return DIGITS.matcher(line.text()).replaceAll("#").replaceAll("\\s+", "");
  }

  /// Peels running lines off from the edges inwards, so that what returns inside of a page stays.
  private List<Line> without(PageText page) {
    var remaining = new ArrayList<>(page.lines());
    remaining.removeIf(this::isCountedNumber);
    var numberless = page.withLines(remaining);
    remaining.removeAll(outermostRunning(edgeLines(numberless, true), true));
    remaining.removeAll(outermostRunning(edgeLines(numberless, false), false));
    return remaining;
  }

  private List<Line> outermostRunning(List<Line> edge, boolean fromTop) {
    var running = new ArrayList<Line>();
    for (var line : edge) {
      if (!isRunning(line, fromTop)) {
        break;
      }
      running.add(line);
    }
    return running;
  }

  private boolean isCountedNumber(Line line) {
    return numberKeys(line).stream()
        .anyMatch(key -> pagesByLine.getOrDefault(key, Set.of()).size() >= FEWEST_PAGES);
  }

  private boolean isRunning(Line line, boolean fromTop) {
    var step = Math.round(edgeDistance(line, fromTop) / STEP);
    var pages = pagesByLine.getOrDefault(key(line, fromTop, step), Set.of());
    return pages.size() >= FEWEST_PAGES || isPageNumber(line);
  }

  /// A number alone at the edge, too small to be a figure or a year.
  private static boolean isPageNumber(Line line) {
    var text = line.text().strip();
    return text.length() <= 16
        && !text.matches(".*[.,]\\d.*|\\d{4,}")
        && PAGE_NUMBER.matcher(masked(line)).matches();
  }
}

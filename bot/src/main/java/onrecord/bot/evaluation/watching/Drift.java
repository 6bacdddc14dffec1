package onrecord.bot.evaluation.watching;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How far one span's answers have moved from another's: the population stability index over a
/// property's classes (Siddiqi, *Credit Risk Scorecards*, 2006, chapter 6).
///
/// By custom, below 0.1 nothing has moved and above 0.25 something has.
public final class Drift {

  /// From here on somebody should look.
  public static final double NOTABLE = 0.25;

  /// Fewer answers than this tell nothing about a span.
  static final int LEAST = 30;

  private Drift() {}

  /// The index of a property; 0 where either span holds too few answers to tell.
  static <T> double of(List<Signals> before, List<Signals> now, Function<Signals, T> property) {
    if (before.size() < LEAST || now.size() < LEAST) {
      return 0;
    }
    var was = counts(before, property);
    var is = counts(now, property);
    var classes = new HashSet<>(was.keySet());
    classes.addAll(is.keySet());
    return classes.stream()
        .mapToDouble(one ->
            term(
                share(was, one, before.size(), classes.size()),
                share(is, one, now.size(), classes.size())))
        .sum();
  }

  private static double term(double was, double is) {
    return (is - was) * Math.log(is / was);
  }

  private static <T> Map<T, Long> counts(List<Signals> signals, Function<Signals, T> property) {
    return signals.stream().collect(Collectors.groupingBy(property, Collectors.counting()));
  }

  /// Half an answer is added to each class, so that an empty one does not make the index endless.
  private static <T> double share(Map<T, Long> counts, T one, int all, int classes) {
    return (counts.getOrDefault(one, 0L) + 0.5) / (all + 0.5 * classes);
  }

  /// The fifth of the range from 0 to 1 that a share lies in.
  static int fifth(double share) {
    return (int) Math.min(4, Math.floor(share * 5));
  }
}

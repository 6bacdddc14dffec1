package onrecord.bot.finding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What was worked out of late, so that it need not be worked out again.
///
/// Whatever was not asked for while so many others were is forgotten.
///
/// @param <K> all that the work depends on
/// @param <V> what comes of it; immutable
final class Recent<K, V> {

  private final int size;
  private final Function<K, V> work;
  private volatile Map<K, V> newer = new ConcurrentHashMap<>();
  private volatile Map<K, V> older = Map.of();

  /// @param size half of how many are kept at most
  Recent(int size, Function<K, V> work) {
    this.size = size;
    this.work = work;
  }

  V of(K key) {
    var known = newer.get(key);
    if (known != null) {
      return known;
    }
    var former = older.get(key);
    return keep(key, former == null ? work.apply(key) : former);
  }

  private V keep(K key, V value) {
    if (newer.size() >= size) {
      older = newer;
      newer = new ConcurrentHashMap<>();
    }
    newer.put(key, value);
    return value;
  }
}

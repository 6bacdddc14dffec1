package onrecord.bot.web;

import java.util.List;
import java.util.function.Function;

/// A stretch of a longer list.
///
/// @param page counted from 0
/// @param size how many a page holds at most
/// @param total how many there are in all
record Paged<T>(List<T> items, int page, int size, int total) {

  /// @throws org.springframework.web.ErrorResponseException if page or size cannot be
  static <T> Paged<T> of(List<T> all, int page, int size, int largest) {
    if (page < 0) {
      throw Refusal.ofField("page", "The parameter 'page' is counted from 0.");
    }
    if (size < 1 || size > largest) {
      throw Refusal.ofField(
          "size", "The parameter 'size' must be from 1 to %,d.".formatted(largest));
    }
    var from = (int) Math.min((long) page * size, all.size());
    return new Paged<>(
        all.subList(from, Math.min(from + size, all.size())), page, size, all.size());
  }

  <R> Paged<R> map(Function<T, R> function) {
    return new Paged<>(items.stream().map(function).toList(), page, size, total);
  }
}

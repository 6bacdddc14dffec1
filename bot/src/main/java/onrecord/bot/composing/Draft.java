package onrecord.bot.composing;

import java.util.List;

/// A reply before verification: its opening, what is said to each part, its closing.
///
/// @param parts the sentences to each part, in the order asked
public record Draft(List<Sentence> opening, List<List<Sentence>> parts, List<Sentence> closing) {

  public Draft {
    opening = List.copyOf(opening);
    parts = parts.stream().map(List::copyOf).toList();
    closing = List.copyOf(closing);
  }
}

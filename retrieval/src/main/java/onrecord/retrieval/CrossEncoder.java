package onrecord.retrieval;

import dev.langchain4j.model.scoring.ScoringModel;

/// A model that reads the question and a passage together, and says how well the one answers the
/// other: slower than vectors and more exact, so that it looks at the first passages only.
///
/// If it fails, the order stays as it was.
///
/// @param model safe for use by many threads
/// @param depth how many passages it reads a question, 1 or more
/// @param weight of its scores beside those of the order it is given, above 0, at most 1
public record CrossEncoder(ScoringModel model, int depth, double weight) {

  public CrossEncoder {
    if (depth < 1 || !(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "A cross-encoder reads 1 passage or more and weighs more than 0 and at most 1, not %d and %s"
              .formatted(depth, weight));
    }
  }
}

package onrecord.retrieval.indexing;

import onrecord.retrieval.EmbeddingModels;

/// What a generation of an index is called, and what it was made by.
///
/// @param name its own among those of its index
/// @param chinese the name of the model for Chinese
/// @param english the name of the model for English
public record Origin(String name, String chinese, String english) {

  /// One by these models.
  public static Origin of(String name, EmbeddingModels models) {
    return new Origin(name, models.chinese().name(), models.english().name());
  }

  boolean isBy(EmbeddingModels models) {
    return equals(of(name, models));
  }
}

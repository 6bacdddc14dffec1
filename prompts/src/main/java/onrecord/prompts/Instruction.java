package onrecord.prompts;

/// What a chat model may be asked to do. Each has a file of its own in `model/`.
public enum Instruction {
  /// Write claims over evidence.
  WRITING("writing"),
  /// Say whether a question may be answered.
  OPINION("opinion"),
  /// Word a question in the language of the documents.
  SEARCH("search");

  private final String file;

  Instruction(String file) {
    this.file = file;
  }

  /// The path of its file.
  public String path() {
    return "model/" + file + ".yaml";
  }
}

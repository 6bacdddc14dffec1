package onrecord.corpus;

/// The language of a text.
public enum Language {
  ZH("zh"),
  ZH_HANT("zh-Hant"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// The BCP 47 tag used in interfaces.
  public String tag() {
    return tag;
  }

  /// @throws IllegalArgumentException if no language has this tag
  public static Language ofTag(String tag) {
    for (var language : values()) {
      if (language.tag.equalsIgnoreCase(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("Unknown language '" + tag + "'; known: zh, zh-Hant, en");
  }
}

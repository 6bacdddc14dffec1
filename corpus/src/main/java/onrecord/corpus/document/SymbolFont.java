package onrecord.corpus.document;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the pictures of symbol fonts as characters: tick boxes and bullets.
///
/// Such fonts carry no meaning for their codes, or only private ones (U+F000 and up, the code in
/// the low byte).
public final class SymbolFont {

  private static final Map<Integer, String> WINGDINGS =
      Map.ofEntries(
          Map.entry(0x6C, "●"),
          Map.entry(0x6E, "■"),
          Map.entry(0x6F, "□"),
          Map.entry(0x70, "□"),
          Map.entry(0x71, "□"),
          Map.entry(0x72, "□"),
          Map.entry(0x75, "◆"),
          Map.entry(0x76, "◆"),
          Map.entry(0x9F, "•"),
          Map.entry(0xA7, "▪"),
          Map.entry(0xA8, "□"),
          Map.entry(0xD8, "▶"),
          Map.entry(0xFB, "☒"),
          Map.entry(0xFC, "√"),
          Map.entry(0xFD, "☒"),
          Map.entry(0xFE, "√"));

  private static final Map<Integer, String> WINGDINGS_2 =
      Map.of(
          0x2A, "□", 0x30, "□", 0x4F, "☒", 0x50, "√", 0x51, "☒", 0x52, "√", 0x53, "☒", 0x54, "☒",
          0xA3, "□", 0x97, "•");

  private SymbolFont() {}

  /// What a glyph of a symbol font stands for; null if the font is none or the glyph not known.
  ///
  /// @param font its name
  /// @param code of which the low byte counts
  public static @Nullable String read(String font, int code) {
    var name = font.toLowerCase(Locale.ROOT).replace(" ", "");
    if (name.contains("wingdings2")) {
      return WINGDINGS_2.get(code & 0xFF);
    }
    return name.contains("wingdings") ? WINGDINGS.get(code & 0xFF) : null;
  }
}

package onrecord.corpus.formats;

import java.util.Locale;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;

/// Writes the value of a workbook's cell as the workbook shows it.
final class CellValues {

  /// The accounting formats of Excel show a nought as a dash and pad with blanks.
  private static final int GENERAL = 0;

  private final ReadOnlySharedStringsTable strings;
  private final StylesTable styles;
  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

  CellValues(ReadOnlySharedStringsTable strings, StylesTable styles) {
    this.strings = strings;
    this.styles = styles;
  }

  /// @param type the cell's `t`: `s` for a shared string, `n` for a number, and others
  /// @param style the cell's `s`, the number of its format
  /// @param value what is stored
  String shown(String type, String style, String value) {
    return switch (type) {
      case "s" -> isNumber(value) ? shared(Integer.parseInt(value)) : "";
      case "b" -> value.equals("1") ? "TRUE" : "FALSE";
      case "e" -> "";
      case "n" -> number(style, value);
      default -> value.strip();
    };
  }

  private String shared(int index) {
    return index < strings.getCount() && index < strings.getUniqueCount()
        ? strings.getItemAt(index).getString().strip()
        : "";
  }

  private String number(String style, String value) {
    var format = format(style);
    try {
      return formatter
          .formatRawCellContents(Double.parseDouble(value), format, pattern(format))
          .strip();
    } catch (IllegalArgumentException unknownFormat) {
      return value.strip();
    }
  }

  private int format(String style) {
    return isNumber(style) && Integer.parseInt(style) < styles.getNumCellStyles()
        ? styles.getStyleAt(Integer.parseInt(style)).getDataFormat()
        : GENERAL;
  }

  private String pattern(int format) {
    var own = styles.getNumberFormatAt((short) format);
    var pattern = own == null ? BuiltinFormats.getBuiltinFormat(format) : own;
    return pattern == null ? "General" : pattern;
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }
}

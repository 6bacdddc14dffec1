package onrecord.corpus;

import java.util.Locale;
import java.util.regex.Pattern;

/// The code under which an issuer's shares are listed, such as `600519` or `BA`.
///
/// @param value one to twelve upper-case letters, digits, dots or hyphens
public record SecuritiesCode(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.\\-]{0,11}");

  public SecuritiesCode {
    value = value.strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a securities code: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

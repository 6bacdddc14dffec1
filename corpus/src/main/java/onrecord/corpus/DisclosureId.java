package onrecord.corpus;

import java.util.regex.Pattern;

/// Names a disclosure for good: the issuer's code and the beginning of the content's hash, so that
/// the same file is the same disclosure and ids cannot be guessed from one another.
public record DisclosureId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._\\-]{1,64}");

  public DisclosureId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a disclosure id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

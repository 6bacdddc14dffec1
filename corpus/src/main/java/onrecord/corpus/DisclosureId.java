package onrecord.corpus;

/// Names a disclosure for good: the issuer's code and the beginning of the content's hash, so that
/// the same file is the same disclosure and ids cannot be guessed from one another.
public record DisclosureId(String value) {

  public DisclosureId {
    if (!value.matches("[A-Za-z0-9._\\-]{1,64}")) {
      throw new IllegalArgumentException("Not a disclosure id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

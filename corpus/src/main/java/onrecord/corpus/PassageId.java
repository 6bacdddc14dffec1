package onrecord.corpus;

/// Names a passage: its disclosure's id, `#`, and its place in reading order from 0.
public record PassageId(String value) {

  public static PassageId of(DisclosureId disclosure, int ordinal) {
    return new PassageId(disclosure.value() + "#" + ordinal);
  }

  public DisclosureId disclosure() {
    return new DisclosureId(value.substring(0, value.lastIndexOf('#')));
  }

  @Override
  public String toString() {
    return value;
  }
}

package onrecord.corpus;

/// Which state of the corpus an answer rests on; grows with each change.
public record CorpusRevision(long value) implements Comparable<CorpusRevision> {

  @Override
  public int compareTo(CorpusRevision other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "r" + value;
  }
}

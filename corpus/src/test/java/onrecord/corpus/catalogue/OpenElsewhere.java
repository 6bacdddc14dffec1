package onrecord.corpus.catalogue;

import java.nio.file.Path;
import onrecord.corpus.Corpora;

/// Opens a data directory in a process of its own.
final class OpenElsewhere {

  private OpenElsewhere() {}

  public static void main(String[] arguments) {
    Corpora.open(Path.of(arguments[0])).close();
  }
}

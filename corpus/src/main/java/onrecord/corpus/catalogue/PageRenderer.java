package onrecord.corpus.catalogue;

import java.nio.file.Path;
import java.util.List;
import onrecord.corpus.Box;

/// Draws a page of a file, with boxes marked.
@FunctionalInterface
public interface PageRenderer {

  /// @param page from 1
  /// @return a PNG image
  byte[] png(Path file, int page, List<Box> marked);
}

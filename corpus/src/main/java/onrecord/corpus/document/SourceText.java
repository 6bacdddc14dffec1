package onrecord.corpus.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file, read.
///
/// @param blocks in reading order
/// @param pages how many pages it has; 0 where the format has none
/// @param title the title in the file's own properties, if any; often wrong
/// @param created the time of creation in the file's own properties, if any
/// @param remarks what a person should know of: pages without text, gibberish left out
public record SourceText(
    List<Block> blocks,
    int pages,
    @Nullable String title,
    @Nullable Instant created,
    List<String> remarks) {

  public SourceText {
    blocks = List.copyOf(blocks);
    remarks = List.copyOf(remarks);
  }
}

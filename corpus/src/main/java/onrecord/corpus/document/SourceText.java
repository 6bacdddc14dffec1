package onrecord.corpus.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.PageFlag;
import org.jspecify.annotations.Nullable;

/// A file, read.
///
/// @param blocks in reading order
/// @param pages how many pages it has; 0 where the format has none
/// @param title the title in the file's own properties, if any; often wrong
/// @param created the time of creation in the file's own properties, if any
/// @param remarks what a person should know of: pages without text, gibberish left out
/// @param flags what a person should know of single pages
public record SourceText(
    List<Block> blocks,
    int pages,
    @Nullable String title,
    @Nullable Instant created,
    List<String> remarks,
    List<PageFlag> flags) {

  public SourceText {
    blocks = List.copyOf(blocks);
    remarks = List.copyOf(remarks);
    flags = List.copyOf(flags);
  }

  /// One of whose pages nothing is to be said.
  public SourceText(
      List<Block> blocks,
      int pages,
      @Nullable String title,
      @Nullable Instant created,
      List<String> remarks) {
    this(blocks, pages, title, created, remarks, List.of());
  }

  /// The same with one more remark.
  public SourceText with(String remark) {
    var more = new ArrayList<>(remarks);
    more.add(remark);
    return new SourceText(blocks, pages, title, created, more, flags);
  }
}

package onrecord.peers;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;

/// A retriever as its documentation sets it up, with the same passages and the same embedding model
/// as ours.
///
/// @param name as the table calls it
record Peer(String name, ContentRetriever retriever) {

  private static final String ID = "passage";

  /// Marks a text with the passage it is.
  static Metadata of(Passage passage) {
    return Metadata.from(ID, passage.id());
  }

  /// The passages found, best first; one that was split counts where its first piece does.
  List<String> find(String question) {
    return retriever.retrieve(Query.from(question)).stream()
        .map(content -> id(content.textSegment()))
        .distinct()
        .toList();
  }

  private static String id(TextSegment segment) {
    return String.valueOf(segment.metadata().getString(ID));
  }
}

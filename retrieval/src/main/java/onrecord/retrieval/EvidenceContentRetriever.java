package onrecord.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import onrecord.corpus.Language;
import onrecord.retrieval.analysis.Wording;

/// LangChain4j's way to a [Retriever], for its chains and its AI services.
///
/// Each content is a passage word for word, with its score and these metadata: `passage`,
/// `disclosure`, `issuer`, `title`, `kind`, `publishedAt` (ISO 8601), and where they exist
/// `section`, `page`, `item`, `question` and `period`.
///
/// @param retriever what searches
/// @param now only what counts then is found
/// @param k how many to find, 1 to 1,000
public record EvidenceContentRetriever(Retriever retriever, InstantSource now, int k)
    implements ContentRetriever {

  /// By the system's clock.
  public EvidenceContentRetriever(Retriever retriever, int k) {
    this(retriever, InstantSource.system(), k);
  }

  @Override
  public List<Content> retrieve(dev.langchain4j.rag.query.Query query) {
    var text = Wording.simplified(query.text());
    var language = Wording.isChinese(text) ? Language.ZH : Language.EN;
    return retriever.retrieve(Query.of(text, language, now.instant(), k)).stream()
        .map(EvidenceContentRetriever::content)
        .toList();
  }

  private static Content content(Evidence evidence) {
    var segment = TextSegment.from(evidence.passage().text(), metadata(evidence));
    return Content.from(segment, Map.of(ContentMetadata.SCORE, evidence.score()));
  }

  private static Metadata metadata(Evidence evidence) {
    var passage = evidence.passage();
    var disclosure = evidence.disclosure();
    var metadata =
        new Metadata()
            .put("passage", passage.id().value())
            .put("disclosure", disclosure.id().value())
            .put("issuer", disclosure.issuer().code().value())
            .put("title", disclosure.title())
            .put("kind", disclosure.kind().name())
            .put("publishedAt", String.valueOf(disclosure.publishedAt()))
            .put("section", passage.section());
    if (passage.page() != null) {
      metadata.put("page", passage.page());
    }
    if (passage.item() != null) {
      metadata.put("item", passage.item());
    }
    if (passage.question() != null) {
      metadata.put("question", passage.question());
    }
    if (disclosure.period() != null) {
      metadata.put("period", disclosure.period().toString());
    }
    return metadata;
  }
}

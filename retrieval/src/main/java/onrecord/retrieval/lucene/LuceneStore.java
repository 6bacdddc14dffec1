package onrecord.retrieval.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.PassageId;
import onrecord.retrieval.SearchIndex.Progress;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.indexing.IndexedPassage;
import onrecord.retrieval.indexing.Origin;
import onrecord.retrieval.indexing.PassageStore;
import onrecord.retrieval.indexing.StoreClosedException;
import onrecord.retrieval.ranking.Candidate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/// A Lucene index with one document a passage.
final class LuceneStore implements PassageStore {

  private final GenerationFiles files;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  LuceneStore(GenerationFiles files) throws IOException {
    this.files = files;
    this.writer = files.write();
    this.searchers = new SearcherManager(writer, new Bm25Searchers());
  }

  private static final class Bm25Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(GenerationFiles.similarity());
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  @Override
  public Origin origin() {
    return files.origin();
  }

  // --- searching

  @Override
  public List<Candidate> candidates(Asked asked, Vectors vectors) throws IOException {
    try {
      return searching(searcher -> new CandidateSearch(vectors).candidates(searcher, asked));
    } catch (AlreadyClosedException e) {
      throw new StoreClosedException(e);
    }
  }

  private <T> T searching(Task<T> task) throws IOException {
    var searcher = searchers.acquire();
    try {
      return task.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  private interface Task<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  // --- what is in it

  @Override
  public List<String> editions() throws IOException {
    return searching(LuceneStore::editions);
  }

  private static List<String> editions(IndexSearcher searcher) throws IOException {
    var editions = new ArrayList<String>();
    var indexed = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EDITION);
    if (indexed != null) {
      var each = indexed.iterator();
      for (var edition = each.next(); edition != null; edition = each.next()) {
        if (searcher.count(new TermQuery(new Term(Fields.EDITION, edition))) > 0) {
          editions.add(edition.utf8ToString());
        }
      }
    }
    return editions;
  }

  @Override
  public List<PassageId> pending() throws IOException {
    return searching(searcher -> pending(searcher.getIndexReader()));
  }

  private static List<PassageId> pending(IndexReader reader) throws IOException {
    var pending = new ArrayList<PassageId>();
    for (var leaf : reader.leaves()) {
      var postings = leaf.reader().postings(new Term(Fields.PENDING, "true"), PostingsEnum.NONE);
      var live = leaf.reader().getLiveDocs();
      var ids = leaf.reader().getBinaryDocValues(Fields.ID);
      while (postings != null
          && ids != null
          && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if ((live == null || live.get(postings.docID())) && ids.advanceExact(postings.docID())) {
          pending.add(new PassageId(ids.binaryValue().utf8ToString()));
        }
      }
    }
    return pending;
  }

  @Override
  public Progress progress() throws IOException {
    return searching(searcher -> {
      var passages = searcher.getIndexReader().numDocs();
      var pending = searcher.count(new TermQuery(new Term(Fields.PENDING, "true")));
      return new Progress(passages, passages - pending);
    });
  }

  // --- writing

  /// In one step, so that any commit holds all of them or none.
  @Override
  public void replace(List<IndexedPassage> passages) throws IOException {
    var documents = passages.stream().map(PassageDocuments::of).toList();
    writer.updateDocuments(of(passages.getFirst().disclosure().id()), documents);
  }

  @Override
  public void remove(DisclosureId id) throws IOException {
    writer.deleteDocuments(of(id));
  }

  private static Term of(DisclosureId id) {
    return new Term(Fields.DISCLOSURE, id.value());
  }

  @Override
  public void update(List<IndexedPassage> passages) throws IOException {
    for (var passage : passages) {
      writer.updateDocument(new Term(Fields.ID, passage.id()), PassageDocuments.of(passage));
    }
  }

  /// A writer is closed for good by a failure, and of no use once the files were taken away.
  @Override
  public boolean isWritable() {
    return writer.isOpen() && Files.exists(files.directory().resolve(IndexWriter.WRITE_LOCK_NAME));
  }

  @Override
  public void settle() throws IOException {
    if (writer.hasUncommittedChanges()) {
      writer.commit();
    }
    searchers.maybeRefreshBlocking();
  }

  @Override
  public void close() throws IOException {
    try (var _ = writer.getDirectory();
        var _ = writer;
        var _ = searchers) {
      // Closed in reverse: searchers, writer (which commits), directory.
    }
  }
}

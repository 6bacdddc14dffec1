package onrecord.retrieval.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.PassageId;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// Lucene as it comes: the standard analyser, one text field, BM25.
record PlainLucene(IndexSearcher searcher) implements Contestant {

  private static final String ID = "id";
  private static final String TEXT = "text";

  static PlainLucene over(PassageTexts passages) throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      for (var passage : passages.texts().entrySet()) {
        var document = new Document();
        document.add(new StoredField(ID, passage.getKey().value()));
        document.add(new TextField(TEXT, passage.getValue(), Store.NO));
        writer.addDocument(document);
      }
    }
    return new PlainLucene(new IndexSearcher(DirectoryReader.open(directory)));
  }

  @Override
  public String name() {
    return "Lucene, standard analyser";
  }

  @Override
  public List<PassageId> find(Judged question, int k) {
    var query = new QueryBuilder(new StandardAnalyzer()).createBooleanQuery(TEXT, question.text());
    if (query == null) {
      return List.of();
    }
    try {
      var fields = searcher.storedFields();
      var found = new ArrayList<PassageId>();
      for (var hit : searcher.search(query, k).scoreDocs) {
        found.add(new PassageId(fields.document(hit.doc).get(ID)));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be read", e);
    }
  }
}

package onrecord.retrieval.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Hands the [Terms] of a field's text to Lucene.
public final class TermTokenizer extends Tokenizer {

  private final CharTermAttribute value = addAttribute(CharTermAttribute.class);
  private Iterator<Term> terms = List.<Term>of().iterator();

  /// An analyzer that does nothing else.
  public static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new TermTokenizer());
      }
    };
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    var text = new StringWriter();
    input.transferTo(text);
    terms = Terms.of(text.toString()).iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!terms.hasNext()) {
      return false;
    }
    clearAttributes();
    value.append(terms.next().value());
    return true;
  }
}

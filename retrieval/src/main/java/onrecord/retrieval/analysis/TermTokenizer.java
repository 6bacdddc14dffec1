package onrecord.retrieval.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands the [Terms] of a field's text to Lucene, each at the place of its end, so that distances
/// are counted in words, numbers and Chinese characters.
public final class TermTokenizer extends Tokenizer {

  private final CharTermAttribute value = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private int end;
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
    end = 0;
    terms = Terms.of(text.toString()).iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!terms.hasNext()) {
      return false;
    }
    clearAttributes();
    var term = terms.next();
    value.append(term.value());
    step.setPositionIncrement(term.end() > end ? 1 : 0);
    end = term.end();
    return true;
  }
}

package onrecord.parts;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onrecord.corpus.Language;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Term;
import onrecord.retrieval.analysis.Terms;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.asking.Asking;
import onrecord.retrieval.asking.IssuerNames;
import onrecord.retrieval.embedding.BuiltInModels;
import onrecord.retrieval.embedding.EmbeddingText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What is done with each question, and with each passage that is indexed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuestionParts {

  private static final String QUESTION = "公司2024年研发投入占营业收入的比例是多少？";
  private static final String PASSAGE =
      "报告期内，公司研发投入为3,215.40万元，占营业收入的8.6%，比上年增加1.2个百分点，主要用于新一代产品的设计与试制。".repeat(5);

  private final Query query = Query.of(QUESTION, Language.ZH, Instant.EPOCH, 10);

  /// One spelling for what is the same.
  @Benchmark
  public String normalisePassage() {
    return Wording.normalised(PASSAGE);
  }

  /// A passage of three hundred characters.
  @Benchmark
  public List<Term> cutPassage() {
    return Terms.of(PASSAGE);
  }

  /// Issuers, period, kinds, statements and terms.
  @Benchmark
  public Asked readQuestion() {
    return Asking.of(query, IssuerNames.NONE);
  }

  /// By the model that comes with the application.
  @Benchmark
  public float[] embedQuestion() {
    return embedded(QUESTION);
  }

  @Benchmark
  public float[] embedPassage() {
    return embedded(PASSAGE);
  }

  private static float[] embedded(String text) {
    return BuiltInModels.CHINESE
        .embedding()
        .embed(EmbeddingText.of(true, text).text())
        .content()
        .vector();
  }
}

package onrecord.bot.evaluation.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The forms of question sets that are understood.
public enum Form {
  /// FinanceBench (Islam et al. 2023, arXiv 2311.11944): the JSONL of questions.
  FINANCEBENCH(FinanceBench::read),
  /// Enterprise RAG Challenge: a folder with `answers.json`, or that file.
  ERC(EnterpriseRagChallenge::read),
  /// RGB (Chen et al. 2023, arXiv 2309.01431): a JSONL with `query`, `answer`, `positive`, `negative`.
  RGB(Rgb::read),
  /// BEIR or TREC: a folder with `corpus.jsonl`, `queries.jsonl` and judgements.
  BEIR(Beir::read),
  /// SQuAD, CMRC and the like: a JSON file of paragraphs with their questions.
  SQUAD(Squad::read),
  /// FinTruthQA: a JSONL or CSV of investors' questions and companies' replies.
  FINTRUTHQA(FinTruthQa::read);

  private final Function<Path, Imported> reader;

  Form(Function<Path, Imported> reader) {
    this.reader = reader;
  }

  /// Reads a local copy.
  ///
  /// @throws BrokenSetException if it is not of this form; names file and line
  public Imported read(Path path) {
    return reader.apply(path);
  }

  /// Its name on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All names.
  public static List<String> keys() {
    return List.of(values()).stream().map(Form::key).toList();
  }
}

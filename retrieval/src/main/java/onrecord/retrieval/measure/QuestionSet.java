package onrecord.retrieval.measure;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import onrecord.corpus.Corpus;
import onrecord.corpus.PassageId;

/// Questions with known answers, and the passages among which these are to be found.
///
/// @param name of the set
/// @param corpus holds the passages
/// @param questions those with something to be found
/// @param places where a passage stands, in the words that [Gold] uses
record QuestionSet(
    String name, Corpus corpus, List<Judged> questions, Function<PassageId, Set<String>> places) {

  QuestionSet {
    questions = List.copyOf(questions);
  }
}

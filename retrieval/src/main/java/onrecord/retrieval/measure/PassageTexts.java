package onrecord.retrieval.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import onrecord.retrieval.analysis.Wording;

/// The passages of a set as a peer is given them: the title of their document, then their words.
///
/// @param texts by passage; the company's words only, as our own index holds them
record PassageTexts(Map<PassageId, String> texts) {

  static PassageTexts of(QuestionSet set) {
    var texts = new LinkedHashMap<PassageId, String>();
    for (var disclosure : set.corpus().published()) {
      for (var passage : set.corpus().passages(disclosure.id())) {
        if (passage.speaker() == Speaker.COMPANY) {
          var title = disclosure.title();
          texts.put(passage.id(), title.isBlank() ? passage.text() : title + "\n" + passage.text());
        }
      }
    }
    return new PassageTexts(texts);
  }

  /// The language of most of them.
  String language() {
    var chinese = texts.values().stream().filter(Wording::isChinese).count();
    return chinese * 2 > texts.size() ? "zh" : "en";
  }
}

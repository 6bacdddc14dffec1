package onrecord.retrieval.opensearch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.retrieval.analysis.Term;
import onrecord.retrieval.analysis.Terms;
import onrecord.retrieval.indexing.IndexedPassage;

/// Writes a passage as a document of the cluster.
final class PassageJson {

  private PassageJson() {}

  static Map<String, Object> of(IndexedPassage passage) {
    var document = new LinkedHashMap<String, Object>();
    addNames(document, passage);
    addTimes(document, passage);
    document.put(Mapping.WORDS, places(passage.words()));
    document.put(
        Mapping.CONTEXT,
        Terms.of(passage.context()).stream().map(Term::value).collect(Collectors.joining(" ")));
    document.put(Mapping.LABEL, passage.labels());
    var stated = passage.stated();
    document.put(Mapping.SAMENESS, stated.figures());
    document.put(Mapping.LIKENESS, stated.words());
    passage
        .vector()
        .ifPresentOrElse(
            vector -> document.put(Mapping.vector(passage.text().chinese()), vector),
            () -> document.put(Mapping.PENDING, true));
    return document;
  }

  private static void addNames(Map<String, Object> document, IndexedPassage passage) {
    var disclosure = passage.disclosure();
    document.put(Mapping.PASSAGE, passage.id());
    document.put(Mapping.DISCLOSURE, disclosure.id().value());
    document.put(Mapping.EDITION, passage.edition());
    document.put(Mapping.ISSUER, passage.issuer());
    document.put(Mapping.KIND, disclosure.kind().name());
    document.put(Mapping.PARENT, passage.isOfParentAlone());
    var page = passage.passage().page();
    if (page != null) {
      document.put(Mapping.PAGE, page);
    }
    var statement = passage.statement();
    if (statement != null) {
      document.put(Mapping.STATEMENT, statement.name());
    }
  }

  private static void addTimes(Map<String, Object> document, IndexedPassage passage) {
    document.put(Mapping.PUBLISHED, passage.published());
    document.put(Mapping.ENDED, passage.ended());
    passage
        .period()
        .ifPresent(period -> {
          document.put(Mapping.PERIOD_START, period.first());
          document.put(Mapping.PERIOD_END, period.last());
        });
    passage.year().ifPresent(year -> document.put(Mapping.YEAR, year));
  }

  /// The terms of a text, a place a line: those that end at one place stand there together, a
  /// Chinese character and the pair that it ends. To the cluster both are white space.
  static String places(String text) {
    var places = new StringBuilder();
    var end = 0;
    for (var term : Terms.of(text)) {
      if (!places.isEmpty()) {
        places.append(term.end() > end ? '\n' : ' ');
      }
      places.append(term.value());
      end = term.end();
    }
    return places.toString();
  }
}

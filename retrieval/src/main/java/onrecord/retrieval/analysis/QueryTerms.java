package onrecord.retrieval.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.retrieval.analysis.Term.Form;

/// What a question looks for, cut as passages are.
///
/// @param weights each term to search for, with its weight, in order of appearance
/// @param subjects what the question is about, piece by piece
/// @param wordings further wordings of the same things
/// @param labels for each thing asked for, the keys under which it may be filed
/// @param key the question as one run of letters, digits and Chinese characters, in which labels
///   are looked for
public record QueryTerms(
    Map<String, Float> weights,
    List<Subject> subjects,
    List<Wordings> wordings,
    List<Set<String>> labels,
    String key) {

  private static final float CHARACTER_WEIGHT = 0.3f;
  private static final float ASKING_WEIGHT = 0.1f;
  private static final float EXPANSION_WEIGHT = 0.5f;
  private static final float HINT_WEIGHT = 0.3f;

  /// Characters that join words and name nothing themselves.
  private static final String PARTICLES = "在为和与及或对于把被从到就也都还又并有其之以而但";

  /// A word, number or Chinese character that says what the question is about.
  ///
  /// @param proofs the terms of which any shows that a passage has it: for a character the pairs it
  ///   stands in, since where one word ends and the next begins is not known
  public record Subject(Set<String> proofs) {}

  /// A further wording.
  ///
  /// @param normalised its text
  /// @param terms its terms, of Chinese the pairs
  public record Wordings(String normalised, List<String> terms) {

    /// Whether a term abbreviates it: the characters stand in it in this order, as 营收 in 营业收入.
    public boolean isAbbreviatedBy(String term) {
      var from = 0;
      for (var i = 0; i < term.length(); i++) {
        from = normalised.indexOf(term.charAt(i), from) + 1;
        if (from == 0) {
          return false;
        }
      }
      return true;
    }

    static Wordings of(String text) {
      var normalised = Wording.normalised(text);
      var terms = new LinkedHashSet<String>();
      for (var term : Terms.ofNormalised(normalised)) {
        if (term.form() != Form.CHARACTER || normalised.length() == 1) {
          terms.add(term.value());
        }
      }
      return new Wordings(normalised, List.copyOf(terms));
    }
  }

  /// @param text the question
  /// @param expansions further words for the same things, weighted below it
  /// @param names for each thing asked for, what else it is called
  /// @param hints words that speak for a passage without being asked for, weighted lowest
  /// @param issuers stretches of the normalised text, as start and end, that name the issuer: the
  ///   words of its name stand everywhere in its documents
  public static QueryTerms of(
      String text,
      Collection<String> expansions,
      Collection<List<String>> names,
      Collection<String> hints,
      Collection<int[]> issuers) {
    var normalised = Wording.normalised(text);
    var asking = AskingWords.in(normalised);
    issuers.forEach(stretch -> asking.set(stretch[0], stretch[1]));
    var weights = new LinkedHashMap<String, Float>();
    var telling = new ArrayList<Term>();
    for (var term : Terms.ofNormalised(normalised)) {
      var asks = !asking.get(term.start(), term.end()).isEmpty();
      weights.merge(term.value(), asks ? ASKING_WEIGHT : weight(term), Math::max);
      if (!asks) {
        telling.add(term);
      }
    }
    expansions.forEach(expansion -> addTo(weights, expansion, EXPANSION_WEIGHT));
    hints.forEach(hint -> addTo(weights, hint, HINT_WEIGHT));
    return new QueryTerms(
        weights,
        subjects(telling),
        names.stream().flatMap(List::stream).map(Wordings::of).distinct().toList(),
        names.stream().map(QueryTerms::keys).toList(),
        Labels.key(normalised));
  }

  private static Set<String> keys(List<String> names) {
    return names.stream().map(Labels::keyOf).collect(Collectors.toUnmodifiableSet());
  }

  private static void addTo(Map<String, Float> weights, String text, float factor) {
    for (var term : Terms.of(text)) {
      weights.merge(term.value(), factor * weight(term), Math::max);
    }
  }

  private static float weight(Term term) {
    return term.form() == Form.CHARACTER ? CHARACTER_WEIGHT : 1;
  }

  /// Terms that overlap prove the same piece, save that a pair is no piece of its own.
  private static List<Subject> subjects(List<Term> telling) {
    var subjects = new LinkedHashSet<Subject>();
    for (var piece : telling) {
      var isParticle = PARTICLES.contains(piece.value());
      if (isParticle || piece.form() == Form.PAIR || piece.form() == Form.QUANTITY) {
        continue;
      }
      var proofs = new LinkedHashSet<String>();
      for (var term : telling) {
        if (term.start() < piece.end()
            && piece.start() < term.end()
            && term.form() != Form.CHARACTER) {
          proofs.add(term.value());
        }
      }
      if (proofs.isEmpty()) {
        proofs.add(piece.value());
      }
      subjects.add(new Subject(proofs));
    }
    return List.copyOf(subjects);
  }

  /// All terms that tell whether a passage has what is looked for.
  public Set<String> proofs() {
    var proofs = new LinkedHashSet<String>();
    subjects.forEach(subject -> proofs.addAll(subject.proofs()));
    wordings.forEach(wording -> proofs.addAll(wording.terms()));
    return proofs;
  }

  /// All terms that it searches for or proves something by.
  public Set<String> all() {
    var all = proofs();
    all.addAll(weights.keySet());
    return all;
  }
}

package onrecord.prompts.naming;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// The glossary with its names indexed.
final class NamedGlossary implements Glossary {

  private final List<Metric> metrics;
  private final Map<String, Metric> byId;
  private final List<Term> terms;
  private final NameIndex<Optional<Metric>> metricNames = new NameIndex<>();
  private final NameIndex<List<String>> termNames = new NameIndex<>();

  NamedGlossary(List<Metric> metrics, List<Term> terms) {
    this.metrics = List.copyOf(metrics);
    this.terms = List.copyOf(terms);
    this.byId = metrics.stream().collect(toMap(Metric::id, identity()));
    // What people ask by a name goes before what statements print under it: asked for 净利润, they
    // mean the shareholders' part, though the income statement prints it for the whole.
    metrics.forEach(metric -> addAll(metric.asked(), Optional.of(metric)));
    metrics.forEach(metric -> addAll(metric.printed(), Optional.of(metric)));
    // A term holds its place against the metrics within it: 利润分配 is not about 利润.
    terms.forEach(term -> addAll(term.names(), Optional.empty()));
    namesTogether(terms).forEach(termNames::add);
  }

  /// Each name with all names of the terms that bear it: one name may belong to several.
  private static Map<String, List<String>> namesTogether(List<Term> terms) {
    var together = new LinkedHashMap<String, List<String>>();
    for (var term : terms) {
      for (var name : term.names()) {
        together.merge(name, term.names(), NamedGlossary::joined);
      }
    }
    return together;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private void addAll(List<String> names, Optional<Metric> named) {
    names.forEach(name -> metricNames.add(name, named));
  }

  @Override
  public List<Metric> metrics() {
    return metrics;
  }

  @Override
  public Optional<Metric> metric(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Mention> mentions(String text) {
    return metricNames.find(text).stream()
        .flatMap(found ->
            found.named().stream().map(metric -> new Mention(metric, found.start(), found.end())))
        .toList();
  }

  @Override
  public List<String> synonyms(String text) {
    var named = new LinkedHashSet<String>();
    var others = new LinkedHashSet<String>();
    for (var term : terms(text)) {
      named.add(FoldedText.of(text.substring(term.start(), term.end())));
      others.addAll(term.names());
    }
    for (var mention : mentions(text)) {
      named.add(FoldedText.of(text.substring(mention.start(), mention.end())));
      others.add(mention.metric().id());
      others.add(mention.metric().english());
    }
    return without(others, named);
  }

  private static List<String> without(Collection<String> names, Set<String> folded) {
    return names.stream().filter(name -> !folded.contains(FoldedText.of(name))).toList();
  }

  @Override
  public List<TermMention> terms(String text) {
    return termNames.find(text).stream()
        .map(found -> new TermMention(found.named(), found.start(), found.end()))
        .toList();
  }

  @Override
  public List<String> vocabulary() {
    var ofMetrics =
        metrics.stream().flatMap(m -> Stream.concat(m.printed().stream(), m.asked().stream()));
    var ofTerms = terms.stream().flatMap(term -> term.names().stream());
    return Stream.concat(ofMetrics, ofTerms).distinct().toList();
  }

  /// Names of one thing.
  record Term(List<String> names) {

    Term {
      names = List.copyOf(names);
    }
  }
}

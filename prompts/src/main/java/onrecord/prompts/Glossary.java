package onrecord.prompts;

import java.util.List;
import java.util.Optional;

/// The metrics and terms of the field: what people call them, and what disclosures print.
public interface Glossary {

  List<Metric> metrics();

  Optional<Metric> metric(String id);

  /// The metrics that a text names, in order; where names overlap, the longest counts.
  List<Mention> mentions(String text);

  /// Other names of the terms that stand in a text (深度求索 for DeepSeek), for finding, not for
  /// answering.
  List<String> synonyms(String text);

  /// The terms that a text names, in order; where names overlap, the longest counts.
  List<TermMention> terms(String text);

  /// Every name of a metric or term, for recognising misspelt or romanised ones.
  List<String> vocabulary();

  /// A metric named in a text.
  ///
  /// @param metric what is named
  /// @param start offset of the name
  /// @param end offset after the name
  record Mention(Metric metric, int start, int end) {}

  /// A term named in a text.
  ///
  /// @param names all names of the term, in every language
  /// @param start offset of the name
  /// @param end offset after the name
  record TermMention(List<String> names, int start, int end) {}
}

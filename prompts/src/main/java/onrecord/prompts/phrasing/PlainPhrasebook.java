package onrecord.prompts.phrasing;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;

/// The phrases and labels of one language, looked up as they were read.
///
/// @param spelling how the language writes simplified Chinese
record PlainPhrasebook(
    Map<Phrase, Template> phrases, Map<String, Template> labels, UnaryOperator<String> spelling)
    implements Phrasebook {

  /// The same words, respelt.
  PlainPhrasebook respelt(UnaryOperator<String> spelling) {
    var respeltPhrases = new EnumMap<Phrase, Template>(Phrase.class);
    phrases.forEach((phrase, template) -> respeltPhrases.put(phrase, template.respelt(spelling)));
    var respeltLabels = new TreeMap<String, Template>();
    labels.forEach((key, template) -> respeltLabels.put(key, template.respelt(spelling)));
    return new PlainPhrasebook(respeltPhrases, respeltLabels, spelling);
  }

  @Override
  public String say(Phrase phrase, Map<String, String> variables) {
    return templateOf(phrase).fill(variables);
  }

  @Override
  public String template(Phrase phrase) {
    return templateOf(phrase).text();
  }

  @Override
  public String label(String key) {
    return labelOf(key).text();
  }

  @Override
  public String label(String key, Map<String, String> variables) {
    return labelOf(key).fill(variables);
  }

  @Override
  public String spell(String simplified) {
    return spelling.apply(simplified);
  }

  private Template templateOf(Phrase phrase) {
    var template = phrases.get(phrase);
    if (template == null) {
      throw new IllegalStateException("Loading let the phrase " + phrase + " be missing");
    }
    return template;
  }

  private Template labelOf(String key) {
    var label = labels.get(key);
    if (label == null) {
      throw new IllegalArgumentException("No label '" + key + "'");
    }
    return label;
  }
}

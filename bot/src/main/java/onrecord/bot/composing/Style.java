package onrecord.bot.composing;

import java.util.HashMap;
import java.util.Map;
import onrecord.bot.composing.Sentence.Standard;
import onrecord.corpus.Language;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;

/// How a reply is worded: the phrases and names of its language.
record Style(Phrasebook phrases, Names names) {

  static Style of(Phrasebook phrases, Language language) {
    return new Style(phrases, new Names(phrases, language));
  }

  /// A standard phrase.
  ///
  /// @param variables names and values by turns
  Sentence say(Phrase phrase, String... variables) {
    var map = new HashMap<String, String>();
    for (int i = 0; i + 1 < variables.length; i += 2) {
      map.put(variables[i], variables[i + 1]);
    }
    return new Standard(phrase, Map.copyOf(map));
  }
}

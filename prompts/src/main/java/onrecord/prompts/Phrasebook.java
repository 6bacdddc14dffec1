package onrecord.prompts;

import java.util.Map;

/// The standard phrases in one language.
public interface Phrasebook {

  /// The phrase's words with its variables filled in.
  ///
  /// @throws IllegalArgumentException if the variables are not just those that the phrase has
  String say(Phrase phrase, Map<String, String> variables);

  /// The phrase's words with the variables left as `{name}`.
  String template(Phrase phrase);

  /// A word for a name of the domain in this language, such as `verdict.DEFERRED` or
  /// `kind.ANNUAL_REPORT`, from `labels.yaml`.
  ///
  /// @throws IllegalArgumentException if there is none
  String label(String key);

  /// A label that has variables, such as `period.quarter`, with these filled in.
  ///
  /// @throws IllegalArgumentException if there is none, or it has other variables
  String label(String key, Map<String, String> variables);

  /// A fragment of simplified Chinese as this language writes it: in traditional characters where
  /// the language is traditional Chinese, else unchanged.
  String spell(String simplified);
}

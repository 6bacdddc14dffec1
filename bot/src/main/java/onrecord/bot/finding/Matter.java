package onrecord.bot.finding;

import onrecord.corpus.Passage;

/// All the words by which a passage may be found.
final class Matter {

  private Matter() {}

  static String of(Passage passage) {
    var question = passage.question() == null ? "" : passage.question();
    return passage.section() + "\n" + question + "\n" + passage.text();
  }
}

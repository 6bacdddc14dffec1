package onrecord.bot.finding;

import java.util.List;
import onrecord.bot.Reading;
import onrecord.corpus.Language;

/// Suggests further words to search with. They help to find, and never stand for the question.
public interface SearchAid {

  /// Suggests none.
  SearchAid NONE = (part, language) -> List.of();

  /// @param language of the question
  List<String> words(Reading.Part part, Language language);
}

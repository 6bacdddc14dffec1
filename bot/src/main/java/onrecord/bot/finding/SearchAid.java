package onrecord.bot.finding;

import java.util.List;
import onrecord.bot.Reading;
import onrecord.corpus.Language;

/// Suggests further words to search with. They help to find, and never stand for the question.
public interface SearchAid {

  /// Suggests none.
  SearchAid NONE = (part, language, documents) -> List.of();

  /// @param language of the question
  /// @param documents the language of the disclosures that are searched
  List<String> words(Reading.Part part, Language language, Language documents);
}

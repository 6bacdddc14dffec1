package onrecord.bot;

import java.time.Clock;
import onrecord.corpus.Corpus;
import onrecord.retrieval.SearchIndex;

/// Makes an assistant over any corpus, such as one as it was known earlier.
@FunctionalInterface
public interface Assistants {

  Assistant over(Corpus corpus, SearchIndex index, Answers answers, Clock clock);
}

package onrecord.bot;

import java.util.List;
import onrecord.retrieval.Evidence;

/// Answers questions: the one way in for every channel.
public interface Assistant {

  /// The answer, stored for later explanation. The same question on the same corpus as of the same
  /// time gives the same text, whoever asks and through whichever channel.
  default Answer answer(Question question) {
    return answer(question, Progress.IGNORED);
  }

  /// The same, telling how it goes on.
  Answer answer(Question question, Progress progress);

  /// Hears of each step as it is done; claims come one by one, each verified.
  interface Progress {

    /// Hears nothing.
    Progress IGNORED = new Progress() {};

    default void read(Reading reading) {}

    default void found(List<Evidence> evidence) {}

    default void claimed(Answer.Claim claim, List<Answer.Citation> citations) {}
  }
}

package onrecord.bot.channel;

import java.util.Arrays;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.corpus.Language;
import org.jspecify.annotations.Nullable;

/// What is said in a channel. A channel renders it; what it says is decided already.
public sealed interface Reply {

  /// An answer, with all that a channel can offer beside it.
  ///
  /// @param text the words that are said: the answer's own, or those that the IR team put in their
  ///   place
  record Given(Answer answer, String text) implements Reply {

    public static Given of(Answer answer) {
      return new Given(answer, answer.text());
    }

    /// What the words cite: of words that the IR team put in their place, what those still mark.
    public List<Answer.Citation> citations() {
      return isWhole()
          ? answer.citations()
          : answer.citations().stream()
              .filter(citation -> text.contains("〔%d〕".formatted(citation.number())))
              .toList();
    }

    /// The figures that the words compare; none where the IR team changed the words.
    public List<Answer.Comparison> comparisons() {
      return isWhole() ? answer.comparisons() : List.of();
    }

    private boolean isWhole() {
      return text.equals(answer.text());
    }
  }

  /// Other words.
  ///
  /// @param choices offered beside them, as far as the channel can
  record Said(List<Line> lines, List<Choice> choices) implements Reply {

    public Said {
      lines = List.copyOf(lines);
      choices = List.copyOf(choices);
    }

    public static Said of(String... lines) {
      return new Said(Arrays.stream(lines).map(Line::of).toList(), List.of());
    }

    public static Said of(List<Line> lines) {
      return new Said(lines, List.of());
    }
  }

  /// A cited page of an original.
  ///
  /// @param link where to read on
  /// @param page the page with the quoted lines marked; null where the original has no pages
  /// @param language of the answer
  record Shown(Answer.Citation citation, String link, @Nullable Picture page, Language language)
      implements Reply {}

  /// A line of words.
  ///
  /// @param link what the words lead to; empty where they lead nowhere
  record Line(String text, String link) {

    public static Line of(String text) {
      return new Line(text, "");
    }
  }

  /// Something a person can pick.
  ///
  /// @param argument of the command that it stands for
  record Choice(String label, Command command, String argument) {}
}

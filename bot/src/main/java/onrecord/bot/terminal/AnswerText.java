package onrecord.bot.terminal;

import java.util.regex.Pattern;
import onrecord.bot.Answer;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/// Answers as a terminal shows them.
///
/// @param coloured whether it shows colours
record AnswerText(boolean coloured) {

  /// Nothing that a document holds may steer the terminal.
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009f]");

  private static final Pattern MARK = Pattern.compile("〔\\d+〕");

  /// The text, what it cites, and the verdict.
  String of(Answer answer) {
    var text = new StringBuilder(marked(harmless(answer.text()))).append('\n');
    answer.citations().forEach(citation -> text.append(source(citation)));
    return text.append("\n\n").append(styled(answer.verdict().name(), Style.bold)).toString();
  }

  /// What was asked, above its answer.
  String heading(String question) {
    return styled("> " + harmless(question), Style.bold);
  }

  private String source(Answer.Citation citation) {
    var disclosure = citation.disclosure();
    var text = new StringBuilder("\n〔%d〕%s".formatted(citation.number(), disclosure.title()));
    if (disclosure.announcementNumber() != null) {
      text.append(" ").append(disclosure.announcementNumber());
    }
    if (citation.locator().page() != null) {
      text.append(", p. ").append(citation.locator().page());
    }
    if (citation.locator().cells() != null) {
      text.append(", ").append(citation.locator().cells());
    }
    var quote = harmless(citation.quote()).strip().replace("\n", "\n    ");
    return marked(harmless(text.toString())) + "\n    " + styled(quote, Style.faint);
  }

  private String marked(String text) {
    return coloured
        ? MARK.matcher(text).replaceAll(mark -> styled(mark.group(), Style.fg_cyan))
        : text;
  }

  private String styled(String text, IStyle style) {
    return coloured ? style.on() + text + Style.reset.on() : text;
  }

  private static String harmless(String text) {
    return STEERING.matcher(text).replaceAll("");
  }
}

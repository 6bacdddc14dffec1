package onrecord.bot.finding;

import java.util.regex.Pattern;

/// The boxes that prescribed forms have ticked: `□适用 √不适用`.
public final class Ticks {

  private static final Pattern FORM = Pattern.compile("[√□☑☒☐✓✔\\s适用不是否]+");
  private static final Pattern BOX = Pattern.compile("[√□☑☒☐✓✔]");
  private static final Pattern TICKED = Pattern.compile("[√☑☒✓✔]");

  private Ticks() {}

  /// Whether words are boxes and nothing else.
  public static boolean isForm(String words) {
    return FORM.matcher(words).matches();
  }

  /// Whether words have boxes among them.
  static boolean areIn(String words) {
    return BOX.matcher(words).find();
  }

  /// Whether one of the boxes is ticked, which makes them a statement.
  public static boolean isTicked(String words) {
    return isForm(words) && TICKED.matcher(words).find();
  }
}

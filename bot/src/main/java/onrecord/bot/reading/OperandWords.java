package onrecord.bot.reading;

import java.util.regex.Pattern;

/// Strips what stands in an operand's place down to the name.
final class OperandWords {

  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:请问|请|帮我|帮|算一下|算算|计算一下|计算|那么|那|贵公司|本公司|公司|你们|我们|它的|它|其|的|在|what|is|was|the|of|and|how much|[\\s,?:;。()])+");
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?:的|\\s(?:account(?:s|ed)? for|contributed?|represent(?:ed)?|made? up|in|of|to|for)|是|分别|大概|大约|总|约|几项|[两三四五]项|[\\s,?:;。()])+$");

  private OperandWords() {}

  static String bare(String words) {
    return TRAILING
        .matcher(LEADING.matcher(words.strip()).replaceFirst(""))
        .replaceFirst("")
        .strip();
  }
}

package onrecord.bot.reading;

import java.util.regex.Pattern;

/// What a question expressly leaves aside: 有没有达到预期先不说, forecasts aside. It is not asked.
final class Aside {

  private static final String LEFT =
      "(?:先|暂且?|姑且|我|也|都)*(?:不说|不管|不问|不谈|不论|不提|不看|放一边|放一放|搁一边)(?:了)?";

  private static final Pattern LEFT_ASIDE =
      Pattern.compile(
          "(?:有没有|有无|是否|是不是|能不能|能否|会不会|会否|未来|将来|今后|明年|后续)[^,，?？;；。!！]{0,24}?"
              + LEFT
              + "(?=[,，;；。])"
              + "|(?:抛开|撇开|抛去|不考虑)[^,，?？;；。!！]{0,16}(?:不谈|不说|不论|不提)?(?=[,，;；。])"
              + "|^(?:那|先|咱|我)?不(?:说|谈|提|管|问)[^,，?？;；。!！]{1,12}(?=[,，])"
              + "|^(?:leaving|setting|putting) (?:aside )?[^,?.;]{1,40}(?=,)|^[a-z]{1,16}(?: [a-z]{1,16}){0,3} aside(?=,)");

  private Aside() {}

  /// A text in normal spelling of the same length, blank where something is left aside.
  static String blanked(String text) {
    return LEFT_ASIDE.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
  }
}

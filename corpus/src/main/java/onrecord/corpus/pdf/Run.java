package onrecord.corpus.pdf;

import java.util.regex.Pattern;
import onrecord.corpus.Box;

/// Characters printed next to each other on a line, without a gap as wide as a character.
///
/// @param text what they read
/// @param area where they stand, upright
/// @param box where they stand on the page as displayed
/// @param size the font size of most of them, in points
/// @param bold whether most are bold
record Run(String text, Area area, Box box, double size, boolean bold) {

  private static final Pattern LEADER = Pattern.compile("(?:[.．·•_] ?){3,}|…{3,}");

  /// Whether it is but dots that lead the eye to what stands at the end of the line.
  boolean isLeader() {
    return LEADER.matcher(text).matches();
  }
}

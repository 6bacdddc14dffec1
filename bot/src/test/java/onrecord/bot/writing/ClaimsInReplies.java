package onrecord.bot.writing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/// What a chat model says, taken apart for the claims in it: whatever it says, and in whatever
/// pieces it comes, the claims are the same.
public final class ClaimsInReplies {

  private static final int PIECE = 7;

  private ClaimsInReplies() {}

  /// @throws AssertionError if they are not
  public static void take(byte[] input) {
    var reply = new String(input, StandardCharsets.UTF_8);
    var whole = new JsonObjects(2).add(reply);
    var pieces = new JsonObjects(2);
    var claims = new ArrayList<JsonNode>();
    for (int start = 0; start < reply.length(); start += PIECE) {
      claims.addAll(pieces.add(reply.substring(start, Math.min(reply.length(), start + PIECE))));
    }
    if (!claims.equals(whole)) {
      throw new AssertionError(whole + " whole, but " + claims + " in pieces");
    }
    whole.forEach(WrittenClaim::of);
  }
}

package onrecord.bot.views;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import onrecord.bot.Answer;
import onrecord.corpus.PassageId;

/// Addresses of the pages that people open, below the address of the service.
public final class Links {

  private Links() {}

  /// The page of the original with the quoted lines marked.
  public static String citation(String answerId, Answer.Citation citation) {
    return "/disclosures/%s?answer=%s&citation=%d"
        .formatted(
            citation.disclosure().id(),
            URLEncoder.encode(answerId, StandardCharsets.UTF_8),
            citation.number());
  }

  /// A stored answer with all that it cites.
  public static String answer(String answerId) {
    return "/answers/" + URLEncoder.encode(answerId, StandardCharsets.UTF_8);
  }

  /// The page of the original with a passage marked.
  public static String passage(PassageId passage) {
    var id = passage.value();
    return "/disclosures/%s?passage=%s"
        .formatted(passage.disclosure(), id.substring(id.lastIndexOf('#') + 1));
  }
}

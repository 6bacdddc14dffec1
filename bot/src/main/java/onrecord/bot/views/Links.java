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

  /// The picture of a page of the original with the quoted lines marked.
  ///
  /// @param page from 1
  public static String page(String answerId, Answer.Citation citation, int page) {
    return "/api/v1/disclosures/%s/pages/%d.png?answer=%s&citation=%d"
        .formatted(
            citation.disclosure().id(),
            page,
            URLEncoder.encode(answerId, StandardCharsets.UTF_8),
            citation.number());
  }

  /// A stored answer with all that it cites.
  public static String answer(String answerId) {
    return "/answers/" + URLEncoder.encode(answerId, StandardCharsets.UTF_8);
  }

  /// A drawing of figures that an answer compares.
  ///
  /// @param number of the comparison, from 1
  public static String chart(String answerId, int number) {
    return "/api/v1/answers/%s/charts/%d.svg"
        .formatted(URLEncoder.encode(answerId, StandardCharsets.UTF_8), number);
  }

  /// The page of the original with a passage marked.
  public static String passage(PassageId passage) {
    var id = passage.value();
    return "/disclosures/%s?passage=%s"
        .formatted(passage.disclosure(), id.substring(id.lastIndexOf('#') + 1));
  }
}

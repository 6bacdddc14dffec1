package onrecord.bot.web;

import java.util.List;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;

/// A passage as interfaces show it.
///
/// @param question the investor's question that it answers, in an investor's words
public record PassageView(
    String id,
    int ordinal,
    String text,
    Speaker speaker,
    Passage.Form form,
    List<String> headings,
    @Nullable Integer page,
    @Nullable String item,
    @Nullable String question) {

  public static PassageView of(Passage passage) {
    return new PassageView(
        passage.id().value(),
        passage.ordinal(),
        passage.text(),
        passage.speaker(),
        passage.form(),
        passage.headings(),
        passage.page(),
        passage.item(),
        passage.question());
  }
}

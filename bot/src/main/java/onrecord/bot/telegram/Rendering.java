package onrecord.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Answer;
import onrecord.bot.channel.Pieces;
import onrecord.bot.channel.Reply.Given;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.channel.Reply.Shown;
import onrecord.bot.channel.Wording;
import onrecord.bot.views.Links;

/// Replies as Telegram's messages.
///
/// @param words in every language
record Rendering(Wording.Book words) {

  private static final int LONGEST_CAPTION = 1_024;
  private static final int LONGEST_QUOTE = 160;

  /// The text, cut at sentence ends where it is too long for a message, then what it cites.
  List<Piece> answer(Given given) {
    var wording = words.in(given.answer().language());
    var pieces =
        new ArrayList<>(
            Pieces.of(given.text(), Piece.LONGEST, Piece::length).stream()
                .map(Piece::plain)
                .toList());
    sources(given, wording).forEach(sources -> append(sources, pieces));
    append(Piece.plain(wording.of("footer")).italic(), pieces);
    return pieces;
  }

  /// What an answer says so far.
  static Piece soFar(String text) {
    return Piece.plain(Pieces.beginning(text, Piece.LONGEST - 2, Piece::length) + " …");
  }

  /// Words, a line each.
  static List<Piece> lines(List<Line> lines) {
    var pieces = new ArrayList<Piece>();
    for (var line : lines) {
      for (var part : Pieces.of(line.text(), Piece.LONGEST - 600, Piece::length)) {
        append(Piece.link(part, line.link()), pieces);
      }
    }
    return pieces;
  }

  /// What stands under the drawing of a comparison.
  Piece drawn(Answer.Comparison comparison, Answer answer) {
    var title =
        words
            .in(answer.language())
            .label(
                "page.comparisonOf",
                Map.of("title", comparison.title(), "unit", comparison.unit()));
    return Piece.plain(Pieces.beginning(title, LONGEST_CAPTION, Piece::length));
  }

  private static List<Piece> sources(Given given, Wording wording) {
    var folds = new ArrayList<Piece>();
    for (var citation : given.citations()) {
      append(source(citation, given.answer().id(), wording), folds, Piece.LONGEST - 100);
    }
    return folds.stream().map(Piece::folded).toList();
  }

  private static Piece source(Answer.Citation citation, String answerId, Wording wording) {
    var place = place(citation, wording);
    return Piece.plain("〔%d〕".formatted(citation.number()))
        .then(
            "",
            Piece.link(
                wording.name(citation.disclosure()),
                wording.link(Links.citation(answerId, citation))))
        .then(place.isEmpty() ? "" : " · " + place, Piece.plain(""))
        .then("\n", Piece.plain("“" + quote(citation.quote(), LONGEST_QUOTE) + "”"));
  }

  /// The caption under a cited page, or the message where there is no page.
  Piece shown(Shown shown, boolean underPicture) {
    var citation = shown.citation();
    var wording = words.in(shown.language());
    var place = place(citation, wording);
    var head =
        Piece.plain(
            "〔%d〕%s%s"
                .formatted(
                    citation.number(),
                    wording.name(citation.disclosure()),
                    place.isEmpty() ? "" : " · " + place));
    var link = Piece.link(wording.label("page.openOriginal"), shown.link());
    var limit = underPicture ? LONGEST_CAPTION : Piece.LONGEST;
    var frame = head.then("\n“”\n", link);
    var quote = quote(citation.quote(), limit - frame.length());
    return head.then("\n", Piece.plain("“" + quote + "”")).then("\n", link);
  }

  private static String place(Answer.Citation citation, Wording wording) {
    var locator = citation.locator();
    return Stream.of(
            locator.page() == null
                ? null
                : wording.label("page.page", Map.of("page", String.valueOf(locator.page()))),
            locator.item() == null
                ? null
                : wording.label("page.item", Map.of("item", locator.item())),
            locator.cells())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private static String quote(String quote, int limit) {
    return Pieces.beginning(quote.replaceAll("\\s*\\n\\s*", " "), limit, Piece::length);
  }

  private static void append(Piece piece, List<Piece> pieces) {
    append(piece, pieces, Piece.LONGEST);
  }

  /// Puts a piece under the last one, or behind it where both are too long together.
  private static void append(Piece piece, List<Piece> pieces, int limit) {
    if (!pieces.isEmpty()) {
      var together = pieces.getLast().then("\n", piece);
      if (together.length() <= limit) {
        pieces.set(pieces.size() - 1, together);
        return;
      }
    }
    pieces.add(piece);
  }
}

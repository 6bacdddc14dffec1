package onrecord.bot.telegram;

import java.util.List;
import java.util.stream.Collectors;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Pieces;
import onrecord.bot.channel.Reply;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.views.Links;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/// The reply to a query typed after the bot's name in any chat: the answer as something to send.
final class InlineExchange implements Exchange {

  /// Everyone gets the same answer, so Telegram may keep it for others too, for a moment.
  private static final int SECONDS_KEPT = 30;

  private static final int LONGEST_DESCRIPTION = 160;
  private static final int LONGEST_BUTTON = 60;

  private final BotApi api;
  private final Rendering rendering;
  private final String query;

  InlineExchange(BotApi api, Rendering rendering, String query) {
    this.api = api;
    this.rendering = rendering;
    this.query = query;
  }

  @Override
  public void say(Reply reply) {
    try {
      switch (reply) {
        case Reply.Given given -> offer(given);
        case Reply.Said said -> point(said);
        case Reply.Shown shown ->
            throw new IllegalStateException("Nobody can look up " + shown.citation().number());
      }
    } catch (RefusedException tooLate) {
      return;
    }
  }

  private void offer(Reply.Given given) {
    var pieces = rendering.answer(given);
    var piece = pieces.size() == 1 ? pieces.getFirst() : shortened(given);
    try {
      answer(given, piece.html(), ParseMode.HTML);
    } catch (RefusedException refused) {
      if (!refused.isUnreadableMarkup()) {
        throw refused;
      }
      answer(given, piece.plain(), null);
    }
  }

  /// As much of a long answer as one message holds, and where the rest is.
  private Piece shortened(Reply.Given given) {
    var wording = rendering.words().in(given.answer().language());
    var rest = Piece.link(wording.of("more"), wording.link(Links.answer(given.answer().id())));
    var text = Pieces.beginning(given.text(), Piece.LONGEST - rest.length() - 1, Piece::length);
    return Piece.plain(text).then("\n", rest);
  }

  private void answer(Reply.Given given, String text, @Nullable String mode) {
    var answer = given.answer();
    var article =
        InlineQueryResultArticle.builder()
            .id(answer.id())
            .title(rendering.words().in(answer.language()).label("verdict." + answer.verdict()))
            .description(
                Pieces.beginning(
                    given.text().replaceAll("\\s+", " "), LONGEST_DESCRIPTION, String::length))
            .inputMessageContent(
                InputTextMessageContent.builder()
                    .messageText(text)
                    .parseMode(mode)
                    .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                    .build())
            .build();
    api.call(
        AnswerInlineQuery.builder()
            .inlineQueryId(query)
            .results(List.of(article))
            .cacheTime(SECONDS_KEPT)
            .isPersonal(false)
            .build());
  }

  /// Words that are not an answer stand above the results and lead to the chat with the bot.
  private void point(Reply.Said said) {
    var words = said.lines().stream().map(Line::text).collect(Collectors.joining(" "));
    api.call(
        AnswerInlineQuery.builder()
            .inlineQueryId(query)
            .results(List.of())
            .cacheTime(0)
            .isPersonal(true)
            .button(
                InlineQueryResultsButton.builder()
                    .text(Pieces.beginning(words, LONGEST_BUTTON, String::length))
                    .startParameter("inline")
                    .build())
            .build());
  }
}

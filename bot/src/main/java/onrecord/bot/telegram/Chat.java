package onrecord.bot.telegram;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import onrecord.bot.channel.Pace;
import onrecord.bot.channel.Picture;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.UnreachableException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/// A chat as the bot writes in it: at the pace that Telegram allows, and as plain text where
/// Telegram cannot read the markup.
final class Chat {

  private static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  private final BotApi api;
  private final Pace pace;
  private final List<Pace.Rate> rates;
  private final String room;
  private Place place;

  Chat(BotApi api, Pace pace, List<Pace.Rate> rates, String room, Place place) {
    this.api = api;
    this.pace = pace;
    this.rates = rates;
    this.room = room;
    this.place = place;
  }

  /// Shows that a reply is being written, unless that would hold up messages.
  void type() {
    pace.speakIfFree(() -> {
      try {
        api.call(
            SendChatAction.builder()
                .chatId(String.valueOf(place.chat()))
                .messageThreadId(thread())
                .action("typing")
                .build());
      } catch (PostponedException | UnreachableException | RefusedException decoration) {
        // What follows meets the same trouble and answers it.
        return;
      }
    });
  }

  /// Sends a message and gives its number.
  int send(Piece piece, @Nullable InlineKeyboardMarkup buttons) {
    return inTurn(() ->
        readably(
            piece,
            (text, mode) ->
                api.call(
                        SendMessage.builder()
                            .chatId(String.valueOf(place.chat()))
                            .messageThreadId(thread())
                            .text(text)
                            .parseMode(mode)
                            .linkPreviewOptions(NO_PREVIEW)
                            .replyParameters(replied())
                            .replyMarkup(buttons)
                            .build())
                    .getMessageId()));
  }

  /// Makes a message say something else.
  ///
  /// @return whether the message is there
  boolean edit(int message, Piece piece, @Nullable InlineKeyboardMarkup buttons) {
    return pace.speak(room, rates, () -> editNow(message, piece, buttons));
  }

  /// The same, if the pace lets it just now; the whole answer follows and meets what this meets.
  void editIfFree(int message, Piece piece) {
    pace.speakIfFree(
        room,
        rates,
        () -> {
          try {
            editNow(message, piece, null);
          } catch (PostponedException | UnreachableException preview) {
            return;
          }
        });
  }

  private boolean editNow(int message, Piece piece, @Nullable InlineKeyboardMarkup buttons) {
    try {
      inChat(() ->
          readably(
              piece,
              (text, mode) ->
                  api.call(
                      EditMessageText.builder()
                          .chatId(String.valueOf(place.chat()))
                          .messageId(message)
                          .text(text)
                          .parseMode(mode)
                          .linkPreviewOptions(NO_PREVIEW)
                          .replyMarkup(buttons)
                          .build())));
      return true;
    } catch (RefusedException refused) {
      return refused.isDoneAlready();
    }
  }

  /// Replaces the buttons under a message.
  void setButtons(int message, InlineKeyboardMarkup buttons) {
    try {
      inTurn(() ->
          api.call(
              EditMessageReplyMarkup.builder()
                  .chatId(String.valueOf(place.chat()))
                  .messageId(message)
                  .replyMarkup(buttons)
                  .build()));
    } catch (RefusedException goneOrDoneAlready) {
      return;
    }
  }

  void delete(int message) {
    try {
      inTurn(() ->
          api.call(
              DeleteMessage.builder()
                  .chatId(String.valueOf(place.chat()))
                  .messageId(message)
                  .build()));
    } catch (RefusedException goneAlready) {
      return;
    }
  }

  /// Sends a picture and gives its number; empty where Telegram does not take it.
  OptionalInt sendPicture(Picture picture, Piece caption) {
    try {
      return OptionalInt.of(
          inTurn(() ->
              readably(
                  caption,
                  (text, mode) -> {
                    var photo =
                        new SendPhoto(
                            String.valueOf(place.chat()),
                            new InputFile(new ByteArrayInputStream(picture.png()), "picture.png"));
                    photo.setMessageThreadId(thread());
                    photo.setCaption(text);
                    photo.setParseMode(mode);
                    photo.setReplyParameters(replied());
                    return api.send(photo).getMessageId();
                  })));
    } catch (RefusedException tooLarge) {
      return OptionalInt.empty();
    }
  }

  private <T> T inTurn(Supplier<T> call) {
    return pace.speak(room, rates, () -> inChat(call));
  }

  /// A group that became a supergroup has another number from then on.
  private <T> T inChat(Supplier<T> call) {
    try {
      return call.get();
    } catch (RefusedException refused) {
      var movedTo = refused.movedTo();
      if (movedTo == null) {
        throw refused;
      }
      place = new Place(movedTo, 0, 0);
      return call.get();
    }
  }

  private interface Writing<T> {
    T write(String text, @Nullable String mode);
  }

  private static <T> T readably(Piece piece, Writing<T> writing) {
    try {
      return writing.write(piece.html(), ParseMode.HTML);
    } catch (RefusedException refused) {
      if (!refused.isUnreadableMarkup()) {
        throw refused;
      }
      return writing.write(piece.plain(), null);
    }
  }

  private @Nullable Integer thread() {
    return place.thread() == 0 ? null : place.thread();
  }

  private @Nullable ReplyParameters replied() {
    return place.message() == 0
        ? null
        : ReplyParameters.builder()
            .messageId(place.message())
            .allowSendingWithoutReply(true)
            .build();
  }

  /// How fast a chat may be written in.
  static List<Pace.Rate> rates(Place place, TelegramSettings settings) {
    var any = new Pace.Rate(1, settings.betweenMessages());
    return place.isGroup()
        ? List.of(any, new Pace.Rate(settings.groupMessagesPerMinute(), Duration.ofMinutes(1)))
        : List.of(any);
  }
}

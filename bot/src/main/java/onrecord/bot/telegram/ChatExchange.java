package onrecord.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import onrecord.bot.Answer;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Notes;
import onrecord.bot.channel.Picture;
import onrecord.bot.channel.PostponedException;
import onrecord.bot.channel.Reply;
import onrecord.bot.chart.PngChart;
import onrecord.bot.chart.Theme;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/// A reply in a chat. A message is placed first and noted, then made to say the answer: to do that
/// again after a restart changes nothing, where to send it again would say it twice.
class ChatExchange implements Exchange {

  private static final Piece TO_COME = Piece.plain("…");

  private final Chat chat;
  private final Rendering rendering;
  private final Notes notes;
  private final List<Integer> messages;
  private final List<Integer> earlierPictures;
  private final StringBuilder soFar = new StringBuilder();
  private boolean begun;

  ChatExchange(Chat chat, Rendering rendering, Notes notes) {
    this(chat, rendering, notes, List.of(), List.of());
  }

  /// @param earlier the messages that said the earlier reply, which this one takes the place of
  /// @param earlierPictures that were sent beside it
  ChatExchange(
      Chat chat,
      Rendering rendering,
      Notes notes,
      List<Integer> earlier,
      List<Integer> earlierPictures) {
    this.earlierPictures = List.copyOf(earlierPictures);
    this.chat = chat;
    this.rendering = rendering;
    this.notes = notes;
    this.messages = new ArrayList<>(earlier);
    noted("messages")
        .forEach(message -> {
          if (!messages.contains(message)) {
            messages.add(message);
          }
        });
  }

  @Override
  public void begin(String words) {
    begun = true;
    chat.type();
    if (messages.isEmpty()) {
      place(Piece.plain(words));
    }
  }

  @Override
  public void claimed(Answer.Claim claim, List<Answer.Citation> citations) {
    soFar.append(claim.text()).append('\n');
    if (!messages.isEmpty()) {
      chat.editIfFree(messages.getFirst(), Rendering.soFar(soFar.toString()));
    }
  }

  @Override
  public void say(Reply reply) {
    switch (reply) {
      case Reply.Given given -> {
        say(
            rendering.answer(given),
            Buttons.under(given, rendering.words().in(given.answer().language())));
        said(List.copyOf(messages), draw(given));
      }
      case Reply.Said said -> {
        say(Rendering.lines(said.lines()), Buttons.of(said.choices()));
        said(List.copyOf(messages), List.of());
      }
      case Reply.Shown shown -> show(shown);
    }
  }

  private void say(List<Piece> pieces, @Nullable InlineKeyboardMarkup buttons) {
    for (var i = 0; i < pieces.size(); i++) {
      say(i, pieces.get(i), i == pieces.size() - 1 ? buttons : null);
    }
    while (messages.size() > pieces.size()) {
      chat.delete(messages.removeLast());
      note();
    }
  }

  /// Sends what is compared as pictures, in place of those of the earlier reply. A picture cannot
  /// be placed first and made to show something then, as words can; it is noted before it is sent,
  /// and after a restart it may be missing but is never there twice.
  private List<Integer> draw(Reply.Given given) {
    earlierPictures.forEach(chat::delete);
    var pictures = new ArrayList<>(noted("pictures"));
    var comparisons = given.comparisons();
    for (var i = notes.read("drawn").map(Integer::valueOf).orElse(0); i < comparisons.size(); i++) {
      notes.write("drawn", String.valueOf(i + 1));
      send(comparisons.get(i), given.answer(), i).ifPresent(pictures::add);
      notes.write("pictures", ReplyPlaces.list(pictures));
    }
    return pictures;
  }

  private OptionalInt send(Answer.Comparison comparison, Answer answer, int number) {
    try {
      return chat.sendPicture(
          new Picture(PngChart.draw(comparison, Theme.LIGHT)), rendering.drawn(comparison, answer));
    } catch (PostponedException later) {
      if (later.after().isPositive()) {
        // Telegram asks to wait: it has not taken the picture.
        notes.write("drawn", String.valueOf(number));
      }
      throw later;
    }
  }

  private void say(int number, Piece piece, @Nullable InlineKeyboardMarkup buttons) {
    if (number < messages.size()) {
      if (!chat.edit(messages.get(number), piece, buttons)) {
        messages.set(number, chat.send(piece, buttons));
        note();
      }
    } else if (begun) {
      place(TO_COME);
      chat.edit(messages.get(number), piece, buttons);
    } else {
      messages.add(chat.send(piece, buttons));
      note();
    }
  }

  /// Hears which messages say the reply, and which pictures go with it.
  void said(List<Integer> messages, List<Integer> pictures) {}

  private void show(Reply.Shown shown) {
    var page = shown.page();
    if (page == null || chat.sendPicture(page, rendering.shown(shown, true)).isEmpty()) {
      chat.send(rendering.shown(shown, false), null);
    }
  }

  private void place(Piece piece) {
    messages.add(chat.send(piece, null));
    note();
  }

  private void note() {
    notes.write("messages", ReplyPlaces.list(messages));
  }

  private List<Integer> noted(String what) {
    return notes.read(what).map(ReplyPlaces::numbers).orElse(List.of());
  }
}

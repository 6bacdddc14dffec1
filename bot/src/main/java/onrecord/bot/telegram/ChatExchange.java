package onrecord.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.bot.channel.Exchange;
import onrecord.bot.channel.Notes;
import onrecord.bot.channel.Reply;
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
  private final StringBuilder soFar = new StringBuilder();
  private boolean begun;

  /// @param earlier the messages that said the earlier reply, which this one takes the place of
  ChatExchange(Chat chat, Rendering rendering, Notes notes, List<Integer> earlier) {
    this.chat = chat;
    this.rendering = rendering;
    this.notes = notes;
    this.messages = new ArrayList<>(earlier);
    noted()
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
      case Reply.Given given ->
          say(
              rendering.answer(given),
              Buttons.under(given.answer(), rendering.words().in(given.answer().language())));
      case Reply.Said said -> say(Rendering.lines(said.lines()), Buttons.of(said.choices()));
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
    said(List.copyOf(messages));
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

  /// Hears which messages say the reply.
  void said(List<Integer> messages) {}

  private void show(Reply.Shown shown) {
    var page = shown.page();
    if (page == null || !chat.sendPicture(page, rendering.shown(shown, true))) {
      chat.send(rendering.shown(shown, false), null);
    }
  }

  private void place(Piece piece) {
    messages.add(chat.send(piece, null));
    note();
  }

  private void note() {
    notes.write("messages", String.join(",", messages.stream().map(String::valueOf).toList()));
  }

  private List<Integer> noted() {
    return notes
        .read("messages")
        .filter(list -> !list.isEmpty())
        .map(list -> List.of(list.split(",")).stream().map(Integer::valueOf).toList())
        .orElse(List.of());
  }
}

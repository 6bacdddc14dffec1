package onrecord.bot.telegram;

import java.util.List;
import onrecord.bot.channel.Notes;

/// A reply to a question, remembered so that the question can be edited and its answer with it.
final class QuestionExchange extends ChatExchange {

  private final ReplyPlaces places;
  private final String room;
  private final int question;
  private final String digest;

  QuestionExchange(
      Chat chat,
      Rendering rendering,
      Notes notes,
      List<Integer> earlier,
      ReplyPlaces places,
      String room,
      int question,
      String digest) {
    super(chat, rendering, notes, earlier);
    this.places = places;
    this.room = room;
    this.question = question;
    this.digest = digest;
  }

  @Override
  void said(List<Integer> messages) {
    places.keep(room, question, new ReplyPlaces.Replies(messages, digest));
  }
}

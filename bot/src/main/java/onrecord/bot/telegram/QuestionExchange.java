package onrecord.bot.telegram;

import java.util.List;
import java.util.Optional;
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
      Optional<ReplyPlaces.Replies> earlier,
      ReplyPlaces places,
      String room,
      int question,
      String digest) {
    super(
        chat,
        rendering,
        notes,
        earlier.map(ReplyPlaces.Replies::messages).orElse(List.of()),
        earlier.map(ReplyPlaces.Replies::pictures).orElse(List.of()));
    this.places = places;
    this.room = room;
    this.question = question;
    this.digest = digest;
  }

  @Override
  void said(List<Integer> messages, List<Integer> pictures) {
    places.keep(room, question, new ReplyPlaces.Replies(messages, pictures, digest));
  }
}

package onrecord.bot.channel;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.channel.Incoming.Asked;
import onrecord.bot.channel.Incoming.Gone;
import onrecord.bot.channel.Incoming.HandedOn;
import onrecord.bot.channel.Incoming.Judged;
import onrecord.bot.channel.Incoming.LookedUp;
import onrecord.bot.channel.Incoming.Nothing;
import onrecord.bot.channel.Incoming.Ordered;
import onrecord.bot.channel.Incoming.Unwritten;
import onrecord.bot.channel.Reply.Said;
import onrecord.bot.channel.Reply.Shown;
import onrecord.bot.views.Links;
import onrecord.corpus.Corpus;
import org.jspecify.annotations.Nullable;

/// Reacts to what people do, in every channel in the same way.
public final class Reception {

  private final Questions questions;
  private final Orders orders;
  private final Team team;
  private final Memory memory;
  private final OpenQuestions openQuestions;
  private final Announcements announcements;
  private final Inbox inbox;
  private final Answers answers;
  private final Corpus corpus;
  private final Wording.Book words;

  Reception(
      Questions questions,
      Orders orders,
      Team team,
      Memory memory,
      OpenQuestions openQuestions,
      Announcements announcements,
      Inbox inbox,
      Answers answers,
      Corpus corpus,
      Wording.Book words) {
    this.questions = questions;
    this.orders = orders;
    this.team = team;
    this.memory = memory;
    this.openQuestions = openQuestions;
    this.announcements = announcements;
    this.inbox = inbox;
    this.answers = answers;
    this.corpus = corpus;
    this.words = words;
  }

  /// Does what an item asks for.
  void attend(Channel channel, Item item) {
    var content = inbox.open(item);
    switch (item.kind()) {
      case MESSAGE -> react(channel.hear(content, item.notes()), channel, item);
      case SETTLED -> team.deliver(content, channel, item.notes());
      case NEWS ->
          announcements.tell(item.room(), Arrays.asList(content.split(",")), channel, item.notes());
    }
  }

  /// Puts what the IR team said into the inbox of its channel, each once.
  void collectReplies(String channel) {
    openQuestions
        .undelivered(channel)
        .forEach((id, room) -> inbox.put(channel, "settled:" + id, room, Item.Kind.SETTLED, id));
  }

  /// Forgets how a room was reached that nobody can be reached in any more.
  void lose(Item item) {
    memory.lose(item.room());
  }

  private void react(Channel.Heard heard, Channel channel, Item item) {
    var exchange = heard.exchange();
    switch (heard.incoming()) {
      case Asked asked -> questions.answer(asked, exchange, item);
      case Ordered order -> obey(order, exchange, channel);
      case Judged judged -> exchange.say(rate(judged));
      case HandedOn handed -> exchange.say(team.handOn(handed.asker(), handed.answerId()));
      case LookedUp lookedUp -> exchange.say(show(lookedUp));
      case Unwritten(var asker) -> exchange.say(Said.of(wordsFor(asker).of("write")));
      case Gone gone -> memory.lose(gone.asker().address().room());
      case Nothing() -> {}
    }
  }

  private void obey(Ordered order, Exchange exchange, Channel channel) {
    var reply = orders.obey(order);
    if (order.command() == Command.DELETE_ME) {
      channel.forget(order.asker().address().room());
    }
    exchange.say(reply);
  }

  private Reply rate(Judged judged) {
    var wording = wordsFor(judged.asker());
    try {
      answers.rate(judged.answerId(), new Answers.Feedback(judged.helpful(), ""));
      return Said.of(wording.label("page.thanks"));
    } catch (NoSuchElementException noSuchAnswer) {
      return Said.of(wording.of("gone"));
    }
  }

  private Reply show(LookedUp lookedUp) {
    var answer = answers.answer(lookedUp.answerId());
    var citation = answer.flatMap(given -> citation(given, lookedUp.citation()));
    if (answer.isEmpty() || citation.isEmpty()) {
      return Said.of(wordsFor(lookedUp.asker()).of("gone"));
    }
    var wording = words.in(answer.get().language());
    return new Shown(
        citation.get(),
        wording.link(Links.citation(answer.get().id(), citation.get())),
        page(citation.get()),
        answer.get().language());
  }

  private static Optional<Answer.Citation> citation(Answer answer, int number) {
    return answer.citations().stream().filter(citation -> citation.number() == number).findFirst();
  }

  /// The page; null where the original has no pages.
  private @Nullable Picture page(Answer.Citation citation) {
    var boxes = citation.locator().boxes();
    var page =
        citation.locator().page() == null && !boxes.isEmpty()
            ? Integer.valueOf(boxes.getFirst().page())
            : citation.locator().page();
    if (page == null || page > citation.disclosure().pages()) {
      return null;
    }
    return new Picture(
        corpus.page(
            citation.disclosure().id(),
            page,
            boxes.stream().filter(box -> box.page() == page).toList()));
  }

  private Wording wordsFor(Asker asker) {
    return words.in(memory.languageOf(asker));
  }
}

package onrecord.bot.channel;

import java.util.List;
import java.util.Optional;
import onrecord.corpus.Language;

/// All that is remembered of persons, and its end.
final class Memory {

  private final Persons persons;
  private final Subscriptions subscriptions;
  private final OpenQuestions openQuestions;
  private final Inbox inbox;
  private final Limits limits;
  private final Conversations conversations = new Conversations();

  Memory(
      Persons persons,
      Subscriptions subscriptions,
      OpenQuestions openQuestions,
      Inbox inbox,
      Limits limits) {
    this.persons = persons;
    this.subscriptions = subscriptions;
    this.openQuestions = openQuestions;
    this.inbox = inbox;
    this.limits = limits;
  }

  /// The language that somebody chose; empty where each question sets its own.
  Optional<Language> chosenBy(Asker asker) {
    return persons.language(asker.person());
  }

  /// The language for words that no question sets the language of.
  Language languageOf(Asker asker) {
    return chosenBy(asker).orElse(asker.language());
  }

  List<String> earlierQuestions(Asker asker) {
    return conversations.earlier(asker);
  }

  Optional<String> lastAnswer(Asker asker) {
    return conversations.lastAnswer(asker);
  }

  void asked(Asker asker, String question, String answerId) {
    conversations.append(asker, question, answerId);
  }

  /// Erases all that names a person or could be traced to one. The answers given stay, since they
  /// name nobody.
  void forget(Asker asker) {
    forget(asker.person(), asker.address().room());
  }

  /// @param room where the person is spoken to
  /// @return whether anything was remembered for later
  boolean forget(Person person, String room) {
    conversations.forget(person);
    limits.forget(person);
    inbox.forget(room);
    // Each of them, whether or not the one before held anything.
    return persons.forget(person) | subscriptions.forget(person) | openQuestions.forget(person);
  }

  /// Erases how a room was reached that nobody can be reached in any more.
  void lose(String room) {
    subscriptions.cancel(room);
    openQuestions.forgetAddresses(room);
  }
}

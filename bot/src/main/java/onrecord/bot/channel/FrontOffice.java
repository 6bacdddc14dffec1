package onrecord.bot.channel;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.corpus.Corpus;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;

/// All that channels share, put together.
public final class FrontOffice {

  private final Inbox inbox;
  private final OpenQuestions openQuestions;
  private final Duties duties;
  private final Reception reception;
  private final Announcements announcements;
  private final Wording.Book words;
  private final Time time;
  private final Secret secret;
  private final Memory memory;
  private final List<Channel> channels = new CopyOnWriteArrayList<>();

  public FrontOffice(Store store, House house, ChannelSettings settings, Time time) {
    var source = store.source();
    this.secret = store.secret();
    this.time = time;
    this.inbox = new Inbox(source, store.writeThrough(), secret, time, store.instance());
    this.openQuestions = new OpenQuestions(source, secret, time);
    this.duties = new Duties(source, time, store.instance());
    var persons = new Persons(source, time);
    var subscriptions = new Subscriptions(source, secret, time);
    var limits = new Limits(settings.questionsPerMinute(), settings.questionsPerMinuteInAll());
    this.words = new Wording.Book(house.prompts(), settings, house.zone());
    var holdings = new Holdings(house.corpus(), house.issuer());
    this.memory = new Memory(persons, subscriptions, openQuestions, inbox, limits);
    var team = new Team(openQuestions, house.answers(), house.review(), memory, persons, words);
    this.announcements = new Announcements(holdings, subscriptions, inbox, source, words, time);
    this.reception =
        new Reception(
            new Questions(
                house.assistant(),
                house.answers(),
                limits,
                team,
                memory,
                words,
                time,
                settings.concurrentAnswers()),
            new Orders(holdings, persons, subscriptions, team, memory, words, time),
            team,
            memory,
            openQuestions,
            announcements,
            inbox,
            house.answers(),
            house.corpus(),
            words);
  }

  /// Where it is kept.
  ///
  /// @param writeThrough returns when all that was committed is on disk
  /// @param instance names this instance among those on one database, and is the same after a
  ///   restart; at most 64 characters
  public record Store(DataSource source, Runnable writeThrough, Secret secret, String instance) {}

  /// What answers, and of what.
  ///
  /// @param issuer the securities code of the issuer that speaks; null for the one with the latest
  ///   disclosure
  public record House(
      Assistant assistant,
      Answers answers,
      Corpus corpus,
      Prompts prompts,
      Review review,
      @Nullable String issuer,
      ZoneId zone) {}

  public Inbox inbox() {
    return inbox;
  }

  public OpenQuestions openQuestions() {
    return openQuestions;
  }

  public Duties duties() {
    return duties;
  }

  public Announcements announcements() {
    return announcements;
  }

  /// What channels say beside answers, in every language.
  public Wording.Book words() {
    return words;
  }

  /// Who works through a channel's inbox, not yet begun.
  ///
  /// @param grace how long work under way may take to finish when it is closed
  /// @param ending when what is still under way after that ends too
  public Attendant attend(Channel channel, Duration grace, Ending ending) {
    channels.add(channel);
    return new Attendant(channel, inbox, reception, time, grace, ending);
  }

  /// Erases all that names somebody or could be traced to them, as they could do themselves.
  ///
  /// @param channel its name, such as `telegram`
  /// @param name what the channel calls them: a user's number, an open id
  /// @return whether anything was remembered for later
  public boolean forget(String channel, String name) {
    var person = secret.person(channel, name);
    // Where somebody is spoken to alone, the room is called as they are.
    var room = person.value();
    channels.stream().filter(one -> one.name().equals(channel)).forEach(one -> one.forget(room));
    return memory.forget(person, room);
  }
}

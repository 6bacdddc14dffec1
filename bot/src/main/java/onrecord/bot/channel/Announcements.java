package onrecord.bot.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.channel.Reply.Said;
import onrecord.bot.channel.Subscriptions.Subscription;
import onrecord.corpus.Disclosure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells subscribers of what was disclosed since they subscribed, each disclosure once.
///
/// What is published under an embargo is told of when it is over, by the same rule that lets it be
/// found: it counts as of now.
public final class Announcements {

  private static final int MOST_AT_ONCE = 20;

  private final Holdings holdings;
  private final Subscriptions subscriptions;
  private final Inbox inbox;
  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Wording.Book words;
  private final Time time;

  Announcements(
      Holdings holdings,
      Subscriptions subscriptions,
      Inbox inbox,
      DataSource source,
      Wording.Book words,
      Time time) {
    this.holdings = holdings;
    this.subscriptions = subscriptions;
    this.inbox = inbox;
    this.database = JdbcClient.create(source);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    this.words = words;
    this.time = time;
  }

  /// Leaves word for every subscriber of what is new, all of it or none if the program ends
  /// meanwhile.
  public void announce() {
    var known = announced();
    var fresh =
        holdings.inForce(time.instant()).stream()
            .filter(disclosure -> !known.contains(disclosure.id().value()))
            .toList();
    if (!fresh.isEmpty()) {
      transactions.executeWithoutResult(ignored -> announce(fresh));
    }
  }

  private void announce(List<Disclosure> fresh) {
    var now = time.instant().atOffset(ZoneOffset.UTC);
    for (var disclosure : fresh) {
      database
          .sql("insert into announced (disclosure, at) values (:disclosure, :now)")
          .param("disclosure", disclosure.id().value())
          .param("now", now)
          .update();
    }
    subscriptions.all().forEach(subscription -> leave(subscription, fresh));
  }

  private void leave(Subscription subscription, List<Disclosure> fresh) {
    var news =
        fresh.stream()
            .filter(disclosure -> isNews(disclosure, subscription.since()))
            .limit(MOST_AT_ONCE)
            .map(disclosure -> disclosure.id().value())
            .collect(Collectors.joining(","));
    if (!news.isEmpty()) {
      var address = subscription.address();
      inbox.put(
          address.channel(),
          "news:" + digest(news) + ":" + address.room(),
          address.room(),
          Item.Kind.NEWS,
          news);
    }
  }

  private static boolean isNews(Disclosure disclosure, Instant since) {
    var publishedAt = disclosure.publishedAt();
    return publishedAt != null && publishedAt.isAfter(since);
  }

  private static String digest(String news) {
    return UUID.nameUUIDFromBytes(news.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Set<String> announced() {
    return new HashSet<>(
        database.sql("select disclosure from announced").query(String.class).list());
  }

  /// Tells a subscriber, if it still is one, of those disclosures that are still in force.
  void tell(String room, List<String> disclosures, Channel channel, Notes notes) {
    subscriptions
        .of(room)
        .ifPresent(subscription -> {
          var wording = words.in(subscription.language());
          var lines =
              holdings.inForce(time.instant()).stream()
                  .filter(disclosure -> disclosures.contains(disclosure.id().value()))
                  .map(wording::line)
                  .toList();
          if (!lines.isEmpty()) {
            var exchange = channel.speakTo(subscription.address(), notes);
            exchange.begin(wording.of("news"));
            exchange.say(
                Said.of(
                    Stream.concat(Stream.of(Line.of(wording.of("news"))), lines.stream())
                        .toList()));
          }
        });
  }
}

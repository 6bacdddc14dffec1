package onrecord.bot.telegram;

import java.time.Duration;
import javax.sql.DataSource;
import onrecord.bot.channel.Attendant;
import onrecord.bot.channel.Ending;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.Pace;
import onrecord.bot.channel.Routine;
import onrecord.bot.channel.Secret;
import onrecord.bot.channel.Time;

/// The bot, put together and not yet begun.
final class TelegramBot implements AutoCloseable {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final BotApi api;
  private final Updates updates;
  private final Attendant attendant;
  private final Routine forgetting;
  private final Ending ending = new Ending();
  private final Runnable listen;

  TelegramBot(
      TelegramSettings settings,
      FrontOffice office,
      DataSource database,
      Secret secret,
      Time time) {
    var places = new ReplyPlaces(database, time);
    var inlineQueries = new InlineQueries();
    api = new BotApi(settings.token(), settings.apiUrl(), settings.poll());
    ending.tell(api::close);
    var bot = new Bot(api);
    updates = new Updates(office.inbox(), secret, inlineQueries);
    attendant =
        office.attend(
            new Telegram(
                api,
                bot,
                new Pace(time, settings.messagesPerSecond(), ending),
                new Rendering(office.words()),
                places,
                inlineQueries,
                secret,
                settings),
            settings.grace(),
            ending);
    forgetting =
        new Routine(
            "telegram.forget", BETWEEN_CLEANINGS, places::forgetOld, office.duties(), time, ending);
    var introduction = new Introduction(api, bot, settings, office.words());
    if (settings.isPolling()) {
      var cursor =
          new Cursor(database, time, secret.person("telegram bot", settings.token()).value());
      var poller =
          new Poller(
              api,
              introduction,
              updates,
              cursor,
              attendant,
              office.duties(),
              settings.poll(),
              time,
              ending);
      listen = poller::start;
    } else {
      var introducing =
          new Routine(
              "telegram.introduce",
              BETWEEN_TRIES,
              introduction::makeSure,
              office.duties(),
              time,
              ending);
      listen = introducing::start;
    }
  }

  Updates updates() {
    return updates;
  }

  Attendant attendant() {
    return attendant;
  }

  void start() {
    attendant.start();
    forgetting.start();
    listen.run();
  }

  @Override
  public void close() {
    attendant.close();
  }
}

package onrecord.bot.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.bot.channel.Incoming.Ordered;
import onrecord.bot.channel.Reply.Choice;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.channel.Reply.Said;
import onrecord.corpus.Language;

/// Obeys commands.
final class Orders {

  private static final int REPORTS = 5;
  private static final int MOST_REPORTS = 20;

  private final Holdings holdings;
  private final Persons persons;
  private final Subscriptions subscriptions;
  private final Team team;
  private final Memory memory;
  private final Wording.Book words;
  private final Time time;

  Orders(
      Holdings holdings,
      Persons persons,
      Subscriptions subscriptions,
      Team team,
      Memory memory,
      Wording.Book words,
      Time time) {
    this.holdings = holdings;
    this.persons = persons;
    this.subscriptions = subscriptions;
    this.team = team;
    this.memory = memory;
    this.words = words;
    this.time = time;
  }

  Reply obey(Ordered order) {
    var asker = order.asker();
    var wording = words.in(memory.languageOf(asker));
    return switch (order.command()) {
      case START -> welcome(wording);
      case HELP -> help(wording);
      case SOURCES -> sources(wording);
      case LANGUAGE -> language(asker, order.argument(), wording);
      case REPORT -> newest(order.argument(), wording);
      case SUBSCRIBE -> subscribe(asker, wording);
      case UNSUBSCRIBE -> unsubscribe(asker, wording);
      case TEAM -> team.handOnLast(asker);
      case DELETE_ME -> forget(asker, wording);
      case AGREE -> agree(asker, wording);
    };
  }

  private Reply welcome(Wording wording) {
    return new Said(
        List.of(
            Line.of(wording.of("welcome", Map.of("issuer", holdings.issuerName(now())))),
            Line.of(wording.label("page.disclaimer")),
            Line.of(wording.of("consent")),
            Line.of(wording.of("examples")),
            Line.of("· " + wording.of("exampleFigure")),
            Line.of("· " + wording.label("page.suggestion.business")),
            Line.of("· " + wording.label("page.suggestion.outlook"))),
        List.of(new Choice(wording.of("agree"), Command.AGREE, "")));
  }

  private static Reply help(Wording wording) {
    var lines = new ArrayList<>(List.of(Line.of(wording.of("help"))));
    Arrays.stream(Command.values())
        .filter(command -> command != Command.AGREE)
        .map(command -> Line.of("/" + command.word() + " " + wording.of("command." + command)))
        .forEach(lines::add);
    return Said.of(lines);
  }

  private Reply sources(Wording wording) {
    var held = holdings.inForce(now());
    if (held.isEmpty()) {
      return Said.of(wording.label("page.empty"));
    }
    Instant newest = held.getFirst().publishedAt();
    var lines = new ArrayList<Line>();
    lines.add(
        Line.of(
            wording.of(
                "sources",
                Map.of("date", newest == null ? "" : wording.date(newest), "count", held.size()))));
    holdings
        .kinds(now())
        .forEach((kind, count) ->
            lines.add(
                Line.of(
                    "· "
                        + wording.of(
                            "sourcesOfKind",
                            Map.of("kind", wording.label("kind." + kind), "count", count)))));
    held.stream()
        .filter(disclosure -> disclosure.kind().isPeriodicReport())
        .limit(REPORTS)
        .map(wording::line)
        .forEach(lines::add);
    return Said.of(lines);
  }

  private Reply newest(String argument, Wording wording) {
    var newest = holdings.inForce(now()).stream().limit(howMany(argument)).toList();
    if (newest.isEmpty()) {
      return Said.of(wording.label("page.empty"));
    }
    return Said.of(
        Stream.concat(
                Stream.of(Line.of(wording.of("reports", Map.of("count", newest.size())))),
                newest.stream().map(wording::line))
            .toList());
  }

  private static int howMany(String argument) {
    return argument.matches("\\d{1,4}")
        ? Math.clamp(Integer.parseInt(argument), 1, MOST_REPORTS)
        : REPORTS;
  }

  private Reply language(Asker asker, String argument, Wording wording) {
    if (argument.equalsIgnoreCase("auto")) {
      persons.speak(asker.person(), null);
      return speaking(words.in(memory.languageOf(asker)), "languageName.auto");
    }
    var chosen =
        Arrays.stream(Language.values())
            .filter(language -> language.tag().equalsIgnoreCase(argument))
            .findFirst();
    if (chosen.isEmpty()) {
      return new Said(List.of(Line.of(wording.of("language"))), languages(wording));
    }
    persons.speak(asker.person(), chosen.get());
    return speaking(words.in(chosen.get()), "languageName." + chosen.get().tag());
  }

  private static Reply speaking(Wording wording, String name) {
    return Said.of(wording.of("languageSet", Map.of("language", wording.of(name))));
  }

  private static List<Choice> languages(Wording wording) {
    return Stream.concat(Arrays.stream(Language.values()).map(Language::tag), Stream.of("auto"))
        .map(tag -> new Choice(wording.of("languageName." + tag), Command.LANGUAGE, tag))
        .toList();
  }

  private Reply subscribe(Asker asker, Wording wording) {
    if (!asker.reachable()) {
      return Said.of(wording.of("unknown"));
    }
    persons.agree(asker.person());
    subscriptions.subscribe(asker, memory.languageOf(asker));
    return Said.of(wording.of("subscribed"));
  }

  private Reply unsubscribe(Asker asker, Wording wording) {
    return Said.of(
        wording.of(
            subscriptions.cancel(asker.address().room()) ? "unsubscribed" : "notSubscribed"));
  }

  private Reply forget(Asker asker, Wording wording) {
    memory.forget(asker);
    return Said.of(wording.of("deleted"));
  }

  private Reply agree(Asker asker, Wording wording) {
    persons.agree(asker.person());
    return Said.of(wording.of("agreed"));
  }

  private Instant now() {
    return time.instant();
  }
}

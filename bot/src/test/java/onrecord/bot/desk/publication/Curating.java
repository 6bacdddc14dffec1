package onrecord.bot.desk.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onrecord.corpus.Corpora;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;
import onrecord.corpus.Storage;
import onrecord.retrieval.SearchIndex;

/// A curator at work, in a process that may be killed at any moment: imports, publishes, corrects
/// and withdraws at random, and says each thing on a line once it is acknowledged.
public final class Curating {

  private final CuratedCorpus corpus;
  private final SearchIndex index;
  private final Path folder;
  private final Random random;
  private int files;

  private Curating(CuratedCorpus corpus, SearchIndex index, Path folder, long seed) {
    this.corpus = corpus;
    this.index = index;
    this.folder = folder;
    this.random = new Random(seed);
  }

  /// @param arguments the data directory, and a seed
  public static void main(String[] arguments) throws IOException {
    var data = Path.of(arguments[0]);
    var seed = Long.parseLong(arguments[1]);
    var folder = Files.createTempDirectory("onrecord-curating");
    try (var storage = Storage.in(data);
        var corpus = Corpora.open(storage, Corpora.Limits.DEFAULT, Clock.systemUTC());
        var index = Held.index(corpus, data)) {
      System.out.println("READY");
      new Curating(corpus, index, folder, seed).work(seed);
    }
  }

  private void work(long seed) throws IOException {
    var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      switch (random.nextInt(5)) {
        case 0 -> handIn(Held.report(seed + "x" + files++, random.nextInt(1, 40)), true);
        case 1 -> handIn(Held.report(seed + "x" + files++, random.nextInt(1, 40)), false);
        case 2 -> publish();
        case 3 -> correct(seed);
        default -> withdraw();
      }
      index.reconcile();
    }
  }

  private DisclosureId handIn(String text, boolean published) throws IOException {
    var file = Files.writeString(folder.resolve("report-" + files + ".md"), text);
    var taken = (Intake.Taken) (published ? corpus.take(file) : corpus.draft(file));
    say(published ? "TAKEN" : "DRAFTED", taken.disclosure().id());
    return taken.disclosure().id();
  }

  private void publish() {
    for (var draft : in(Disclosure.State.DRAFT)) {
      corpus.publish(draft, Clock.systemUTC().instant());
      say("PUBLISHED", draft);
      return;
    }
  }

  private void correct(long seed) throws IOException {
    for (var published : in(Disclosure.State.PUBLISHED)) {
      var number = corpus.disclosure(published).orElseThrow().announcementNumber();
      var correction = handIn(Held.correction(seed + "x" + files++, number), false);
      corpus.publish(correction, Clock.systemUTC().instant());
      say("SUPERSEDED", published);
      return;
    }
  }

  private void withdraw() {
    var published = in(Disclosure.State.PUBLISHED);
    if (!published.isEmpty()) {
      var one = published.get(random.nextInt(published.size()));
      corpus.withdraw(one, "at random");
      say("WITHDRAWN", one);
    }
  }

  private List<DisclosureId> in(Disclosure.State state) {
    var now = Clock.systemUTC().instant();
    return new ArrayList<>(
        corpus.disclosures().stream()
            .filter(disclosure -> disclosure.stateAt(now) == state)
            .map(Disclosure::id)
            .toList());
  }

  private static void say(String what, DisclosureId id) {
    System.out.println(what + " " + id);
    System.out.flush();
  }
}

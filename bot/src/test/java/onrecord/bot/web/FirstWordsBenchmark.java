package onrecord.bot.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How long after a question is sent the first words of its answer stand on the screen of a real
/// browser. Not among the tests: it prints a figure and claims nothing. `bot/benchmark` runs it
/// against a service whose address is the property `onrecord.address`.
class FirstWordsBenchmark {

  private static final int WARM_UP = 5;
  private static final int MEASURED = 40;

  /// From the press of the button to the first frame that shows a verified claim, or the answer
  /// where it has none.
  private static final String ASK =
      """
      question => new Promise(shown => {
        const field = document.getElementById('question');
        field.value = question;
        const begun = performance.now();
        new MutationObserver((changes, observer) => {
          if (!document.querySelector('.exchange:last-child .claims li, .exchange:last-child .whole:not([hidden])')) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => shown(performance.now() - begun)));
        }).observe(document.getElementById('exchanges'), { subtree: true, childList: true, attributes: true });
        document.getElementById('ask').requestSubmit();
      })
      """;

  @Test
  void printsHowLongTheFirstWordsTake() {
    var address = System.getProperty("onrecord.address", "");
    assumeTrue(!address.isEmpty(), "Say which service to measure: -Donrecord.address=URL");
    try (var browsers = Browsers.startOrSkip()) {
      var page = browsers.browser().newPage();
      page.navigate(address);
      var questions = page.locator(".suggestions button").allTextContents();
      IntStream.range(0, WARM_UP).forEach(i -> ask(page, questions, i));
      var took =
          IntStream.range(0, MEASURED).mapToObj(i -> ask(page, questions, i)).sorted().toList();
      Stream.of(
              "First words on the screen, median: %.0f ms".formatted(took.get(MEASURED / 2)),
              "First words on the screen, 95th percentile: %.0f ms"
                  .formatted(took.get(MEASURED * 95 / 100)))
          .forEach(System.out::println);
    }
  }

  private static double ask(Page page, List<String> questions, int number) {
    var question = questions.get(number % questions.size());
    var took = ((Number) page.evaluate(ASK, question)).doubleValue();
    page.waitForFunction("() => !document.getElementById('ask').classList.contains('busy')");
    return took;
  }
}

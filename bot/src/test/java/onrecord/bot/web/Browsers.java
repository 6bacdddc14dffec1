package onrecord.bot.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A real Chromium, where one is installed.
public record Browsers(Playwright playwright, Browser browser) implements AutoCloseable {

  /// For whatever is waited for, in milliseconds: a busy machine takes its time, and waiting ends
  /// as soon as there is no more to wait for.
  private static final double PATIENCE = 60_000;

  private static final int TRIES = 2;

  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// Starts one, or skips the tests that need it.
  public static Browsers startOrSkip() {
    var chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        chromium.isPresent(),
        "Browser tests are skipped: no Chromium in /usr/bin. Install it, for example by 'apt-get install chromium fonts-noto-cjk'.");
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setArgs(QUIETLY);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new Browsers(playwright, playwright.chromium().launch(options));
  }

  /// A reader's own browser, patient in all that it waits for.
  public BrowserContext context(Browser.NewContextOptions options) {
    var context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  /// Keeps a picture of what the page shows, for people to look at. It checks nothing: where
  /// Chromium cannot take it, standard error says so and the test goes on.
  public static void picture(Page page, Path file) {
    PlaywrightException failure = null;
    for (var tries = 0; tries < TRIES; tries++) {
      try {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return;
      } catch (PlaywrightException notTaken) {
        failure = notTaken;
      }
    }
    System.err.println("No picture " + file + ": " + failure);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

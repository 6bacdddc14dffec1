package onrecord.bot.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A real Chromium, where one is installed.
public record Browsers(Playwright playwright, Browser browser) implements AutoCloseable {

  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
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
    return new Browsers(playwright, playwright.chromium().launch(options));
  }

  /// Keeps a picture of a page for people to look at, where the machine can make one.
  public static void shoot(Page page, Path picture) {
    try {
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    } catch (PlaywrightException notHere) {
      System.err.println("No picture " + picture + ": " + notHere.getMessage());
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

package onrecord.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.bot.Settings;
import onrecord.corpus.Language;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Which language a reader of the pages has chosen: by `?lang=`, remembered in a cookie, Chinese
/// first.
@Component
public class PageWords {

  private static final String COOKIE = "lang";

  private final Prompts prompts;
  private final Settings settings;

  PageWords(Prompts prompts, Settings settings) {
    this.prompts = prompts;
    this.settings = settings;
  }

  /// The words for a request; remembers the language that it chooses.
  public Words of(HttpServletRequest request, HttpServletResponse response) {
    return of(request, response, Language.ZH);
  }

  /// The same.
  ///
  /// @param otherwise the language for who has chosen none
  Words of(HttpServletRequest request, HttpServletResponse response, Language otherwise) {
    var chosen = language(request.getParameter("lang"));
    chosen.ifPresent(language -> remember(language, response));
    return words(chosen.or(() -> remembered(request)).orElse(otherwise));
  }

  /// The words in the language that a request asks for, whatever was chosen before.
  Words asked(HttpServletRequest request) {
    return words(language(request.getParameter("lang")).orElse(Language.ZH));
  }

  private Words words(Language language) {
    return new Words(language, prompts.phrases(language.tag()), settings.zone());
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
        .flatMap(cookie -> language(cookie.getValue()));
  }

  private static Optional<Language> language(@Nullable String tag) {
    return Stream.of(Language.values())
        .filter(language -> language.tag().equalsIgnoreCase(tag))
        .findFirst();
  }

  private static void remember(Language language, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(COOKIE, language.tag())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}

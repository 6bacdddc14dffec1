package onrecord.bot.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The script by which another site shows the chat page within its own: one tag, with the words of
/// its button in the language that the tag asks for.
@RestController
@Hidden
class EmbedScript {

  private static final MediaType JAVASCRIPT =
      MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final String WORDS = "/* words */ {}";

  private final PageWords pageWords;
  private final JsonMapper json;
  private final String script;

  EmbedScript(PageWords pageWords, JsonMapper json) {
    this.pageWords = pageWords;
    this.json = json;
    this.script = read();
  }

  private static String read() {
    try {
      return new ClassPathResource("onrecord/bot/web/embed.js")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException("The program's own script is missing", missing);
    }
  }

  @GetMapping("/embed.js")
  ResponseEntity<String> script(HttpServletRequest request) {
    var words = pageWords.asked(request);
    var said =
        Map.of(
            "language", words.language().tag(),
            "title", words.of("page.title"),
            "open", words.of("page.open"),
            "hide", words.of("page.hide"));
    return ResponseEntity.ok()
        .contentType(JAVASCRIPT)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(script.replace(WORDS, json.writeValueAsString(said)));
  }
}

package onrecord.bot.telegram;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import onrecord.bot.channel.Attendant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes the updates that Telegram sends, from nobody but Telegram.
@RestController
@Hidden
final class TelegramWebhook {

  private final String secret;
  private final Updates updates;
  private final Attendant attendant;

  TelegramWebhook(String secret, Updates updates, Attendant attendant) {
    this.secret = secret;
    this.updates = updates;
    this.attendant = attendant;
  }

  /// Telegram sends an update again until it hears that it is safe.
  @PostMapping("/telegram/webhook")
  ResponseEntity<Void> take(
      @RequestHeader("X-Telegram-Bot-Api-Secret-Token") @Nullable String token,
      @RequestBody String update) {
    if (token == null || !isSecret(token)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    try {
      updates.take(update);
    } catch (IllegalArgumentException notAnUpdate) {
      return ResponseEntity.badRequest().build();
    }
    attendant.wake();
    return ResponseEntity.ok().build();
  }

  /// Takes the same time whatever the token, so that it cannot be guessed letter by letter.
  private boolean isSecret(String token) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}

package onrecord.bot.wechat;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import me.chanjar.weixin.common.error.WxRuntimeException;
import onrecord.bot.channel.Attendant;
import onrecord.bot.channel.Inbox;
import onrecord.bot.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes what WeChat sends, from nobody but WeChat, and gives the reply in the response where it is
/// there in time.
@RestController
@ConditionalOnExpression("!'${onrecord.wechat.app-id:}'.isEmpty()")
@Hidden
final class WechatServer {

  private static final int LONGEST_NAME = 64;
  private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

  private final WechatApi api;
  private final boolean encrypted;
  private final Duration patience;
  private final WaitingReplies replies;
  private final Inbox inbox;
  private final Attendant attendant;
  private final Secret secret;
  private final InstantSource clock;

  WechatServer(
      WechatApi api,
      WechatSettings settings,
      WaitingReplies replies,
      Inbox inbox,
      Attendant attendant,
      Secret secret,
      InstantSource clock) {
    this.api = api;
    this.encrypted = settings.isEncrypted();
    this.patience = settings.patience();
    this.replies = replies;
    this.inbox = inbox;
    this.attendant = attendant;
    this.secret = secret;
    this.clock = clock;
  }

  /// WeChat makes sure of the server when its address is entered.
  @GetMapping("/wechat")
  ResponseEntity<String> verify(
      @RequestParam String signature,
      @RequestParam String timestamp,
      @RequestParam String nonce,
      @RequestParam String echostr) {
    return api.isSigned(timestamp, nonce, signature)
        ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(echostr)
        : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
  }

  @PostMapping("/wechat")
  ResponseEntity<String> take(
      @RequestParam String signature,
      @RequestParam String timestamp,
      @RequestParam String nonce,
      @RequestParam(name = "encrypt_type", defaultValue = "raw") String encryption,
      @RequestParam(name = "msg_signature") @Nullable String messageSignature,
      @RequestBody String body) {
    if (!api.isSigned(timestamp, nonce, signature) || encrypted != encryption.equals("aes")) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    try {
      var content =
          encrypted ? decrypted(body, timestamp, nonce, String.valueOf(messageSignature)) : body;
      return take(content);
    } catch (WxRuntimeException notEncryptedByWechat) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    } catch (IllegalArgumentException notAMessage) {
      return ResponseEntity.badRequest().build();
    }
  }

  private String decrypted(String body, String timestamp, String nonce, String signature) {
    var envelope = WechatXml.read(body);
    return api.cipher()
        .decryptContent(signature, timestamp, nonce, envelope.getOrDefault("Encrypt", ""));
  }

  private ResponseEntity<String> take(String content) {
    var message = WechatXml.read(content);
    var person = message.getOrDefault("FromUserName", "");
    var name = Wechat.name(message);
    if (person.isEmpty() || person.length() > LONGEST_NAME || name.length() > 2 * LONGEST_NAME) {
      throw new IllegalArgumentException("A message of WeChat says who sends it");
    }
    var reply = replies.expect(name);
    var room = Wechat.room(secret, person);
    if (inbox.put(Wechat.NAME, name, room, content)) {
      inbox.hasten(room);
      inbox.secure();
      attendant.wake();
    }
    return respond(message, WaitingReplies.await(reply, patience));
  }

  private ResponseEntity<String> respond(Map<String, String> message, String reply) {
    if (reply.isEmpty() || reply.equals(Wechat.NOTHING_TO_SAY)) {
      return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(Wechat.NOTHING_TO_SAY);
    }
    var xml =
        WechatXml.text(
            message.getOrDefault("FromUserName", ""),
            message.getOrDefault("ToUserName", ""),
            clock.instant().getEpochSecond(),
            reply);
    return ResponseEntity.ok().contentType(XML).body(encrypted ? api.cipher().encrypt(xml) : xml);
  }
}

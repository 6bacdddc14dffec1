package onrecord.bot.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WeChat's platform over real HTTP, both ways: it sends signed messages to an account's server,
/// and takes calls with an access token, looking at each as WeChat does.
public final class FakeWechat implements AutoCloseable {

  public static final String APP = "wx5823bf96d3bd56c7";
  public static final String SECRET = "the-secret";
  public static final String TOKEN = "the-token";
  static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  static final String ACCOUNT = "gh_onrecord";

  /// When messages are sent, in seconds of the epoch.
  static final long SENT_AT = 1_763_600_400;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int LONGEST_TEXT = 2_048;
  private static final int LARGEST_PICTURE = 10 << 20;
  private static final String PNG = "\u0089PNG\r\n";

  private final HttpServer server;
  private final List<JsonNode> said = new ArrayList<>();
  private final List<byte[]> pictures = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Integer> errors = new ArrayList<>();
  private JsonNode menu = JSON.createObjectNode();
  private int tokens;

  public FakeWechat() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/cgi-bin/", this::take);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The next calls fail with these codes, one each.
  synchronized void fail(Integer... codes) {
    errors.addAll(List.of(codes));
  }

  /// Whether all calls that were to fail have failed.
  synchronized boolean hasFailed() {
    return errors.isEmpty();
  }

  /// The customer-service messages of text that were sent.
  synchronized List<String> said() {
    return said.stream()
        .filter(message -> message.has("text"))
        .map(message -> message.at("/text/content").asString(""))
        .toList();
  }

  /// The customer-service messages of pictures that were sent, as PNG.
  synchronized List<byte[]> shown() {
    return said.stream()
        .filter(message -> message.has("image"))
        .map(message -> pictures.get(message.at("/image/media_id").asInt()))
        .toList();
  }

  synchronized JsonNode menu() {
    return menu;
  }

  synchronized int tokens() {
    return tokens;
  }

  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  void await(BooleanSupplier condition) {
    var patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    synchronized (this) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > patience) {
          throw new AssertionError("It is not so after two minutes");
        }
        try {
          wait(20);
        } catch (InterruptedException stopped) {
          throw new AssertionError(stopped);
        }
      }
    }
  }

  /// A text of a person, as XML.
  public static String text(String person, long number, String text) {
    return textAt(SENT_AT, person, number, text);
  }

  /// @param seconds of the epoch
  public static String textAt(long seconds, String person, long number, String text) {
    return """
    <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>
    <CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType>
    <Content><![CDATA[%s]]></Content><MsgId>%d</MsgId></xml>\
    """
        .formatted(ACCOUNT, person, seconds, text, number);
  }

  /// A message of another type.
  static String message(String person, long number, String type) {
    return """
    <xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>1763600400</CreateTime>
    <MsgType>%s</MsgType><MediaId>m</MediaId><MsgId>%d</MsgId></xml>\
    """
        .formatted(ACCOUNT, person, type, number);
  }

  static String event(String person, String event, String key) {
    return """
    <xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>1763600400</CreateTime>
    <MsgType>event</MsgType><Event>%s</Event><EventKey>%s</EventKey></xml>\
    """
        .formatted(ACCOUNT, person, event, key);
  }

  /// Sends a message as it stands, signed.
  public static HttpResponse<String> send(URI account, String xml) {
    return post(account + "/wechat?" + signature(), xml);
  }

  static HttpResponse<String> sendEncrypted(URI account, String xml) {
    var envelope = WechatXml.read(cipher().encrypt(xml));
    return post(
        account
            + "/wechat?"
            + signature(envelope.getOrDefault("TimeStamp", ""), envelope.getOrDefault("Nonce", ""))
            + "&encrypt_type=aes&msg_signature="
            + envelope.getOrDefault("MsgSignature", ""),
        "<xml><ToUserName>%s</ToUserName><Encrypt>%s</Encrypt></xml>"
            .formatted(ACCOUNT, envelope.getOrDefault("Encrypt", "")));
  }

  static String decrypted(String xml) {
    var envelope = WechatXml.read(xml);
    return cipher()
        .decryptContent(
            envelope.getOrDefault("MsgSignature", ""),
            envelope.getOrDefault("TimeStamp", ""),
            envelope.getOrDefault("Nonce", ""),
            envelope.getOrDefault("Encrypt", ""));
  }

  private static WxCryptUtil cipher() {
    return new WxCryptUtil(TOKEN, AES_KEY, APP);
  }

  static HttpResponse<String> get(String address) {
    return exchange(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  static HttpResponse<String> post(String address, String xml) {
    return exchange(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(xml)));
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  static String signature() {
    return signature("1763600400", "4711");
  }

  private static String signature(String timestamp, String nonce) {
    var sorted = Stream.of(TOKEN, timestamp, nonce).sorted().collect(Collectors.joining());
    try {
      var hash = MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8));
      return "signature=%s&timestamp=%s&nonce=%s"
          .formatted(HexFormat.of().formatHex(hash), timestamp, nonce);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void take(HttpExchange http) throws IOException {
    try (http) {
      var body = http.getRequestBody().readAllBytes();
      var response = answer(http.getRequestURI(), body).getBytes(StandardCharsets.UTF_8);
      http.getResponseHeaders().set("Content-Type", "application/json");
      http.sendResponseHeaders(200, response.length);
      http.getResponseBody().write(response);
    }
  }

  private synchronized String answer(URI address, byte[] body) {
    notifyAll();
    var path = address.getPath();
    if (path.endsWith("/token") || path.endsWith("/stable_token")) {
      tokens++;
      return "{\"access_token\":\"token-%d\",\"expires_in\":7200}".formatted(tokens);
    }
    if (!String.valueOf(address.getQuery()).contains("access_token=token-" + tokens)) {
      return error(40001);
    }
    if (!errors.isEmpty()) {
      return error(errors.removeFirst());
    }
    if (path.endsWith("/media/upload")) {
      return keep(address, body);
    }
    var call = JSON.readTree(body);
    if (path.endsWith("/menu/create")) {
      menu = call;
      return error(0);
    }
    if (path.endsWith("/message/custom/send")) {
      return call.path("msgtype").asString("").equals("image") ? show(call) : say(call);
    }
    violations.add("a call of " + path);
    return error(40066);
  }

  private String say(JsonNode call) {
    var content = call.at("/text/content").asString("");
    if (content.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT || content.isBlank()) {
      violations.add("a text of " + content.length());
      return error(45002);
    }
    said.add(call);
    return error(0);
  }

  private String show(JsonNode call) {
    var number = call.at("/image/media_id").asString("");
    if (!number.matches("\\d+") || Integer.parseInt(number) >= pictures.size()) {
      violations.add("a picture that was not uploaded");
      return error(40007);
    }
    said.add(call);
    return error(0);
  }

  /// Takes the one file of a form.
  private String keep(URI address, byte[] form) {
    var parts = new String(form, StandardCharsets.ISO_8859_1);
    var begin = parts.indexOf(PNG);
    if (!address.getQuery().contains("type=image")
        || !parts.contains("name=\"media\"")
        || begin < 0
        || form.length > LARGEST_PICTURE) {
      violations.add("a form that holds no picture");
      return error(40004);
    }
    pictures.add(Arrays.copyOfRange(form, begin, parts.lastIndexOf("\r\n--")));
    return "{\"type\":\"image\",\"media_id\":\"%d\",\"created_at\":1763600400}"
        .formatted(pictures.size() - 1);
  }

  private static String error(int code) {
    return "{\"errcode\":%d,\"errmsg\":\"%s\"}".formatted(code, code == 0 ? "ok" : "error");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

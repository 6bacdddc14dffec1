package onrecord.bot.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The installation's key, which stands outside its database: without it nothing stored there names
/// a person.
///
/// Persons become hashes that nobody can turn back (HMAC-SHA-256); what must be read again, as the
/// place to which a reply goes, is sealed (AES-256-GCM).
public final class Secret {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String FILE = "channels.key";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec hashing;
  private final SecretKeySpec sealing;

  /// @param key 32 bytes from a source of randomness
  Secret(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A key has 32 bytes, this one " + key.length);
    }
    var root = new SecretKeySpec(key, "HmacSHA256");
    this.hashing = new SecretKeySpec(hmac(root, "persons"), "HmacSHA256");
    this.sealing = new SecretKeySpec(hmac(root, "sealed"), "AES");
  }

  /// A key that is configured, so that several instances share it.
  ///
  /// @param key 64 hexadecimal digits
  /// @throws IllegalArgumentException if it is not that
  public static Secret of(String key) {
    return new Secret(HexFormat.of().parseHex(key.strip()));
  }

  /// The key in a data directory, made at the first start and readable by its owner alone.
  public static Secret in(Path directory) {
    var file = directory.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        write(file);
      }
      return new Secret(Files.readAllBytes(file));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new IllegalStateException("Cannot use the key " + file, unreadable);
    }
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      create(file);
      Files.write(file, key);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return;
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException notPosix) {
      Files.createFile(file);
    }
  }

  /// Who a channel's name for somebody stands for.
  public Person person(String channel, String name) {
    return new Person(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(hmac(hashing, channel + ":" + name)));
  }

  String seal(String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), 0);
    var whole = new byte[NONCE_BYTES + sealed.length];
    System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
    System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(whole);
  }

  /// @throws IllegalStateException if it was sealed with another key, or changed since
  String open(String sealed) {
    var whole = Base64.getDecoder().decode(sealed);
    return new String(
        crypt(Cipher.DECRYPT_MODE, whole, whole, NONCE_BYTES), StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] text, int from) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Not sealed with this installation's key", failure);
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

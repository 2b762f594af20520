package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Where hubs call, and what proves that one was asked to.
 *
 * <p>All of it follows from one secret that all instances share: the last part of a source's
 * callback is a hash of its topic and a code that only the secret makes, and the hub signs with a
 * key that follows from them. So every instance can judge every call, and none has to remember what
 * another one asked for.
 *
 * @param callback what the callbacks of all sources begin with; http or https, without a slash at
 *     the end
 * @param secret shared by all instances
 */
public record WebSub(URI callback, String secret) {

  /** The fewest characters of a secret. */
  public static final int SHORTEST_SECRET = 32;

  private static final int TOPIC = 16;

  /** What hubs may sign with; old ones know SHA-1 only, which is sound where it is keyed. */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  /** Where the hub is to call for a source. */
  URI callback(String source, String topic) {
    String hash = Subscription.topicHash(topic);
    return URI.create(callback + "/" + source + "/" + hash + code(source, hash));
  }

  /**
   * The hash of the topic that a callback is for; null where it is none that was ever made of this
   * secret.
   *
   * @param mark the last part of its path
   */
  @Nullable String topicHash(String source, String mark) {
    if (mark.length() < TOPIC) {
      return null;
    }
    String hash = mark.substring(0, TOPIC);
    return isEqual(hash + code(source, hash), mark) ? hash : null;
  }

  /** What the hub is to sign with. */
  String key(String source, String topicHash) {
    return HexFormat.of().formatHex(hmac("sha256", secret, "key", source, topicHash));
  }

  /** What computes the signature of what a hub sends; null where its method is not known. */
  @Nullable Mac signer(String source, String topicHash, String method) {
    String name = METHODS.get(method.toLowerCase(Locale.ROOT));
    return name == null ? null : mac(name, key(source, topicHash));
  }

  /** Compares without telling by its time how much is alike. */
  static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String code(String source, String topicHash) {
    byte[] code = hmac("sha256", secret, "callback", source, topicHash);
    return HexFormat.of().formatHex(code, 0, 16);
  }

  private static byte[] hmac(String method, String key, String... parts) {
    String text = Fingerprint.sha256(parts); // which tells the parts apart
    return mac(METHODS.getOrDefault(method, ""), key)
        .doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(String name, String key) {
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), name));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "WebSub[callback=" + callback + "]";
  }
}

package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver who sent a message, and when.
 *
 * @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
 */
final class Signature {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> keys;

  /**
   * @param keys see {@link #isKey}; none signs nothing
   */
  Signature(List<String> keys) {
    this.keys = keys.stream().map(key -> new SecretKeySpec(bytes(key), ALGORITHM)).toList();
  }

  /** Whether it is {@code whsec_} and 24 to 64 bytes in base64. */
  static boolean isKey(String text) {
    try {
      int length = text.startsWith(PREFIX) ? bytes(text).length : 0;
      return length >= 24 && length <= 64;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String key) {
    return Base64.getDecoder().decode(key.substring(PREFIX.length()));
  }

  /** The headers of a message; the signatures of several keys stand beside each other. */
  Map<String, String> headers(String id, Instant now, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    long seconds = now.getEpochSecond();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    if (!keys.isEmpty()) {
      String signed = id + "." + seconds + "." + body;
      headers.put(
          "webhook-signature", String.join(" ", keys.stream().map(k -> sign(k, signed)).toList()));
    }
    return headers;
  }

  private static String sign(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}

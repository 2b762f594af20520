package dev.vedette.sink;

import dev.vedette.document.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that alerts are posted to.
 *
 * @param id the sink's
 * @param address where to
 * @param keys that sign, as Standard Webhooks writes them; none means no signature, and two are for
 *     the time in which one takes the other's place
 * @param authorization the header of this name; empty for none
 * @param contentType of the body
 * @param template of the body; null for the alert as an event of CloudEvents, or a list of those
 * @param timeout of a whole exchange
 */
public record WebhookSettings(
    String id,
    URI address,
    List<String> keys,
    String authorization,
    String contentType,
    @Nullable Template template,
    Duration timeout)
    implements SinkSettings {

  /** What a receiver is given to answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Copies its list. */
  public WebhookSettings {
    keys = List.copyOf(keys);
  }

  /** Whether a text can be one of the keys: {@code whsec_} and 24 to 64 bytes in base64. */
  public static boolean isKey(String text) {
    return Signature.isKey(text);
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public int parallel() {
    return 4;
  }

  @Override
  public AlertSink open(AlertJson json, Secrets secrets) {
    List<String> own = new ArrayList<>(keys);
    own.add(authorization);
    return new WebhookSink(this, json, new HttpPost(timeout, own, secrets));
  }

  @Override
  public String toString() {
    return "WebhookSettings[id=" + id + "]";
  }
}

package dev.vedette.sink;

import dev.vedette.document.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A room or channel of a chat.
 *
 * @param id the sink's
 * @param chat which service
 * @param address what is posted to
 * @param recipient whom the service is to pass it to; empty where the address says that
 * @param authorization the header of this name; empty for none
 * @param timeout of a whole exchange
 */
public record ChatSettings(
    String id, Chat chat, URI address, String recipient, String authorization, Duration timeout)
    implements SinkSettings {

  @Override
  public String kind() {
    return chat.name().toLowerCase(Locale.ROOT);
  }

  /** One after the other, as chats allow about one message a second. */
  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public AlertSink open(AlertJson json, Secrets secrets) {
    HttpPost http = new HttpPost(timeout, List.of(authorization), secrets);
    return new AlertSink() {
      @Override
      public Delivery deliver(Notification notification) {
        return http.send(
            new HttpPost.Letter(
                address,
                "application/json",
                authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization),
                chat.message(notification, recipient).toString()));
      }

      @Override
      public void close() {
        http.close();
      }
    };
  }

  @Override
  public String toString() {
    return "ChatSettings[id=" + id + "]";
  }
}

package dev.vedette.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vedette.alert.Alert;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Posts alerts as JSON: one as an event of CloudEvents in the structured mode, several as a list of
 * those, or whatever a template makes of them; signed as Standard Webhooks asks.
 */
final class WebhookSink implements AlertSink {

  private final WebhookSettings settings;
  private final AlertJson json;
  private final HttpPost http;
  private final Signature signature;

  WebhookSink(WebhookSettings settings, AlertJson json, HttpPost http) {
    this.settings = settings;
    this.json = json;
    this.http = http;
    this.signature = new Signature(settings.keys());
  }

  @Override
  public Delivery deliver(Notification notification) {
    String body =
        settings.template() == null
            ? body(notification).toString()
            : settings.template().fill(notification, json);
    Map<String, String> headers =
        new HashMap<>(signature.headers(notification.id(), Instant.now(), body));
    if (!settings.authorization().isEmpty()) {
      headers.put("Authorization", settings.authorization());
    }
    return http.send(
        new HttpPost.Letter(settings.address(), settings.contentType(), headers, body));
  }

  private JsonNode body(Notification notification) {
    if (notification.kind() == Notification.Kind.ALERT) {
      return event(notification.first());
    }
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    notification.alerts().forEach(alert -> events.add(event(alert)));
    return events;
  }

  private ObjectNode event(Alert alert) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("specversion", "1.0")
        .put("id", alert.eventId())
        .put("source", alert.eventSource())
        .put("type", alert.eventType())
        .put("subject", alert.entry())
        .put("time", alert.raisedAt().toString())
        .put("dataschema", Alert.SCHEMA)
        .put("datacontenttype", "application/json")
        .set("data", json.of(alert));
  }

  @Override
  public void close() {
    http.close();
  }
}

package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vedette.alert.Alert;
import java.util.List;

/**
 * An adaptive card. Its words stand in runs of text, in which nothing is markup, so that nothing
 * need be escaped; and it is no larger than Teams takes.
 *
 * @see <a href="https://adaptivecards.io/explorer/RichTextBlock.html">RichTextBlock</a>
 */
final class TeamsCard {

  /** Teams takes 28 KB; the rest is for what stands around. */
  private static final int MOST_BYTES = 24_000;

  private static final int MOST_TITLE = 200;
  private static final int MOST_HEADLINE = 300;
  private static final int MOST_SNIPPET = 600;
  private static final int MOST_URL = 1_000;

  private TeamsCard() {}

  static ObjectNode of(Notification notification) {
    ObjectNode message = object().put("type", "message");
    ObjectNode card =
        message
            .putArray("attachments")
            .addObject()
            .put("contentType", "application/vnd.microsoft.card.adaptive")
            .putObject("content")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    ArrayNode body = card.putArray("body");
    if (notification.kind() == Notification.Kind.ALERT) {
      add(body, notification.first(), true);
    } else {
      list(body, notification);
    }
    return message;
  }

  private static void list(ArrayNode body, Notification notification) {
    body.add(block(run(Wording.summary(notification)).put("weight", "Bolder")));
    int left = notification.alerts().size();
    for (Alert alert : notification.alerts()) {
      ArrayNode next = JsonNodeFactory.instance.arrayNode();
      add(next, alert, false);
      if (bytes(body) + bytes(next) > MOST_BYTES) {
        body.add(block(run("… and " + left + " more")));
        return;
      }
      body.addAll(next);
      left--;
    }
  }

  private static void add(ArrayNode body, Alert alert, boolean whole) {
    ObjectNode title =
        run(Wording.title(alert, MOST_TITLE)).put("weight", "Bolder").put("color", colour(alert));
    body.add(block(title).put("separator", !whole));
    ObjectNode headline = run(Wording.headline(alert, MOST_HEADLINE));
    String url = Wording.url(alert, MOST_URL);
    if (!url.isEmpty()) {
      headline.putObject("selectAction").put("type", "Action.OpenUrl").put("url", url);
    }
    body.add(block(run(Wording.source(alert) + ": "), headline));
    if (whole) {
      body.add(block(run(Wording.cut(alert.snippet(), MOST_SNIPPET))));
    }
    body.add(block(run(Wording.origin(alert)).put("isSubtle", true)));
  }

  private static ObjectNode block(ObjectNode... runs) {
    ObjectNode block = object().put("type", "RichTextBlock");
    block.putArray("inlines").addAll(List.of(runs));
    return block;
  }

  private static ObjectNode run(String text) {
    return object().put("type", "TextRun").put("text", text);
  }

  private static String colour(Alert alert) {
    return switch (alert.severity()) {
      case LOW -> "Default";
      case MEDIUM -> "Accent";
      case HIGH -> "Warning";
      case CRITICAL -> "Attention";
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static int bytes(ArrayNode node) {
    return node.toString().getBytes(UTF_8).length;
  }
}

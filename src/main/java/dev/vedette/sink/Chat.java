package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The services whose messages Vedette knows how to write, each within its limits. */
public enum Chat {
  /**
   * Incoming webhooks. A text of more than 40,000 characters is cut; nobody reads a tenth of it.
   */
  SLACK {
    @Override
    ObjectNode message(Notification notification, String recipient) {
      return object()
          .put("text", new ChatText(Markup.SLACK, 4_000, String::length).of(notification))
          .put("unfurl_links", false)
          .put("unfurl_media", false);
    }
  },

  /** Workflows that take a webhook request: an adaptive card, see {@link TeamsCard}. */
  TEAMS {
    @Override
    ObjectNode message(Notification notification, String recipient) {
      return TeamsCard.of(notification);
    }
  },

  /** Webhooks. 2,000 characters; nobody is mentioned whatever the text says. */
  DISCORD {
    @Override
    ObjectNode message(Notification notification, String recipient) {
      ObjectNode message =
          object()
              .put("content", new ChatText(Markup.DISCORD, 2_000, String::length).of(notification))
              .put("flags", 1 << 2); // no previews of links
      message.putObject("allowed_mentions").putArray("parse");
      return message;
    }
  },

  /** The method sendMessage of a bot. 4,096 characters, by UTF-16 units. */
  TELEGRAM {
    @Override
    ObjectNode message(Notification notification, String recipient) {
      ObjectNode message =
          object()
              .put("chat_id", recipient)
              .put("text", new ChatText(Markup.TELEGRAM, 4_096, String::length).of(notification))
              .put("parse_mode", "HTML");
      message.putObject("link_preview_options").put("is_disabled", true);
      return message;
    }
  },

  /** Incoming webhooks. 16,383 characters. */
  MATTERMOST {
    @Override
    ObjectNode message(Notification notification, String recipient) {
      return object()
          .put("text", new ChatText(Markup.MATTERMOST, 16_383, String::length).of(notification));
    }
  },

  /** Publishing as JSON. 4,096 bytes, beyond which a message becomes an attachment. */
  NTFY {
    @Override
    ObjectNode message(Notification notification, String recipient) {
      boolean one = notification.kind() == Notification.Kind.ALERT;
      String title =
          one ? Wording.title(notification.first(), MOST_TITLE) : Wording.summary(notification);
      ObjectNode message =
          object()
              .put("topic", recipient)
              .put("title", title)
              .put("message", new ChatText(Markup.NONE, 4_096, Chat::bytes).of(notification))
              .put("priority", priority(notification));
      String url = one ? Wording.url(notification.first(), MOST_URL) : "";
      if (!url.isEmpty()) {
        message.put("click", url);
      }
      return message;
    }
  };

  private static final int MOST_TITLE = 150;
  private static final int MOST_URL = 1_000;

  /**
   * The body of a request.
   *
   * @param recipient whom the service is to pass it to; empty where the address says that
   */
  abstract ObjectNode message(Notification notification, String recipient);

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static int priority(Notification notification) {
    return switch (Wording.severity(notification)) {
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }
}

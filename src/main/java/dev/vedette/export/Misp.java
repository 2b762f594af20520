package dev.vedette.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vedette.alert.Alert;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Alerts as events of MISP: one for each story of an entry, with its articles as attributes. They
 * are not published, and only for the organisation that takes them in. An event that is taken in
 * again is the same one, with what was added.
 *
 * @see <a href="https://www.misp-standard.org/rfc/misp-standard-core.html">MISP core format</a>
 */
public final class Misp {

  /** Numbers are texts in this format. */
  private static final String ORGANISATION_ONLY = "0";

  private static final String LIKE_THE_EVENT = "5";
  private static final String COMPLETED = "2";

  private Misp() {}

  /** The events, in the order of their first alerts; none if there are no alerts. */
  public static ObjectNode events(List<Alert> alerts) {
    ObjectNode response = object();
    ArrayNode events = response.putArray("response");
    Map<String, List<Alert>> stories =
        alerts.stream()
            .collect(Collectors.groupingBy(Alert::id, LinkedHashMap::new, Collectors.toList()));
    stories.values().forEach(story -> events.addObject().set("Event", event(story)));
    return response;
  }

  private static ObjectNode event(List<Alert> story) {
    Alert first = story.get(0);
    Alert last = story.get(story.size() - 1);
    ObjectNode event =
        object()
            .put("uuid", NamedUuid.of("event", first.id()).toString())
            .put("info", first.title() + ": " + headline(first))
            .put("date", LocalDate.ofInstant(first.raisedAt(), ZoneOffset.UTC).toString())
            .put("timestamp", seconds(last))
            .put("threat_level_id", level(story))
            .put("analysis", COMPLETED)
            .put("distribution", ORGANISATION_ONLY)
            .put("published", false);
    event.putObject("Orgc").put("name", "Vedette").put("uuid", NamedUuid.of("vedette").toString());
    ArrayNode tags = event.putArray("Tag");
    new TreeSet<>(story.stream().flatMap(alert -> alert.tags().stream()).toList())
        .forEach(tag -> tags.addObject().put("name", tag));
    ArrayNode attributes = event.putArray("Attribute");
    story.forEach(alert -> add(attributes, alert));
    return event;
  }

  private static void add(ArrayNode attributes, Alert alert) {
    String comment =
        "%s, %s: %s"
            .formatted(
                alert.article().source(),
                alert.type().name().toLowerCase(Locale.ROOT),
                headline(alert));
    if (!alert.article().url().isEmpty()) {
      attributes.add(attribute(alert, "link", alert.article().url(), comment));
    }
    if (!alert.snippet().isEmpty()) {
      attributes.add(attribute(alert, "text", alert.snippet(), comment));
    }
  }

  private static ObjectNode attribute(Alert alert, String type, String value, String comment) {
    return object()
        .put("uuid", NamedUuid.of("attribute", type, alert.eventId()).toString())
        .put("type", type)
        .put("category", "External analysis")
        .put("value", value)
        .put("comment", comment)
        .put("to_ids", false)
        .put("distribution", LIKE_THE_EVENT)
        .put("timestamp", seconds(alert));
  }

  private static String seconds(Alert alert) {
    return Long.toString(alert.raisedAt().getEpochSecond());
  }

  /** MISP counts from 1, high, to 4, undefined. */
  private static String level(List<Alert> story) {
    return switch (story.get(story.size() - 1).severity()) {
      case CRITICAL, HIGH -> "1";
      case MEDIUM -> "2";
      case LOW -> "3";
    };
  }

  private static String headline(Alert alert) {
    return alert.article().title().isEmpty() ? "(no headline)" : alert.article().title();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

package dev.vedette.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vedette.alert.Alert;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Alerts as a bundle of STIX 2.1. Each event is a report about a sighting: of what the entry
 * watches, by the source, in an article that is observed data. Names are made from what they name,
 * so that the same event has the same objects in every bundle.
 *
 * @see <a href="https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html">STIX 2.1</a>
 */
public final class Stix {

  /** The space of the names of observables, as section 2.9 of the standard fixes it. */
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  /** Of objects that never change. */
  private static final String ALWAYS = "2026-01-01T00:00:00Z";

  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
  private final String vedette = identity("Vedette", "system", "vedette");

  private Stix() {}

  /** The bundle; with our own identity alone if there are no alerts. */
  public static ObjectNode bundle(List<Alert> alerts) {
    Stix stix = new Stix();
    alerts.forEach(stix::add);
    String ids = String.join(" ", stix.objects.keySet());
    ObjectNode bundle = object().put("type", "bundle").put("id", "bundle--" + NamedUuid.of(ids));
    bundle.putArray("objects").addAll(stix.objects.values());
    return bundle;
  }

  private void add(Alert alert) {
    String watched = identity(alert.title(), "unknown", "entry", alert.watchlist(), alert.entry());
    String source = identity(alert.article().source(), "organization", "source");
    String article = article(alert.article());
    String observed = observed(alert, article);
    ObjectNode report = ours("report", alert);
    report
        .put("name", alert.title() + ": " + headline(alert))
        .put("description", alert.snippet())
        .put("published", alert.raisedAt().toString())
        .put("confidence", (int) Math.round(alert.score() * 100));
    if (!alert.article().language().isEmpty()) {
      report.put("lang", alert.article().language());
    }
    report.putArray("report_types").add("observed-data");
    report
        .putArray("labels")
        .add("severity:" + lower(alert.severity()))
        .add("event:" + lower(alert.type()))
        .add("story:" + alert.story().id());
    alert.tags().forEach(tag -> report.withArray("labels").add(tag));
    if (!alert.article().url().isEmpty()) {
      report
          .putArray("external_references")
          .addObject()
          .put("source_name", alert.article().source())
          .put("url", alert.article().url());
    }
    report.putArray("object_refs").add(watched).add(source).add(observed);
    if (alert.type() != Alert.Type.WITHDRAWN) { // then nothing is to be seen any more
      report.withArray("object_refs").add(sighting(alert, watched, source, observed));
    }
    put(report);
  }

  private String identity(String name, String identityClass, String... key) {
    ObjectNode identity =
        common("identity", NamedUuid.of(String.join("\u0000", key), name), ALWAYS)
            .put("name", name)
            .put("identity_class", identityClass);
    return put(identity);
  }

  /** What can be observed of an article: its address, or its name where it has none. */
  private String article(Alert.ArticleRef article) {
    boolean hasUrl = !article.url().isEmpty();
    String type = hasUrl ? "url" : "file";
    String property = hasUrl ? "value" : "name";
    ObjectNode named = object().put(property, hasUrl ? article.url() : article.id());
    ObjectNode observable =
        object()
            .put("type", type)
            .put("spec_version", "2.1")
            .put("id", type + "--" + NamedUuid.in(OBSERVABLES, named.toString()))
            .setAll(named);
    return put(observable);
  }

  private String observed(Alert alert, String article) {
    ObjectNode observed =
        ours("observed-data", alert)
            .put("first_observed", alert.article().fetchedAt().toString())
            .put("last_observed", alert.article().fetchedAt().toString())
            .put("number_observed", 1);
    observed.putArray("object_refs").add(article);
    return put(observed);
  }

  private String sighting(Alert alert, String watched, String source, String observed) {
    ObjectNode sighting =
        ours("sighting", alert)
            .put("first_seen", alert.article().fetchedAt().toString())
            .put("last_seen", alert.article().fetchedAt().toString())
            .put("count", Math.max(1, alert.totalHits()))
            .put("sighting_of_ref", watched);
    sighting.putArray("observed_data_refs").add(observed);
    sighting.putArray("where_sighted_refs").add(source);
    return put(sighting);
  }

  private ObjectNode ours(String type, Alert alert) {
    return common(type, NamedUuid.of(type, alert.eventId()), alert.raisedAt().toString())
        .put("created_by_ref", vedette);
  }

  private static ObjectNode common(String type, UUID id, String time) {
    return object()
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", type + "--" + id)
        .put("created", time)
        .put("modified", time);
  }

  private String put(ObjectNode made) {
    String id = made.get("id").asText();
    objects.putIfAbsent(id, made);
    return id;
  }

  private static String headline(Alert alert) {
    return alert.article().title().isEmpty() ? "(no headline)" : alert.article().title();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

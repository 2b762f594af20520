package dev.vedette.config;

import dev.vedette.sink.SinkSettings;
import dev.vedette.sink.Template;
import dev.vedette.sink.WebhookSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code sinks:}. */
final class SinkReader {

  private static final List<String> KINDS = List.of("webhook");

  private static final Format<String> CONTENT_TYPE =
      new Format<>(
          "a type such as application/json",
          text -> text.matches("[\\w.+-]+/[\\w.+-]+") ? text : null);

  /** What is sent along to be let in, or to prove who sends; not shown where it is wrong. */
  private static final Format<String> KEY =
      secret(
          "whsec_ and 24 to 64 bytes in base64, as `echo whsec_$(openssl rand -base64 32)` makes"
              + " it",
          WebhookSettings::isKey);

  private static final Format<String> HEADER =
      secret("printable ASCII on one line", text -> text.matches("[ -~]{1,4000}"));

  private final Map<String, Value> ids = new HashMap<>();
  private final List<SinkSettings> enabled = new ArrayList<>();

  private SinkReader() {}

  /** All that are without mistakes. */
  static SinkReader read(Section top) {
    SinkReader reader = new SinkReader();
    for (Value item : top.items("sinks", "a list of sinks, each with an id")) {
      Section section = item.section(ConfigKeys.SINK);
      if (section.isReadable()) {
        reader.add(section);
      }
    }
    return reader;
  }

  /** Those that are enabled, in file order. */
  List<SinkSettings> enabled() {
    return enabled;
  }

  /** The ids of all, also of those that are not enabled. */
  Set<String> ids() {
    return new TreeSet<>(ids.keySet());
  }

  private void add(Section section) {
    String id = id(section);
    String kind = kind(section);
    SinkSettings sink = kind == null ? null : webhook(section, id);
    if (sink != null && section.get("enabled", Formats.BOOLEAN, true)) {
      enabled.add(sink);
    }
  }

  private String id(Section section) {
    String id = section.require("id", Formats.ID, "");
    Value first = id.isEmpty() ? null : ids.putIfAbsent(id, section.key("id"));
    Value written = section.value("id");
    if (first != null && written != null) {
      written.unexpected("an id of its own; " + first.line() + " has the same");
    }
    return id;
  }

  private static @Nullable String kind(Section section) {
    List<String> kinds = KINDS.stream().filter(section::has).toList();
    if (kinds.size() == 1) {
      return kinds.get(0);
    }
    if (kinds.isEmpty()) {
      section.self().mistake("says not where to (expected: " + Words.or(KINDS) + ")");
    } else {
      section
          .key(kinds.get(1))
          .mistake(String.join(" and ", kinds) + " (expected: only one of them)");
    }
    return null;
  }

  private static @Nullable SinkSettings webhook(Section section, String id) {
    var address = section.get("webhook", Addresses.SINK);
    String contentType = section.get("content-type", CONTENT_TYPE, "application/json");
    List<String> keys = new ArrayList<>();
    for (String key : List.of("secret", "old-secret")) {
      String read = section.get(key, KEY);
      if (read != null) {
        keys.add(read);
      }
    }
    Template template = section.get("template", template(contentType));
    String authorization = section.get("authorization", HEADER, "");
    var timeout = section.get("timeout", Formats.duration("1s", "60s"), WebhookSettings.TIMEOUT);
    return address == null
        ? null
        : new WebhookSettings(id, address, keys, authorization, contentType, template, timeout);
  }

  private static Format<Template> template(String contentType) {
    return new Format<>(
        "a Mustache template",
        text -> {
          try {
            return Template.compile(text, contentType);
          } catch (IllegalArgumentException e) {
            throw Unexpected.at(0, "not understood", "a Mustache template; " + e.getMessage());
          }
        });
  }

  private static Format<String> secret(String expected, Predicate<String> isRight) {
    return new Format<>(
        expected,
        text -> {
          if (!isRight.test(text)) {
            throw Unexpected.secret(expected);
          }
          return text;
        });
  }
}

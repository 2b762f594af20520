package dev.vedette.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys that {@code vedette.yaml} may have. */
final class ConfigKeys {

  static final List<String> TOP =
      List.of(
          "data-directory",
          "watchlists",
          "kafka",
          "poll",
          "alerts",
          "web",
          "console",
          "sinks",
          "routes",
          "sources");
  static final List<String> KAFKA = List.of("bootstrap.servers", "embedded", "topics");
  static final List<String> EMBEDDED = List.of("port");
  static final List<String> TOPICS = List.of("partitions", "replication-factor");
  static final List<String> POLL =
      List.of(
          "every",
          "adaptive",
          "timeout",
          "max-size",
          "host-spacing",
          "workers",
          "connections",
          "user-agent",
          "contact",
          "robots",
          "allow-private",
          "websub");
  static final List<String> WEBSUB = List.of("callback", "secret");
  static final List<String> ALERTS = List.of("story-window");
  static final List<String> WEB = List.of("enabled", "host", "port", "token-file", "behind-proxy");
  static final List<String> CONSOLE = List.of("enabled", "last");
  static final List<String> SINK =
      List.of(
          "id",
          "webhook",
          "slack",
          "teams",
          "discord",
          "telegram",
          "mattermost",
          "ntfy",
          "email",
          "file",
          "exec",
          "enabled",
          "secret",
          "old-secret",
          "authorization",
          "content-type",
          "template",
          "chat",
          "server",
          "from",
          "smtp",
          "max-size",
          "daily",
          "keep",
          "timeout");
  static final List<String> SMTP = List.of("host", "port", "security", "user", "password");
  static final List<String> ROUTE =
      List.of(
          "sinks",
          "watchlists",
          "entries",
          "severity",
          "tags",
          "types",
          "group-by",
          "group-wait",
          "group-interval",
          "repeat-interval",
          "digest",
          "quiet",
          "urgent",
          "zone");
  static final List<String> DIGEST = List.of("every", "at", "on");
  static final List<String> QUIET = List.of("from", "to", "days");
  static final List<String> SOURCE =
      List.of(
          "id",
          "feed",
          "page",
          "sitemap",
          "telegram",
          "folder",
          "archive",
          "title",
          "every",
          "language",
          "enabled",
          "full-text",
          "identity",
          "text",
          "links",
          "include",
          "exclude",
          "next",
          "pages",
          "items",
          "time",
          "author",
          "since",
          "headers",
          "charset",
          "tags",
          "trust",
          "backfill");

  /** All of them, by the path of the section they stand in; {@code []} is any item of a list. */
  static final Map<String, List<String>> SECTIONS =
      Map.ofEntries(
          Map.entry("", TOP),
          Map.entry("kafka", KAFKA),
          Map.entry("kafka.embedded", EMBEDDED),
          Map.entry("kafka.topics", TOPICS),
          Map.entry("poll", POLL),
          Map.entry("poll.websub", WEBSUB),
          Map.entry("alerts", ALERTS),
          Map.entry("web", WEB),
          Map.entry("console", CONSOLE),
          Map.entry("sinks[]", SINK),
          Map.entry("sinks[].smtp", SMTP),
          Map.entry("routes[]", ROUTE),
          Map.entry("routes[].digest", DIGEST),
          Map.entry("routes[].quiet[]", QUIET),
          Map.entry("sources[]", SOURCE));

  private ConfigKeys() {}

  /** The variable that overrides each key with a single value, outside lists, to the key's path. */
  static Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    SECTIONS.forEach(
        (section, keys) -> {
          if (!section.contains("[]")) {
            keys.forEach(key -> put(variables, section.isEmpty() ? key : section + "." + key));
          }
        });
    KafkaProperties.names().forEach(name -> put(variables, "kafka." + name));
    return variables;
  }

  private static void put(Map<String, String> variables, String path) {
    if (!SECTIONS.containsKey(path) && !SECTIONS.containsKey(path + "[]")) {
      variables.put(Environment.variable(path), path);
    }
  }
}

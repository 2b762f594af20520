package dev.vedette.config;

import dev.vedette.stream.KafkaSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code kafka:}. */
final class KafkaReader {

  private static final String SECTION = "kafka";

  private static final Keys KEYS =
      new Keys(ConfigKeys.KAFKA, KafkaProperties.names(), "a property of Kafka's clients");
  private static final Format<Integer> REPLICATION =
      new Format<>(
          "a whole number from 1 to 15, or -1 for the broker's default",
          text -> text.matches("-1|[1-9]|1[0-5]") ? Integer.valueOf(text) : null);

  private KafkaReader() {}

  static KafkaSettings read(Section top) {
    KafkaSettings defaults = KafkaSettings.DEFAULTS;
    Section kafka = top.section(SECTION, KEYS);
    Section embedded = kafka.section("embedded", ConfigKeys.EMBEDDED);
    Section topics = kafka.section("topics", ConfigKeys.TOPICS);
    return new KafkaSettings(
        kafka.get("bootstrap.servers", Addresses.BROKERS, defaults.bootstrapServers()),
        embedded.get("port", Formats.PORT, defaults.embeddedPort()),
        topics.get("partitions", Formats.integer(1, 1_000), defaults.partitions()),
        topics.get("replication-factor", REPLICATION, defaults.replicationFactor()),
        properties(kafka));
  }

  private static Map<String, String> properties(Section kafka) {
    Map<String, String> properties = new HashMap<>();
    for (String name : given(kafka)) {
      Value value = kafka.value(name);
      String refusal = KafkaProperties.refusal(name);
      if (refusal != null) {
        refuse(kafka, name, refusal);
      } else if (value != null) {
        String text = value.as(KafkaProperties.format(name));
        if (text != null) {
          properties.put(name, text);
        }
      }
    }
    return properties;
  }

  /** The client properties that the file or the environment names. */
  private static List<String> given(Section kafka) {
    List<String> given = new ArrayList<>(kafka.names());
    kafka.self().document().overrides().keySet().stream()
        .filter(path -> path.startsWith(SECTION + "."))
        .map(path -> path.substring(SECTION.length() + 1))
        .filter(KafkaProperties.names()::contains)
        .filter(name -> !given.contains(name))
        .forEach(given::add);
    given.removeAll(ConfigKeys.KAFKA);
    return given;
  }

  private static void refuse(Section kafka, String name, String why) {
    Value override = kafka.self().document().overrides().get(SECTION + "." + name);
    if (override != null) {
      override.mistake("refused (" + why + ")");
    } else {
      kafka.key(name).mistake("key '" + name + "' is refused (" + why + ")");
    }
  }
}

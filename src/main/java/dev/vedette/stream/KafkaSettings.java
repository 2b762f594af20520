package dev.vedette.stream;

import java.util.Map;

/**
 * Which broker, and how to speak to it.
 *
 * @param bootstrapServers of a cluster; empty means the embedded broker
 * @param embeddedPort the embedded broker's port on loopback
 * @param partitions of each topic at its creation
 * @param replicationFactor of each topic at its creation; -1 means the broker's default
 * @param properties passed to every client: TLS, SASL, OAuth and tuning, by Kafka's own names; may
 *     hold secrets, so they are never printed
 */
public record KafkaSettings(
    String bootstrapServers,
    int embeddedPort,
    int partitions,
    int replicationFactor,
    Map<String, String> properties) {

  /** The embedded broker on Kafka's own port. */
  public static final KafkaSettings DEFAULTS = new KafkaSettings("", 9092, 3, -1, Map.of());

  /** Copies its map. */
  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  /** Whether the broker runs in this process. */
  public boolean embedded() {
    return bootstrapServers.isEmpty();
  }

  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers=%s, embeddedPort=%d, properties=%s]"
        .formatted(bootstrapServers, embeddedPort, properties.keySet());
  }
}

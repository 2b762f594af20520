package dev.vedette.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients of one cluster, all with the user's own properties under what Vedette needs. */
public final class KafkaClients {

  private final String bootstrapServers;
  private final KafkaSettings settings;

  /**
   * Clients of the cluster of the settings, or of the embedded broker.
   *
   * @param bootstrapServers where it can be reached
   */
  public KafkaClients(String bootstrapServers, KafkaSettings settings) {
    this.bootstrapServers = bootstrapServers;
    this.settings = settings;
  }

  /** Where the cluster can be reached. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  KafkaSettings settings() {
    return settings;
  }

  /** To create, describe and list; to be closed by the caller. */
  public Admin admin() {
    return Admin.create(common());
  }

  /** For requests that no client makes; settings as {@link #admin} has them. */
  AdminClientConfig plain() {
    return new AdminClientConfig(common());
  }

  /** A member of no group that reads what is committed, from the beginning unless sought. */
  <T> Consumer<String, T> reader(Deserializer<T> values) {
    return new KafkaConsumer<>(reading(), new StringDeserializer(), values);
  }

  private Map<String, Object> reading() {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return config;
  }

  /** A member of a group that is there for the partitions only, and never reads. */
  Consumer<String, byte[]> member(String group, int sessionMillis) {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMillis);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMillis / 3);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** A member of a group that has all partitions or none, and reads what is committed. */
  Consumer<String, byte[]> soleReader(String group, int sessionMillis) {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, OneOwner.class.getName());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMillis);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMillis / 3);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer whose records are stored once, each by itself. */
  Producer<String, byte[]> producer() {
    Map<String, Object> config = common();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_REQUEST_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** A producer of transactions under a name that fences whoever held it before. */
  Producer<String, byte[]> transactional(String id, int timeoutMillis) {
    Map<String, Object> config = common();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, timeoutMillis);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMillis);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_REQUEST_BYTES);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** A producer of single records, each acknowledged by all replicas. */
  Producer<String, byte[]> producer(int timeoutMillis) {
    Map<String, Object> config = common();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMillis);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** The user's properties and the address, as Kafka Streams takes them. */
  Properties streams() {
    Properties properties = new Properties();
    properties.putAll(common());
    return properties;
  }

  private Map<String, Object> common() {
    Map<String, Object> config = new HashMap<>(settings.properties());
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put("enable.metrics.push", "false");
    return config;
  }
}

package dev.vedette.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.jspecify.annotations.Nullable;

/** Kafka's own client settings: which there are, which may be given, and what they look like. */
final class KafkaProperties {

  private static final Map<String, ConfigKey> KEYS = keys();

  /** What the guarantees rest on: nothing lost, nothing twice. */
  private static final Set<String> OURS =
      Set.of(
          "acks",
          "allow.auto.create.topics",
          "auto.offset.reset",
          "bootstrap.controllers",
          "enable.auto.commit",
          "enable.idempotence",
          "group.id",
          "group.instance.id",
          "group.protocol",
          "group.remote.assignor",
          "isolation.level",
          "key.deserializer",
          "key.serializer",
          "max.in.flight.requests.per.connection",
          "transaction.timeout.ms",
          "transaction.two.phase.commit.enable",
          "transactional.id",
          "value.deserializer",
          "value.serializer");

  /** Settings that name code or commands to run, without being of type CLASS. */
  private static final Set<String> CODE =
      Set.of(
          "config.providers",
          "interceptor.classes",
          "metric.reporters",
          "partition.assignment.strategy",
          "sasl.kerberos.kinit.cmd",
          "security.providers");

  /** OAuth needs handlers by name, and Kafka's own are enough for it. */
  private static final String KAFKAS_OWN = "org.apache.kafka.common.security.";

  private KafkaProperties() {}

  private static Map<String, ConfigKey> keys() {
    Map<String, ConfigKey> keys = new TreeMap<>();
    keys.putAll(AdminClientConfig.configDef().configKeys());
    keys.putAll(ProducerConfig.configDef().configKeys());
    keys.putAll(ConsumerConfig.configDef().configKeys());
    keys.keySet().removeIf(name -> name.startsWith("internal."));
    return keys;
  }

  /** All names that a producer, consumer or admin client knows. */
  static Set<String> names() {
    return KEYS.keySet();
  }

  /** Why a setting cannot be given; null if it can. */
  static @Nullable String refusal(String name) {
    if (OURS.contains(name)) {
      return "Vedette sets it itself";
    }
    boolean code =
        CODE.contains(name) || (type(name) == ConfigDef.Type.CLASS && !name.startsWith("sasl."));
    return code ? "it would run code that is not Vedette's" : null;
  }

  /** What the values of a setting look like. */
  static Format<String> format(String name) {
    return new Format<>(
        expected(name),
        text -> {
          if (name.equals("sasl.jaas.config")) {
            return loginModule(text);
          }
          if (type(name) == ConfigDef.Type.CLASS) {
            return text.startsWith(KAFKAS_OWN) ? text : null;
          }
          return isValid(name, text) ? text : null;
        });
  }

  private static ConfigDef.@Nullable Type type(String name) {
    ConfigKey key = KEYS.get(name);
    return key == null ? null : key.type;
  }

  /** Two login modules fetch what an address in the setting names; JNDI may even run it. */
  private static String loginModule(String text) throws Unexpected {
    if (text.contains("JndiLoginModule") || text.contains("LdapLoginModule")) {
      throw Unexpected.secret("a login module other than JndiLoginModule and LdapLoginModule");
    }
    return text;
  }

  private static boolean isValid(String name, String text) {
    ConfigKey key = KEYS.get(name);
    if (key == null) {
      return false;
    }
    try {
      Object value = ConfigDef.parseType(name, text, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(name, value);
      }
      return true;
    } catch (org.apache.kafka.common.config.ConfigException e) {
      return false;
    }
  }

  private static String expected(String name) {
    ConfigKey key = KEYS.get(name);
    if (key == null) {
      return "a Kafka client property";
    }
    String kind =
        switch (key.type) {
          case INT, SHORT, LONG -> "a whole number";
          case DOUBLE -> "a number";
          case BOOLEAN -> "true or false";
          case CLASS -> "a class of " + KAFKAS_OWN + "*";
          case LIST -> "one text, with commas between its parts";
          case STRING, PASSWORD -> "a text";
        };
    String range = key.validator == null ? "" : String.valueOf(key.validator);
    int list = range.indexOf('[');
    if (list < 0) {
      return kind;
    }
    return range.contains("...")
        ? kind + " within " + range
        : Words.or(
            Stream.of(range.substring(list + 1, range.length() - 1).split(", ")).sorted().toList());
  }
}

package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/** Names what befell a dead letter, by the header names that Kafka Streams itself uses. */
final class DeadLetters {

  private static final String PREFIX = "__streams.errors.";

  private DeadLetters() {}

  static Headers headers(
      Headers headers, Exception thrown, String topic, int partition, long offset) {
    add(headers, "exception", thrown.getClass().getName());
    add(headers, "message", String.valueOf(thrown.getMessage()));
    add(headers, "topic", topic);
    add(headers, "partition", Integer.toString(partition));
    add(headers, "offset", Long.toString(offset));
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(UTF_8));
  }
}

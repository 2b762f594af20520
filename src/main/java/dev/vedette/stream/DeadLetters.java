package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes and reads what befell a dead letter, by the header names that Kafka Streams itself uses.
 */
final class DeadLetters {

  private static final String PREFIX = "__streams.errors.";
  private static final String SINK = "vedette.sink";
  private static final String SENT_BACK = "vedette.sent-back-before";

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

  /** The topic that a dead letter came from; empty where nobody says. */
  static String topic(Headers headers) {
    return text(headers, "topic");
  }

  /** What befell it, in a word of Kafka Streams' such as {@code message}; may be empty. */
  static String text(Headers headers, String name) {
    Header header = headers.lastHeader(PREFIX + name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  /** The same, where it is a number; -1 where nobody says. */
  static long number(Headers headers, String name) {
    String text = text(headers, name);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  /** A letter's headers without what befell it. */
  static Headers own(Headers headers) {
    Headers own = new RecordHeaders();
    headers.forEach(
        header -> {
          if (!header.key().startsWith(PREFIX)) {
            own.add(header);
          }
        });
    return own;
  }

  /** For one sink alone: whoever else reads the alert was told of it already. */
  static Headers forSink(Headers headers, String sink) {
    return headers.add(SINK, sink.getBytes(UTF_8));
  }

  /** The sink that a record is for; empty if it is for everybody. */
  static String sink(Headers headers) {
    Header header = headers.lastHeader(SINK);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  /** Of a record that only says: what stands before this offset in its partition was sent back. */
  static Headers sentBack(long before) {
    Headers headers = new RecordHeaders();
    return headers.add(SENT_BACK, Long.toString(before).getBytes(UTF_8));
  }

  /** What such a record says; -1 of a dead letter. */
  static long sentBack(Headers headers) {
    Header header = headers.lastHeader(SENT_BACK);
    return header == null ? -1 : Long.parseLong(new String(header.value(), UTF_8));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(UTF_8));
  }
}

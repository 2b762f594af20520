package dev.vedette.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.Alert;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts an alert into a CloudEvents 1.0 envelope, in the Kafka binding's binary mode: the attributes
 * are headers, the value stays plain JSON.
 *
 * @see <a href="https://github.com/cloudevents/spec">CloudEvents</a>, Kafka Protocol Binding
 */
final class Envelope implements FixedKeyProcessor<String, Alert, Alert> {

  private @Nullable FixedKeyProcessorContext<String, Alert> context;

  @Override
  public void init(FixedKeyProcessorContext<String, Alert> context) {
    this.context = context;
  }

  @Override
  public void process(FixedKeyRecord<String, Alert> record) {
    if (context == null) {
      throw new IllegalStateException("process before init");
    }
    context.forward(record.withHeaders(headers(record.value(), record.timestamp())));
  }

  /** The attributes of an alert that is written with this time. */
  static Headers headers(Alert alert, long time) {
    return new RecordHeaders()
        .add("ce_specversion", bytes("1.0"))
        .add("ce_id", bytes(alert.eventId()))
        .add("ce_source", bytes(alert.eventSource()))
        .add("ce_type", bytes(alert.eventType()))
        .add("ce_subject", bytes(alert.entry()))
        .add("ce_time", bytes(Instant.ofEpochMilli(time).toString()))
        .add("ce_dataschema", bytes(Alert.SCHEMA))
        .add("content-type", bytes("application/json"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}

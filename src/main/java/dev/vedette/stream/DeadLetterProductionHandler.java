package dev.vedette.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an output that could not be written. One that cannot even be serialised goes to
 * the dead letters and the stream goes on. Anything later fails the thread: the transaction is
 * already in error then, and no answer of a handler can mend it; {@link Sizes} keeps it from
 * happening.
 */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProductionHandler.class);

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception thrown) {
    LOG.error(
        "output refused topic={} bytes={}",
        record.topic(),
        record.value() == null ? 0 : record.value().length,
        thrown);
    return Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception thrown,
      SerializationExceptionOrigin origin) {
    LOG.error("output not serialisable topic={} origin={}", record.topic(), origin, thrown);
    return Response.resume(
        List.of(
            new ProducerRecord<>(
                Topics.DEAD_LETTERS,
                null,
                context.timestamp(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                headers(context, thrown))));
  }

  private static Headers headers(ErrorHandlerContext context, Exception thrown) {
    return DeadLetters.headers(
        new RecordHeaders(), thrown, context.topic(), context.partition(), context.offset());
  }
}

package dev.vedette.stream;

import dev.vedette.alert.Candidate;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets past candidates through whose stories would still be remembered. Of an older one nobody
 * knows any more whether it was told, so telling it could be telling it twice; it may have waited
 * for a service that did not run. They are told without limits: somebody has asked for them.
 */
final class Remembered implements FixedKeyProcessor<String, Candidate, Candidate> {

  private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

  private final Duration window;
  private @Nullable FixedKeyProcessorContext<String, Candidate> context;

  Remembered(Duration window) {
    this.window = window;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Candidate> context) {
    this.context = context;
  }

  @Override
  public void process(FixedKeyRecord<String, Candidate> record) {
    if (context == null) {
      throw new IllegalStateException("process before init");
    }
    if (record.timestamp() >= context.currentStreamTimeMs() - window.toMillis()) {
      context.forward(record.withValue(record.value().unlimited()));
    } else {
      LOG.warn(
          "past candidate is older than the story window, not told entry={} article={}",
          record.key(),
          record.value().article().id());
    }
  }
}

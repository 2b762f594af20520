package dev.vedette.stream;

import static dev.vedette.Samples.article;
import static dev.vedette.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.alert.Candidate;
import dev.vedette.alert.Candidates;
import dev.vedette.alert.Telling;
import dev.vedette.alert.Told;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.InternalFixedKeyRecordFactory;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoryStepTest {

  @Test
  void whatAnAbortedTransactionHasToldIsToldAgain() {
    Candidate candidate =
        Candidates.of(
                Samples.watchlists(entry("shoigu", "Sergei Shoigu")),
                article("a", "Visit", "Sergei Shoigu came."))
            .get(0);
    FixedKeyProcessor<String, Candidate, Telling> step = new StoryStep(Duration.ofDays(7)).get();

    assertThat(told(step, store(), candidate)).extracting(Alert::type).containsExactly(RAISED);
    // the task is revived: the same processor, and a store as it was before the transaction
    assertThat(told(step, store(), candidate)).extracting(Alert::type).containsExactly(RAISED);
  }

  private static final Alert.Type RAISED = Alert.Type.RAISED;

  private static List<Alert> told(
      FixedKeyProcessor<String, Candidate, Telling> step,
      KeyValueStore<Bytes, Told> store,
      Candidate candidate) {
    List<Alert> told = new ArrayList<>();
    step.init(context(store, told));
    step.process(
        InternalFixedKeyRecordFactory.create(
            new Record<>(candidate.entry(), candidate, Samples.NOON.toEpochMilli())));
    return told;
  }

  @SuppressWarnings("unchecked") // a proxy of just this interface
  private static FixedKeyProcessorContext<String, Telling> context(
      KeyValueStore<Bytes, Told> store, List<Alert> told) {
    return (FixedKeyProcessorContext<String, Telling>)
        Proxy.newProxyInstance(
            StoryStepTest.class.getClassLoader(),
            new Class<?>[] {FixedKeyProcessorContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("forward")) {
                told.add(((FixedKeyRecord<String, Telling>) arguments[0]).value().alert());
              }
              return method.getName().equals("getStateStore") ? store : null;
            });
  }

  private static KeyValueStore<Bytes, Told> store() {
    KeyValueStore<Bytes, Told> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(StoryStep.STORE), Serdes.Bytes(), ToldSerde.create())
            .withLoggingDisabled()
            .build();
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    return store;
  }
}

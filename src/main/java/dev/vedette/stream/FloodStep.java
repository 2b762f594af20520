package dev.vedette.stream;

import dev.vedette.alert.FloodControl;
import dev.vedette.alert.FloodMemory;
import dev.vedette.alert.Held;
import dev.vedette.alert.Hour;
import dev.vedette.alert.Outcome;
import dev.vedette.alert.Telling;
import dev.vedette.alert.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds each entry to its limits; {@link FloodControl} decides. Deadlines stand in the stores, so
 * they outlive a crash and move with their partition, and fire by the clock. Beside the stores is a
 * queue of them, made anew whenever the task is. Only the earliest is scheduled, and where nothing
 * waits nothing is: a task commits a transaction after each look at the clock.
 */
final class FloodStep implements ProcessorSupplier<String, Telling, String, Outcome> {

  /** The stores' names, and so their changelog topics'. */
  static final String HOURS = "hours";

  static final String HELD = "held";

  private static final Logger LOG = LoggerFactory.getLogger(FloodStep.class);

  /** The least time until the next look at the deadlines: those of one second cost one. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(HOURS), Serdes.String(), Json.serde(Hour.class)),
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(HELD), Serdes.Bytes(), Json.serde(Held.class)));
  }

  @Override
  public Processor<String, Telling, String, Outcome> get() {
    return new Limiter();
  }

  /**
   * A deadline, whether or not it still holds.
   *
   * @param story null if it is the end of the entry's hour
   */
  private record Deadline(Instant at, String entry, @Nullable Long story) {}

  private static final class Limiter implements Processor<String, Telling, String, Outcome> {

    private @Nullable Task task;

    /** Called again when a transaction was aborted: what was known of the stores counts no more. */
    @Override
    public void init(ProcessorContext<String, Outcome> context) {
      task = new Task(context);
      task.lookAt(Instant.EPOCH); // at what the stores hold by then
    }

    @Override
    public void close() {
      if (task != null) {
        task.lookNoMore();
      }
    }

    @Override
    public void process(Record<String, Telling> record) {
      task().take(record);
    }

    private Task task() {
      if (task == null) {
        throw new IllegalStateException("process before init");
      }
      return task;
    }
  }

  private static final class Task {

    private final ProcessorContext<String, Outcome> context;
    private final KeyValueStore<Bytes, Told> stories;
    private final KeyValueStore<String, Hour> hours;
    private final KeyValueStore<Bytes, Held> held;
    private @Nullable PriorityQueue<Deadline> deadlines;
    private @Nullable Cancellable look;
    private Instant nextLook = Instant.MAX;

    Task(ProcessorContext<String, Outcome> context) {
      this.context = context;
      this.stories = context.getStateStore(StoryStep.STORE);
      this.hours = context.getStateStore(HOURS);
      this.held = context.getStateStore(HELD);
    }

    void take(Record<String, Telling> record) {
      Telling telling = record.value();
      String entry = telling.alert().entry();
      EntryFlood flood = new EntryFlood(entry);
      Outcome outcome = control(flood).take(telling, now());
      Hour hour = flood.flooded;
      if (hour != null) {
        LOG.warn(
            "too many alerts, the rest of the hour comes as one summary entry={} max-per-hour={}"
                + " from={}",
            entry,
            telling.limits().maxPerHour(),
            hour.from());
      }
      forward(record.withValue(outcome));
    }

    /** Looks at the deadlines at that time or soon after it, if no earlier look is due. */
    void lookAt(Instant time) {
      Instant now = now();
      Instant soonest = now.plus(LEAST);
      Instant at = time.isBefore(soonest) ? soonest : time;
      if (at.isBefore(nextLook)) {
        lookNoMore();
        nextLook = at;
        look =
            context.schedule(
                Duration.between(now, at), PunctuationType.WALL_CLOCK_TIME, stamp -> look());
      }
    }

    void lookNoMore() {
      if (look != null) {
        look.cancel();
      }
      look = null;
      nextLook = Instant.MAX;
    }

    private void look() {
      Instant now = now();
      PriorityQueue<Deadline> queue = deadlines();
      while (!queue.isEmpty() && !queue.element().at().isAfter(now)) {
        Deadline due = queue.remove();
        FloodControl control = control(new EntryFlood(due.entry()));
        Outcome outcome =
            due.story() == null ? control.hourEnds(now) : control.intervalEnds(due.story(), now);
        forward(new Record<>(due.entry(), outcome, now.toEpochMilli()));
      }
      lookNoMore(); // what is scheduled comes again and again
      if (!queue.isEmpty()) {
        lookAt(queue.element().at());
      }
    }

    private void forward(Record<String, Outcome> record) {
      if (!record.value().isEmpty()) {
        context.forward(record);
      }
    }

    private Instant now() {
      return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private FloodControl control(EntryFlood flood) {
      return new FloodControl(new EntryStories(flood.entry, stories), flood);
    }

    private void add(Deadline deadline) {
      deadlines().add(deadline);
      lookAt(deadline.at());
    }

    private PriorityQueue<Deadline> deadlines() {
      if (deadlines == null) {
        PriorityQueue<Deadline> all = new PriorityQueue<>(Comparator.comparing(Deadline::at));
        try (KeyValueIterator<String, Hour> found = hours.all()) {
          while (found.hasNext()) {
            KeyValue<String, Hour> hour = found.next();
            all.add(new Deadline(hour.value.deadline(), hour.key, null));
          }
        }
        try (KeyValueIterator<Bytes, Held> found = held.all()) {
          while (found.hasNext()) {
            KeyValue<Bytes, Held> story = found.next();
            String entry = EntryStories.entry(story.key);
            all.add(new Deadline(story.value.due(), entry, EntryStories.number(story.key)));
          }
        }
        deadlines = all;
      }
      return deadlines;
    }

    private final class EntryFlood implements FloodMemory {

      private final String entry;

      /** The hour, if it has just begun to count. */
      private @Nullable Hour flooded;

      EntryFlood(String entry) {
        this.entry = entry;
      }

      @Override
      public @Nullable Hour hour() {
        return hours.get(entry);
      }

      @Override
      public void hour(@Nullable Hour hour) {
        Hour before = hours.get(entry);
        hours.put(entry, hour);
        if (hour != null && (before == null || !before.deadline().equals(hour.deadline()))) {
          add(new Deadline(hour.deadline(), entry, null));
        }
        if (hour != null && hour.counted() == 1 && (before == null || before.counted() == 0)) {
          flooded = hour;
        }
      }

      @Override
      public @Nullable Held held(long story) {
        return held.get(EntryStories.key(entry, story));
      }

      @Override
      public void held(long story, @Nullable Held now) {
        Bytes key = EntryStories.key(entry, story);
        Held before = held.get(key);
        held.put(key, now);
        if (now != null && (before == null || !before.due().equals(now.due()))) {
          add(new Deadline(now.due(), entry, story));
        }
      }
    }
  }
}

package dev.vedette.stream;

import dev.vedette.article.Article;
import dev.vedette.poll.HubEvent;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of one partition of the poll-state topic, as long as this instance owns it.
 *
 * <p>Opening fences the former owner first and aborts what it left open, and only then reads what
 * it stored; so whatever a crash interrupted is polled again, and what was stored is not.
 */
final class PollShard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PollShard.class);

  /** An open transaction stalls every reader of committed records, so it may not last. */
  private static final int TRANSACTION_MILLIS = 10_000;

  /** Without a record, while there are some to come. */
  private static final Duration READ_PATIENCE = Duration.ofSeconds(5);

  private static final Serde<Article> ARTICLES = Json.serde(Article.class, Article.SCHEMA);
  private static final Serde<PollState> STATES = Json.serde(PollState.class, PollState.SCHEMA);

  private final int partition;
  private final Producer<String, byte[]> producer;
  private final Map<String, PollState> states;
  private final DueQueue due = new DueQueue();
  private final Outbox outbox = new Outbox();
  private final Map<String, List<HubEvent>> heard = new ConcurrentHashMap<>();
  private volatile boolean lost;

  private PollShard(
      int partition, Producer<String, byte[]> producer, Map<String, PollState> states) {
    this.partition = partition;
    this.producer = producer;
    this.states = new ConcurrentHashMap<>(states);
  }

  /**
   * Takes a partition over.
   *
   * @throws KafkaException if the broker does not let us; it may later
   */
  static PollShard open(KafkaClients clients, int partition) {
    return open(clients, partition, producer -> producer);
  }

  /**
   * The same through a producer that a test has its hand in.
   *
   * @param through what becomes of the producer before it is used
   */
  static PollShard open(
      KafkaClients clients, int partition, UnaryOperator<Producer<String, byte[]>> through) {
    Producer<String, byte[]> producer =
        through.apply(clients.transactional("vedette-poll-" + partition, TRANSACTION_MILLIS));
    try {
      producer.initTransactions();
      return new PollShard(
          partition, producer, read(clients, partition, reader -> written(clients, reader)));
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** What is stored on a partition, by source; whoever owns it. */
  static Map<String, PollState> read(KafkaClients clients, int partition) {
    return read(
        clients,
        partition,
        reader -> reader.endOffsets(reader.assignment()).values().iterator().next());
  }

  /**
   * Where a partition ends for those who read what is not committed, too. Its owner reads up to
   * there: what a transaction that hangs ({@link HangingTransactions}) holds back is committed, and
   * who polled without it would publish the same articles again.
   */
  private static long written(KafkaClients clients, Consumer<?, ?> reader) {
    TopicPartition partition = reader.assignment().iterator().next();
    try (Admin admin = clients.admin()) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Map<String, PollState> read(
      KafkaClients clients, int partition, ToLongFunction<Consumer<?, ?>> end) {
    Map<String, PollState> states = new HashMap<>();
    TopicPartition from = new TopicPartition(Topics.POLL_STATE, partition);
    try (Consumer<String, byte[]> reader = clients.reader(new ByteArrayDeserializer())) {
      reader.assign(List.of(from));
      reader.seekToBeginning(List.of(from));
      long last = end.applyAsLong(reader);
      long deadline = System.nanoTime() + READ_PATIENCE.toNanos();
      while (reader.position(from) < last) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException(
              "poll state is held back: no record within " + READ_PATIENCE.toSeconds() + " s");
        }
        ConsumerRecords<String, byte[]> records = reader.poll(Duration.ofSeconds(1));
        records.forEach(record -> remember(states, record));
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + READ_PATIENCE.toNanos();
        }
      }
    }
    return states;
  }

  private static void remember(Map<String, PollState> states, ConsumerRecord<String, byte[]> at) {
    if (at.value() == null) {
      states.remove(at.key());
      return;
    }
    try {
      states.put(at.key(), STATES.deserializer().deserialize(at.topic(), at.value()));
    } catch (KafkaException e) {
      LOG.error(
          "poll state not readable, source starts anew source={} offset={} why={}",
          at.key(),
          at.offset(),
          e.getMessage());
    }
  }

  int partition() {
    return partition;
  }

  Map<String, PollState> states() {
    return Map.copyOf(states);
  }

  /** When each of its sources is polled. */
  DueQueue due() {
    return due;
  }

  /** What waits to be stored. */
  Outbox outbox() {
    return outbox;
  }

  PollState state(Source source) {
    return states.getOrDefault(source.id(), PollState.fresh(source, ""));
  }

  /**
   * Takes in what happened between a source and its hub; stored with its next poll.
   *
   * @return its state now; null where it has none
   */
  @Nullable PollState hear(HubEvent event) {
    heard.merge(event.source(), List.of(event), PollShard::lastOfEachKind);
    return states.computeIfPresent(event.source(), (source, before) -> before.heard(event));
  }

  private static List<HubEvent> lastOfEachKind(List<HubEvent> before, List<HubEvent> more) {
    Map<HubEvent.Kind, HubEvent> last = new LinkedHashMap<>();
    for (List<HubEvent> events : List.of(before, more)) {
      for (HubEvent event : events) {
        last.remove(event.kind());
        last.put(event.kind(), event);
      }
    }
    return List.copyOf(last.values());
  }

  /** A poll knows only what was heard before it began. */
  private PollState withWhatWasHeard(PollState state) {
    PollState now = state;
    for (HubEvent event : heard.getOrDefault(state.source(), List.of())) {
      now = now.heard(event);
    }
    return now;
  }

  /** Whether this instance must open the partition anew, or has given it up. */
  boolean lost() {
    return lost;
  }

  /**
   * Stores what polls found and what must be remembered of them, together or not at all. Polls that
   * come when the partition is not ours any more are dropped: its new owner makes them again.
   *
   * @throws KafkaException if they are not known to be stored; the partition is lost then, and
   *     opening it again finds out, since that completes or aborts the transaction before it reads
   */
  synchronized void commit(Collection<Poll> polls) {
    if (lost) {
      return;
    }
    List<PollState> next = polls.stream().map(Poll::state).map(this::withWhatWasHeard).toList();
    try {
      producer.beginTransaction();
      for (Poll poll : polls) {
        poll.articles().forEach(this::send);
      }
      next.forEach(this::send);
      producer.commitTransaction(); // throws what a send met
    } catch (RuntimeException | Error e) {
      lost = true;
      throw e;
    }
    next.forEach(this::keep);
  }

  /**
   * Forgets what is agreed with a source's hub; all else stays as it is by now.
   *
   * @throws KafkaException as {@link #commit}
   */
  synchronized void forgetHub(String source) {
    heard.remove(source);
    PollState now = states.get(source);
    if (now != null) {
      commit(List.of(new Poll(List.of(), now.with(null))));
    }
  }

  /** What was heard while it was being stored is stored the next time. */
  private void keep(PollState stored) {
    states.put(stored.source(), stored);
    heard.computeIfPresent(
        stored.source(),
        (source, events) -> {
          List<HubEvent> unstored =
              events.stream().filter(event -> !stored.heard(event).equals(stored)).toList();
          unstored.forEach(
              event -> states.computeIfPresent(source, (id, state) -> state.heard(event)));
          return unstored.isEmpty() ? null : unstored;
        });
  }

  /**
   * Forgets the sources that are not among these and were not polled since then.
   *
   * @throws KafkaException as {@link #commit}
   */
  synchronized void forget(Set<String> listed, Instant polledBefore) {
    List<String> removed =
        states.values().stream()
            .filter(state -> !listed.contains(state.source()))
            .filter(
                state -> state.lastPolled() == null || state.lastPolled().isBefore(polledBefore))
            .map(PollState::source)
            .toList();
    if (lost || removed.isEmpty()) {
      return;
    }
    try {
      producer.beginTransaction();
      removed.forEach(id -> put(id, null));
      producer.commitTransaction();
    } catch (RuntimeException | Error e) {
      lost = true;
      throw e;
    }
    removed.forEach(states::remove);
    LOG.info("sources removed long ago forgotten partition={} sources={}", partition, removed);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // commitTransaction throws what a send met
  private void send(Article article) {
    byte[] value = ARTICLES.serializer().serialize(Topics.ARTICLES, Sizes.fit(article));
    long time = article.fetchedAt().toEpochMilli();
    if (value.length > Sizes.MAX_BYTES) {
      LOG.error("article too large without its body, dropped source={}", article.source());
      return;
    }
    producer.send(new ProducerRecord<>(Topics.ARTICLES, null, time, article.id(), value));
  }

  private void send(PollState state) {
    put(state.source(), STATES.serializer().serialize(Topics.POLL_STATE, state));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // as above
  private void put(String source, byte @Nullable [] state) {
    producer.send(new ProducerRecord<>(Topics.POLL_STATE, partition, source, state));
  }

  /** Waits for a transaction that is being committed, then gives the partition up. */
  @Override
  public synchronized void close() {
    producer.close(lost ? Duration.ZERO : Duration.ofSeconds(5));
    lost = true;
  }
}

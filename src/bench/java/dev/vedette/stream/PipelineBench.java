package dev.vedette.stream;

import com.sun.management.OperatingSystemMXBean;
import dev.vedette.article.Article;
import dev.vedette.bench.BenchData;
import dev.vedette.bench.Scratch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/**
 * The topology beside {@link PassThrough}, by turns on one broker, so that what else the machine
 * does falls on both; and the restoring of what was told.
 */
public final class PipelineBench implements AutoCloseable {

  private static final Set<String> MODES = Set.of("throughput", "latency", "restore");
  private static final int PARTITIONS = 3;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Map<String, Integer> options =
      new HashMap<>(
          Map.of(
              "--articles", 40_000,
              "--rounds", 3,
              "--seconds", 60,
              "--rate", 500,
              "--stories", 1_000_000));

  private final Scratch scratch = Scratch.make("vedette-bench");
  private final Path directory = scratch.path();
  private final DataDirectory data = DataDirectory.take(directory.resolve("kafka"));
  private final EmbeddedBroker broker = EmbeddedBroker.start(data, 0, why -> {});
  private final KafkaClients clients;
  private final BenchArticles articles;
  private int rounds;

  private PipelineBench() throws IOException {
    KafkaSettings settings = new KafkaSettings(broker.address(), 0, PARTITIONS, -1, Map.of());
    this.clients = new KafkaClients(broker.address(), settings);
    this.articles = new BenchArticles(BenchData.ofProject());
    try (Admin admin = clients.admin()) {
      Topics.ensure(admin, settings, articles.lists());
      admin.createTopics(List.of(new NewTopic(PassThrough.ALERTS, PARTITIONS, (short) 1)));
    }
  }

  /** Arguments: what to measure, all of it if nothing is named, and options with their numbers. */
  public static void main(String[] args) throws Exception {
    List<String> modes = new ArrayList<>();
    try (PipelineBench bench = new PipelineBench()) {
      for (int i = 0; i < args.length; i++) {
        if (MODES.contains(args[i])) {
          modes.add(args[i]);
        } else if (bench.options.containsKey(args[i]) && i + 1 < args.length) {
          bench.options.put(args[i], Integer.valueOf(args[++i]));
        } else {
          System.err.println("pipeline: " + args[i] + " (expected: " + MODES + " or an option)");
          System.exit(2);
        }
      }
      for (String mode : modes.isEmpty() ? List.of("throughput", "latency", "restore") : modes) {
        switch (mode) {
          case "throughput" -> bench.throughput();
          case "latency" -> bench.latency();
          default -> bench.restore();
        }
      }
    }
    System.exit(0); // the broker's threads have nothing to add
  }

  /**
   * How fast articles go through.
   *
   * @param perSecond by the clock
   * @param micros of the processor's time for each, the broker's share included
   */
  private record Speed(double perSecond, double micros) {}

  /** Articles a second from a topic that is full, the first round of each not counted. */
  private void throughput() throws InterruptedException {
    int count = options.get("--articles");
    Serializer<Article> serializer = Json.serde(Article.class, Article.SCHEMA).serializer();
    int hits = 0;
    try (Producer<String, byte[]> producer = clients.transactional("bench", 60_000)) {
      producer.initTransactions();
      for (int i = 0; i < count; i++) {
        if (i % 1_000 == 0) {
          producer.beginTransaction();
        }
        Article article = articles.next(i, Instant.now());
        hits += article.id().startsWith(BenchArticles.HIT) ? 1 : 0;
        send(producer, article, serializer);
        if (i % 1_000 == 999 || i == count - 1) {
          producer.commitTransaction();
        }
      }
    }
    List<Double> byClock = new ArrayList<>();
    List<Double> byProcessor = new ArrayList<>();
    for (int round = 0; round <= options.get("--rounds"); round++) {
      Speed pass = speed(PassThrough.topology(), PassThrough.ALERTS, hits, count);
      Speed our = speed(ours(), Topics.ALERTS, hits, count);
      print(
          "round %d: vedette %.0f, pass-through %.0f articles a second; %.0f and %.0f µs of the"
              + " processor for each%n",
          round, our.perSecond(), pass.perSecond(), our.micros(), pass.micros());
      if (round > 0) {
        byClock.add(our.perSecond() / pass.perSecond());
        byProcessor.add(pass.micros() / our.micros());
      }
    }
    print(
        "throughput: %.2f of the pass-through's by the clock, %.2f by the processor (target:"
            + " 0.70)%n",
        median(byClock), median(byProcessor));
  }

  private Speed speed(Topology topology, String topic, int hits, int count)
      throws InterruptedException {
    try (Consumer<String, byte[]> reader = reader(topic);
        Running running = run(topology, "earliest")) {
      running.awaitRunning();
      long first = 0;
      long last = 0;
      long worked = processor();
      for (int read = 0; read < hits; ) {
        int more = reader.poll(Duration.ofSeconds(30)).count();
        if (more == 0) {
          throw new IllegalStateException(read + " alerts (expected: " + hits + ")");
        }
        last = System.nanoTime();
        first = first == 0 ? last : first;
        read += more;
      }
      return new Speed(count / ((last - first) / 1e9), (processor() - worked) / 1e3 / count);
    }
  }

  /** Nanoseconds of all threads. */
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /**
   * Milliseconds from an article's record to its alert in a reader's hands. The first articles may
   * be published before the topology has found the end of their topic; they are not counted.
   */
  private void latency() throws InterruptedException {
    List<Long> ours = new ArrayList<>();
    List<Long> passed = new ArrayList<>();
    for (int round = 0; round <= options.get("--rounds"); round++) {
      List<Long> pass = latencies(PassThrough.topology(), PassThrough.ALERTS);
      List<Long> our = latencies(ours(), Topics.ALERTS);
      print("round %d: vedette %s, pass-through %s%n", round, percentiles(our), percentiles(pass));
      if (round > 0) {
        ours.addAll(our);
        passed.addAll(pass);
      }
    }
    print(
        "latency at %d articles a second: vedette %s, pass-through %s, ratios %.2f and %.2f"
            + " (targets: 1.50, 2.00)%n",
        options.get("--rate"),
        percentiles(ours),
        percentiles(passed),
        (double) at(ours, 0.5) / at(passed, 0.5),
        (double) at(ours, 0.99) / at(passed, 0.99));
  }

  private List<Long> latencies(Topology topology, String topic) throws InterruptedException {
    int rate = options.get("--rate");
    int count = rate * options.get("--seconds");
    List<Article> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(articles.next(i, Instant.now()));
    }
    List<Long> latencies = new ArrayList<>();
    try (Consumer<String, byte[]> reader = reader(topic);
        Running running = run(topology, "latest")) {
      running.awaitRunning();
      Thread publisher = new Thread(() -> publish(made, rate), "publisher");
      publisher.start();
      for (boolean quiet = false; publisher.isAlive() || !quiet; ) {
        ConsumerRecords<String, byte[]> records = reader.poll(QUIET);
        quiet = records.isEmpty();
        for (ConsumerRecord<String, byte[]> record : records) {
          latencies.add(System.currentTimeMillis() - record.timestamp());
        }
      }
    }
    return latencies;
  }

  /** Each at its time, whatever has become of those before. */
  private void publish(List<Article> made, int rate) {
    Serializer<Article> serializer = Json.serde(Article.class, Article.SCHEMA).serializer();
    try (Producer<String, byte[]> producer = clients.producer()) {
      long begin = System.nanoTime();
      for (int i = 0; i < made.size(); i++) {
        long wait = begin + i * 1_000_000_000L / rate - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        send(producer, made.get(i), serializer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what is lost is missed at the other end
  private static void send(
      Producer<String, byte[]> producer, Article article, Serializer<Article> serializer) {
    producer.send(
        new ProducerRecord<>(
            Topics.ARTICLES,
            null,
            System.currentTimeMillis(),
            article.id(),
            serializer.serialize(Topics.ARTICLES, article)));
  }

  /** What was told, from its changelog into memory. */
  private void restore() throws Exception {
    int count = options.get("--stories");
    String application = "bench-restore";
    ToldStories stories = new ToldStories(clients, articles);
    stories.fill(application + "-" + StoryStep.STORE + "-changelog", count, PARTITIONS);
    long before = ToldStories.heap();
    Restoring restoring = new Restoring();
    try (Running running =
        new Running(clients, application, ours(), directory, "latest", restoring)) {
      running.awaitRunning();
      print(
          "restore: %d told alerts in %.1f s (target: 1,000,000 in 30 s); each %.0f bytes on its"
              + " topic, key and value, and %.0f of heap (target: 300)%n",
          restoring.records(),
          restoring.seconds(),
          stories.bytesEach(),
          (double) (ToldStories.heap() - before) / restoring.records());
    }
  }

  private Topology ours() {
    return new VedetteTopology(articles::lists, WEEK).build();
  }

  private Running run(Topology topology, String from) {
    return new Running(clients, "bench-" + rounds++, topology, directory, from, null);
  }

  /** Reads a topic from its end on. */
  private Consumer<String, byte[]> reader(String topic) {
    Consumer<String, byte[]> reader = clients.reader(new ByteArrayDeserializer());
    List<TopicPartition> partitions = KeptRecords.partitions(reader, topic);
    reader.assign(partitions);
    reader.seekToEnd(partitions);
    partitions.forEach(reader::position);
    return reader;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String percentiles(List<Long> latencies) {
    return "p50 %d ms, p99 %d ms (of %d)"
        .formatted(at(latencies, 0.5), at(latencies, 0.99), latencies.size());
  }

  private static long at(List<Long> latencies, double share) {
    Long[] sorted = latencies.toArray(Long[]::new);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  @Override
  public void close() throws IOException {
    broker.close();
    data.close();
    scratch.close();
  }
}

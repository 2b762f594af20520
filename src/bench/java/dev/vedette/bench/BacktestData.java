package dev.vedette.bench;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.article.Zone;
import dev.vedette.article.ZoneSpan;
import dev.vedette.config.WatchlistReader;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.stream.KafkaSettings;
import dev.vedette.watchlist.Watchlists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Fills a directory with what {@code vedette backtest} is measured on: a configuration, watchlists
 * of ten thousand names, a candidate in which one name in a hundred differs, and so do three in ten
 * of those that the texts hold, so that there are alerts to gain and to lose; and an embedded
 * broker that keeps articles made of halves of these texts.
 */
public final class BacktestData {

  private static final int EVERY = 100;
  private static final int EVERY_FOUND = 10;
  private static final String TOPIC = "vedette.articles.v1";

  private BacktestData() {}

  /** Arguments: the directory, and how many articles. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    BenchData data = BenchData.ofProject();
    List<String> names =
        data.names("10k").stream()
            .filter(name -> name.chars().noneMatch(Character::isISOControl)) // no YAML
            .toList();
    write(
        directory.resolve("config/vedette.yaml"),
        "data-directory: ../data\n"
            + "kafka: {embedded: {port: 0}}\n"
            + "sources: [{id: bench, folder: .}]\n");
    Path current = directory.resolve("config/watchlists/bench.yaml");
    write(current, watchlist(names, Version.CURRENT, List.of()));
    List<String> found = found(current, data.articles());
    write(current, watchlist(names, Version.CURRENT, found));
    write(directory.resolve("candidate/bench.yaml"), watchlist(names, Version.CANDIDATE, found));
    fill(directory.resolve("data"), data.articles(), Integer.parseInt(args[1]));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private enum Version {
    CURRENT,
    CANDIDATE
  }

  /** The ids of the entries that the texts hold a mention of. */
  private static List<String> found(Path watchlist, List<Article> texts) {
    Watchlists all = WatchlistReader.read(watchlist.resolveSibling(""), Set.of("bench"));
    return texts.stream()
        .flatMap(text -> all.match(text).stream())
        .map(match -> match.entry().id())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * @param found ids of entries; of ten of them, one is new in the candidate, one is gone from it,
   *     and one is found as it is written only
   */
  private static String watchlist(List<String> names, Version version, List<String> found) {
    Set<String> added = every(found, 0);
    Set<String> removed = every(found, 1);
    Set<String> folded = every(found, 2);
    boolean candidate = version == Version.CANDIDATE;
    StringBuilder yaml = new StringBuilder("watchlist: bench\nentries:\n");
    for (int i = 0; i < names.size(); i++) {
      String id = "n" + i;
      String name = names.get(i).replace("'", "''");
      boolean changed = candidate && (folded.contains(id) || i % EVERY == 0);
      if (!(candidate ? removed : added).contains(id)) {
        yaml.append(
            "  - {id: %s, kind: person, names: [{name: '%s', match: %s}]}%n"
                .formatted(id, name, changed ? "folded" : "variants"));
      }
    }
    return yaml.toString();
  }

  private static Set<String> every(List<String> ids, int rest) {
    return IntStream.range(0, ids.size())
        .filter(at -> at % EVERY_FOUND == rest)
        .mapToObj(ids::get)
        .collect(Collectors.toSet());
  }

  private static void fill(Path data, List<Article> texts, int count) throws IOException {
    try (Cluster cluster =
        Cluster.host(new KafkaSettings("", 0, 3, -1, Map.of()), data, why -> {})) {
      cluster.ensureTopics(Watchlists.of(List.of(), "none"));
      Map<String, Object> settings =
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              cluster.clients().bootstrapServers(),
              ProducerConfig.COMPRESSION_TYPE_CONFIG,
              "zstd",
              ProducerConfig.LINGER_MS_CONFIG,
              50);
      try (Producer<String, byte[]> producer =
          new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
        Random random = new Random(1);
        Instant begin = Instant.now().minus(Duration.ofDays(20));
        for (int i = 0; i < count; i++) {
          Article article = article(i, texts, random, begin.plusSeconds(i));
          producer.send(
              new ProducerRecord<>(
                  TOPIC,
                  null,
                  article.fetchedAt().toEpochMilli(),
                  article.id(),
                  Json.mapper().writeValueAsBytes(article)));
        }
      }
    }
  }

  private static Article article(int number, List<Article> texts, Random random, Instant fetched) {
    String head = texts.get(random.nextInt(texts.size())).body();
    String tail = texts.get(random.nextInt(texts.size())).body();
    String title = head.lines().findFirst().orElse("") + " " + number;
    String body = head.substring(0, cut(head)) + "\n" + tail.substring(cut(tail));
    return new Article(
        Fingerprint.of("bench", String.valueOf(number)),
        Fingerprint.of(title, body),
        "bench",
        "https://bench.example/" + number,
        title.length() > 200 ? title.substring(title.length() - 200) : title,
        body,
        List.of(new ZoneSpan(Zone.BODY, 0, body.length())),
        "",
        "",
        null,
        fetched,
        false);
  }

  /** In the middle, after a line or a word where there is one. */
  private static int cut(String text) {
    int half = text.length() / 2;
    int line = text.indexOf('\n', half);
    int space = line < 0 ? text.indexOf(' ', half) : line;
    return space < 0 ? half : space;
  }
}

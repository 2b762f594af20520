package dev.vedette.stream;

import static dev.vedette.Alerts.alert;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vedette.alert.Alert;
import dev.vedette.document.Secrets;
import dev.vedette.route.Digest;
import dev.vedette.route.QuietHours;
import dev.vedette.route.Route;
import dev.vedette.route.Selection;
import dev.vedette.sink.Receiver;
import dev.vedette.sink.WebhookSettings;
import dev.vedette.watchlist.Severity;
import dev.vedette.watchlist.Watchlists;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What holds between the alerts topic of a real broker and a web server that does as it likes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkGroupIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private DataDirectory data;
  private EmbeddedBroker broker;
  private KafkaClients clients;
  private final List<AutoCloseable> open = new ArrayList<>();
  private int sinks;

  @BeforeAll
  void start(@TempDir Path directory) {
    data = DataDirectory.take(directory.resolve("kafka"));
    broker = EmbeddedBroker.start(data, 0, why -> {});
    KafkaSettings settings = new KafkaSettings(broker.address(), 0, 3, -1, Map.of());
    clients = new KafkaClients(broker.address(), settings);
    try (Admin admin = clients.admin()) {
      Topics.ensure(admin, settings, Watchlists.of(List.of(), "none"));
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
    open.clear();
  }

  @AfterAll
  void stop() {
    broker.close();
    data.close();
  }

  /** Once, as nothing fails; how long it took is reported. */
  @Test
  void aBurstOfTenThousandArrivesWholeAndInOrderOfEachEntry(TestReporter reporter) {
    Receiver receiver = receiver();
    start("burst", receiver, Clock.systemUTC(), everything());
    List<Alert> burst =
        IntStream.range(0, 10_000).mapToObj(n -> of("e" + n % 97, "n" + n)).toList();
    long begin = System.nanoTime();
    put(burst);
    await().atMost(PATIENCE).until(() -> receiver.requests().size() >= burst.size());
    reporter.publishEntry(
        "burst of 10,000 ms", Long.toString((System.nanoTime() - begin) / 1_000_000));

    Map<String, List<String>> expected =
        burst.stream()
            .collect(
                groupingBy(Alert::entry, TreeMap::new, mapping(a -> a.article().id(), toList())));
    assertThat(byEntry(receiver)).isEqualTo(expected);
  }

  @Test
  void aDestinationThatIsDownGetsAllLaterAndHoldsUpNoOther() {
    Receiver works = receiver();
    Receiver fails = receiver();
    fails.answer("HTTP/1.1 503 Busy", "");
    start("works", works, Clock.systemUTC(), everything());
    SinkGroup failing = start("fails", fails, Clock.systemUTC(), everything());
    put(IntStream.range(0, 50).mapToObj(n -> of("e" + n % 5, "n" + n)).toList());

    await().atMost(PATIENCE).until(() -> works.requests().size() == 50);
    await().atMost(PATIENCE).until(() -> failing.state().trouble() != null);
    assertThat(failing.state().trouble()).isEqualTo("HTTP 503 from " + fails.host());
    assertThat(failing.state().waiting()).isEqualTo(50);
    int inVain = fails.requests().size();
    fails.answer("HTTP/1.1 200 OK", "");
    await().atMost(PATIENCE).until(() -> failing.state().waiting() == 0);
    assertThat(failing.state().trouble()).isNull();
    assertThat(fails.requests().size()).isBetween(inVain + 49, inVain + 60);
    byEntry(fails).values().forEach(told -> assertThat(told.stream().distinct()).hasSize(10));
  }

  @Test
  void whatIsRefusedGoesToTheDeadLettersAndTheNextIsTold() {
    Receiver receiver = receiver();
    receiver.answer(
        request ->
            request.body().contains("\"refused\"")
                ? "HTTP/1.1 400 Bad Request\n\nnot like that"
                : "HTTP/1.1 200 OK\n\n");
    String id = start("refuses", receiver, Clock.systemUTC(), everything()).state().id();
    Alert refused = of("e", "refused");
    put(List.of(refused, of("e", "good")));

    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 2);
    await().atMost(PATIENCE).until(() -> !deadLetters(id).isEmpty());
    ConsumerRecord<String, byte[]> dead = deadLetters(id).get(0);
    assertThat(dead.key()).isEqualTo("e");
    assertThat(new String(dead.value(), UTF_8)).isEqualTo(Json.line(refused));
    assertThat(header(dead, "__streams.errors.message"))
        .isEqualTo("HTTP 400 from " + receiver.host() + ": not like that");
    assertThat(header(dead, "__streams.errors.topic")).isEqualTo(Topics.ALERTS);
    assertThat(header(dead, "ce_id")).isEqualTo(refused.eventId());
  }

  @Test
  void whatIsNoAlertGoesToTheDeadLettersAndTheNextIsTold() {
    Receiver receiver = receiver();
    String id = start("foreign", receiver, Clock.systemUTC(), everything()).state().id();
    String lacking = Json.line(of("e", "lacking")).replaceFirst("\"raisedAt\":\"[^\"]*\",", "");
    putJson("e", lacking);
    putJson("e", "{\"schema\": \"vedette.alert/9\"}");
    put(List.of(of("e", "good")));

    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);
    await().atMost(PATIENCE).until(() -> deadLetters(id).size() == 2);
    assertThat(byEntry(receiver)).isEqualTo(Map.of("e", List.of("good")));
    assertThat(deadLetters(id))
        .extracting(letter -> header(letter, "__streams.errors.message"))
        .containsExactly(
            "not readable as Alert: raisedAt is missing",
            "schema: 'vedette.alert/9' (expected: vedette.alert/1)");
    assertThat(new String(deadLetters(id).get(0).value(), UTF_8)).isEqualTo(lacking);
  }

  @Test
  void aDeadLetterThatIsSentBackReachesItsSinkAlone() {
    Receiver receiver = receiver();
    Receiver other = receiver();
    receiver.answer("HTTP/1.1 400 Bad Request", "");
    String id = start("sent-back", receiver, Clock.systemUTC(), everything()).state().id();
    start("other", other, Clock.systemUTC(), everything());
    put(List.of(of("e", "a")));
    await().atMost(PATIENCE).until(() -> !deadLetters(id).isEmpty());

    receiver.answer("HTTP/1.1 200 OK", "");
    new DeadLetterLog(clients).replay();
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 2);
    put(List.of(of("e", "b")));
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 3);
    await().atMost(PATIENCE).until(() -> other.requests().size() == 2);
    assertThat(byEntry(receiver)).isEqualTo(Map.of("e", List.of("a", "a", "b")));
    assertThat(byEntry(other)).isEqualTo(Map.of("e", List.of("a", "b")));
  }

  @Test
  void aGoneDestinationIsAskedAgainByTheNextStartOnlyAndHasLostNothing() {
    Receiver receiver = receiver();
    receiver.answer("HTTP/1.1 410 Gone", "");
    SinkGroup first = start("gone", receiver, Clock.systemUTC(), everything());
    put(List.of(of("e", "a"), of("e", "b")));
    await().atMost(PATIENCE).until(() -> first.state().trouble() != null);
    first.close();
    assertThat(receiver.requests()).hasSize(1);

    receiver.answer("HTTP/1.1 200 OK", "");
    again("gone", receiver, Clock.systemUTC(), everything());
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 3);
    assertThat(byEntry(receiver)).isEqualTo(Map.of("e", List.of("a", "a", "b")));
  }

  @Test
  void aDigestGoesOnAfterARestartAndWhatWasToldBesideItIsNotToldAgain() {
    Receiver receiver = receiver();
    Route urgent =
        route(new Selection(Set.of(), Set.of(), Severity.CRITICAL, Set.of(), Set.of()), null);
    Route rest =
        route(
            Selection.ALL,
            new Digest(Digest.Every.DAILY, LocalTime.of(8, 0), DayOfWeek.MONDAY, ZoneOffset.UTC));
    SinkGroup first = start("digest", receiver, Clock.systemUTC(), urgent, rest);
    Instant now = Instant.now();
    put(List.of(alert().entry("e").article("waits").at(now).build()));
    put(
        List.of(
            alert().entry("e").article("told").at(now).severity(Severity.CRITICAL).build(),
            alert().entry("e").article("waits too").at(now).build()));
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);
    first.close();

    Clock dayAfterTomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
    again("digest", receiver, dayAfterTomorrow, urgent, rest);
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 2);
    assertThat(byEntry(receiver)).isEqualTo(Map.of("e", List.of("told", "waits", "waits too")));
    assertThat(receiver.requests().get(1).body()).startsWith("[");
  }

  @Test
  void anIntervalGoesOnAfterARestart() {
    Receiver receiver = receiver();
    Duration day = Duration.ofDays(1);
    Duration none = Duration.ZERO;
    Route repeating =
        new Route(Set.of("any"), Selection.ALL, null, none, none, day, null, QuietHours.NONE);
    SinkGroup first = start("interval", receiver, Clock.systemUTC(), repeating);
    put(List.of(story("told", Alert.Type.RAISED)));
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);
    first.close();

    SinkGroup second = again("interval", receiver, Clock.systemUTC(), repeating);
    put(List.of(story("a copy", Alert.Type.UPDATED), of("e", "another story")));
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 2);
    assertThat(second.state().waiting()).isEqualTo(1);
    second.close();

    again("interval", receiver, Clock.offset(Clock.systemUTC(), day), repeating);
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 3);
    assertThat(byEntry(receiver))
        .isEqualTo(Map.of("e", List.of("told", "another story", "a copy")));
  }

  private static Alert story(String article, Alert.Type type) {
    return alert().id("one story").entry("e").article(article).type(type).at(Instant.now()).build();
  }

  /** Its offset is noted as settled, though the group's is that of what waits before it. */
  @Test
  void whatIsNoAlertGoesToTheDeadLettersOnceWhateverWaitsBeforeIt() {
    Receiver receiver = receiver();
    Route daily =
        route(
            Selection.ALL,
            new Digest(Digest.Every.DAILY, LocalTime.of(8, 0), DayOfWeek.MONDAY, ZoneOffset.UTC));
    SinkGroup first = start("foreign-once", receiver, Clock.systemUTC(), daily);
    String id = first.state().id();
    put(List.of(alert().entry("e").article("waits").at(Instant.now()).build()));
    putJson("e", "{\"schema\": \"vedette.alert/9\"}");
    await().atMost(PATIENCE).until(() -> deadLetters(id).size() == 1);
    first.close();

    again("foreign-once", receiver, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)), daily);
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);
    assertThat(deadLetters(id)).hasSize(1);
  }

  @Test
  void whatIsUrgentIsToldBehindThousandsThatWaitAndTheyAreToldLater() {
    Receiver receiver = receiver();
    DayOfWeek today = ZonedDateTime.now(ZoneOffset.UTC).getDayOfWeek();
    QuietHours.Period days =
        new QuietHours.Period(
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            EnumSet.of(today.minus(1), today, today.plus(1)));
    QuietHours quiet = new QuietHours(List.of(days), ZoneOffset.UTC, Severity.CRITICAL);
    Duration none = Duration.ZERO;
    SinkGroup first =
        start(
            "quiet",
            receiver,
            Clock.systemUTC(),
            new Route(Set.of("any"), Selection.ALL, null, none, none, none, null, quiet));
    put(IntStream.range(0, 7_000).mapToObj(n -> of("e" + n % 97, "n" + n)).toList());
    Alert urgent =
        alert().entry("u").article("now").at(Instant.now()).severity(Severity.CRITICAL).build();
    put(List.of(urgent));

    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 1);
    assertThat(byEntry(receiver)).isEqualTo(Map.of("u", List.of("now")));
    first.close();
    again("quiet", receiver, Clock.systemUTC(), everything());
    await().atMost(PATIENCE).until(() -> receiver.requests().size() >= 7_001);
    assertThat(byEntry(receiver).values().stream().mapToInt(List::size).sum()).isEqualTo(7_001);
    assertThat(byEntry(receiver).get("u")).containsExactly("now");
  }

  @Test
  void oneOfTwoInstancesTellsAndTheOtherTakesOver() {
    Receiver receiver = receiver();
    SinkGroup first = start("two", receiver, Clock.systemUTC(), everything());
    SinkGroup second = again("two", receiver, Clock.systemUTC(), everything());
    put(IntStream.range(0, 30).mapToObj(n -> of("e" + n, "n")).toList());
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 30);
    assertThat(first.state().here()).isTrue();
    assertThat(second.state().here()).isFalse();

    first.close();
    put(IntStream.range(30, 60).mapToObj(n -> of("e" + n, "n")).toList());
    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 60);
    assertThat(second.state().here()).isTrue();
    assertThat(byEntry(receiver)).hasSize(60);
  }

  private Receiver receiver() {
    Receiver receiver = new Receiver();
    open.add(receiver);
    return receiver;
  }

  /** A sink that nobody has served yet, as soon as it is served. */
  private SinkGroup start(String name, Receiver receiver, Clock clock, Route... routes) {
    sinks++;
    SinkGroup group = again(name, receiver, clock, routes);
    await().atMost(PATIENCE).until(() -> group.state().here());
    return group;
  }

  private SinkGroup again(String name, Receiver receiver, Clock clock, Route... routes) {
    String id = name + "-" + sinks;
    var settings =
        new WebhookSettings(
            id,
            receiver.uri("/hook"),
            List.of(),
            "",
            "application/json",
            null,
            WebhookSettings.TIMEOUT);
    SinkGroup group =
        new SinkGroup(
            clients,
            id,
            settings.open(Json.mapper()::valueToTree, Secrets.NONE),
            List.of(routes),
            settings.parallel(),
            clock);
    open.add(0, group);
    group.start();
    return group;
  }

  private static Route everything() {
    return Route.everything("any");
  }

  private static Route route(Selection selection, Digest digest) {
    Duration none = Duration.ZERO;
    return new Route(Set.of("any"), selection, null, none, none, none, digest, QuietHours.NONE);
  }

  private static Alert of(String entry, String article) {
    return alert().entry(entry).article(article).at(Instant.now()).build();
  }

  private void put(List<Alert> alerts) {
    send(
        alerts.stream()
            .map(alert -> record(alert.entry(), alert.raisedAt(), Json.line(alert)))
            .toList());
  }

  private void putJson(String key, String json) {
    send(List.of(record(key, Instant.now(), json)));
  }

  private static ProducerRecord<String, byte[]> record(String key, Instant time, String json) {
    return new ProducerRecord<>(
        Topics.ALERTS, null, time.toEpochMilli(), key, json.getBytes(UTF_8));
  }

  private void send(List<ProducerRecord<String, byte[]>> records) {
    try (Producer<String, byte[]> producer = clients.transactional("test-sinks", 10_000)) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    }
  }

  /** The articles that a receiver was told of, repetitions too. */
  private static Map<String, List<String>> byEntry(Receiver receiver) {
    Map<String, List<String>> told = new TreeMap<>();
    for (Receiver.Request request : receiver.requests()) {
      try {
        var body = Json.mapper().readTree(request.body());
        for (var event : body.isArray() ? body : List.of(body)) {
          told.computeIfAbsent(event.get("subject").asText(), entry -> new ArrayList<>())
              .add(event.at("/data/article/id").asText());
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return told;
  }

  private List<ConsumerRecord<String, byte[]>> deadLetters(String sink) {
    List<ConsumerRecord<String, byte[]>> dead = new ArrayList<>();
    try (Consumer<String, byte[]> reader = clients.reader(new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, 3).mapToObj(n -> new TopicPartition(Topics.DEAD_LETTERS, n)).toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
        reader
            .poll(Duration.ofMillis(500))
            .forEach(
                record -> {
                  if (sink.equals(header(record, "vedette.sink"))) {
                    dead.add(record);
                  }
                });
      }
    }
    return dead;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}

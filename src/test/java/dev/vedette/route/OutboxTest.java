package dev.vedette.route;

import static dev.vedette.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.Alerts;
import dev.vedette.Samples;
import dev.vedette.alert.Alert;
import dev.vedette.sink.Delivery;
import dev.vedette.sink.Notification;
import dev.vedette.watchlist.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

  private static final Instant NOON = Samples.NOON;
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Delivery ARRIVED = new Delivery.Delivered();
  private static final Delivery BUSY = new Delivery.Postponed(null, "HTTP 503");
  private static final Duration NONE = Duration.ZERO;

  private Instant now = NOON;
  private long offset;
  private Outbox outbox = outbox(Route.everything("s"));

  @Test
  void oneByOneAndAtOnce() {
    put(alert().article("a"));
    put(alert().article("b").entry("other"));

    assertThat(told(ARRIVED)).isEqualTo("a");
    assertThat(told(ARRIVED)).isEqualTo("b");
    assertThat(outbox.take(now)).isEmpty();
    assertThat(standing()).isEqualTo(new Standing(2, ""));
  }

  @Test
  void ofOneEntryTheNextWaitsForTheOneBeforeAndOthersDoNot() {
    put(alert().article("a"));
    put(alert().article("b"));
    put(alert().article("c").entry("other"));

    Shipment a = take();
    Shipment c = take();
    assertThat(articles(a)).isEqualTo("a");
    assertThat(articles(c)).isEqualTo("c");
    assertThat(outbox.take(now)).isEmpty();
    outbox.settle(c, ARRIVED, now);
    assertThat(standing()).isEqualTo(new Standing(0, "2.1"));
    outbox.settle(a, ARRIVED, now);
    assertThat(told(ARRIVED)).isEqualTo("b");
    assertThat(standing()).isEqualTo(new Standing(3, ""));
  }

  @Test
  void whatIsSilencedOrNoRouteTakesIsNotTold() {
    outbox = outbox(route(new Selection(Set.of("x"), Set.of(), Severity.LOW, Set.of(), Set.of())));
    put(alert().silenced().watchlist("x"));
    put(alert());
    outbox.receive(0, offset++, null, new byte[0], now);

    assertThat(outbox.take(now)).isEmpty();
    assertThat(standing()).isEqualTo(new Standing(3, ""));
  }

  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # watchlist, entry, severity, tag, type, taken
          -,    -,      -,        -,    -,       true
          list, -,      -,        -,    -,       true
          x,    -,      -,        -,    -,       false
          -,    shoigu, -,        -,    -,       true
          -,    x,      -,        -,    -,       false
          -,    -,      HIGH,     -,    -,       true
          -,    -,      CRITICAL, -,    -,       false
          -,    -,      -,        arms, -,       true
          -,    -,      -,        x,    -,       false
          -,    -,      -,        -,    RAISED,  true
          -,    -,      -,        -,    UPDATED, false
          list, shoigu, LOW,      arms, RAISED,  true
          list, shoigu, LOW,      x,    RAISED,  false
          """)
  void routesChoose(
      String watchlist,
      String entry,
      Severity severity,
      String tag,
      Alert.Type type,
      boolean taken) {
    Selection selection =
        new Selection(
            set(watchlist),
            set(entry),
            severity == null ? Severity.LOW : severity,
            set(tag),
            set(type));

    assertThat(selection.takes(alert().tags("arms", "russia").build())).isEqualTo(taken);
  }

  @Test
  void theFirstRouteThatTakesAnAlertHasIt() {
    Selection urgent = new Selection(Set.of(), Set.of(), Severity.CRITICAL, Set.of(), Set.of());
    outbox = outbox(route(urgent), digest(Digest.Every.DAILY));
    put(alert().article("low"));
    put(alert().article("urgent").severity(Severity.CRITICAL));

    assertThat(told(ARRIVED)).isEqualTo("urgent");
    assertThat(outbox.take(now)).isEmpty();
    assertThat(standing()).as("the digest holds the offset").isEqualTo(new Standing(0, "1.1"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"ENTRY, a c|b|d|e", "STORY, a b|c|d|e", "WATCHLIST, a b c|d|e", "SOURCE, a b c d|e"})
  void groupsAreToldTogether(GroupBy by, String expected) {
    outbox = outbox(grouped(by, NONE, NONE));
    put(alert().article("a").id("1"));
    put(alert().article("b").id("1").entry("y"));
    put(alert().article("c").id("2"));
    put(alert().article("d").id("3").entry("z").watchlist("v"));
    put(alert().article("e").id("4").entry("w").watchlist("w").source("s"));

    List<String> told = new ArrayList<>();
    for (Optional<Shipment> next = outbox.take(now); next.isPresent(); next = outbox.take(now)) {
      assertThat(next.get().notification().kind()).isEqualTo(Notification.Kind.GROUP);
      told.add(articles(next.get()));
      outbox.settle(next.get(), ARRIVED, now);
    }
    assertThat(told).containsExactlyInAnyOrder(expected.split("\\|", -1));
  }

  @Test
  void aGroupWaitsForItsFirstCompanyAndBetweenTwoNotifications() {
    outbox = outbox(grouped(GroupBy.ENTRY, Duration.ofSeconds(30), Duration.ofMinutes(5)));
    put(alert().article("a"));
    after(Duration.ofSeconds(20));
    put(alert().article("b").at(now));
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofSeconds(10));
    assertThat(told(ARRIVED)).isEqualTo("a b");

    put(alert().article("c").at(now));
    after(Duration.ofMinutes(4));
    put(alert().article("d").at(now));
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofMinutes(1));
    assertThat(told(ARRIVED)).isEqualTo("c d");
  }

  @Test
  void furtherCopiesOfAnAlertWaitAndOnlyTheLastIsTold() {
    outbox = outbox(repeating(Duration.ofHours(1)));
    put(alert().article("first"));
    assertThat(told(ARRIVED)).isEqualTo("first");
    put(alert().article("copy 1").type(Alert.Type.UPDATED));
    put(alert().article("copy 2").type(Alert.Type.UPDATED));
    put(alert().article("another story").id("x"));
    assertThat(told(ARRIVED)).as("others of the entry do not wait").isEqualTo("another story");
    assertThat(outbox.take(now)).isEmpty();
    assertThat(standing()).isEqualTo(new Standing(2, "1.1"));
    after(Duration.ofHours(1));
    assertThat(told(ARRIVED)).isEqualTo("copy 2");
    put(alert().article("copy 3").type(Alert.Type.UPDATED));
    after(Duration.ofMinutes(59));
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofMinutes(1));
    assertThat(told(ARRIVED)).isEqualTo("copy 3");
  }

  @Test
  void anIntervalGoesOnInAnotherOutbox() {
    Duration tenMinutes = Duration.ofMinutes(10);
    for (Route route : List.of(grouped(GroupBy.ENTRY, NONE, tenMinutes), repeating(tenMinutes))) {
      Map<String, @Nullable Instant> kept = new HashMap<>();
      outbox = outbox(route);
      put(alert().id("1").article("a"));
      assertThat(told(ARRIVED)).isEqualTo("a");
      kept.putAll(outbox.toldLately(now));
      assertThat(outbox.toldLately(now)).isEmpty();

      after(Duration.ofMinutes(4));
      outbox = outbox(route);
      outbox.recall(kept);
      put(alert().id("1").article("b").type(Alert.Type.UPDATED));
      put(alert().id("2").entry("other").article("c"));
      assertThat(told(ARRIVED)).as("it has no interval").isEqualTo("c");
      after(Duration.ofMinutes(5));
      assertThat(outbox.take(now)).isEmpty();
      after(Duration.ofMinutes(1));
      assertThat(told(ARRIVED)).isEqualTo("b");

      kept.putAll(outbox.toldLately(now));
      assertThat(kept.values()).as("b and c").containsExactlyInAnyOrder(now, now.minusSeconds(360));
      after(tenMinutes);
      kept.putAll(outbox.toldLately(now));
      assertThat(kept.values()).containsOnlyNulls();
    }
  }

  @Test
  void aCopyThatWaitsIsNotToldAfterTheWithdrawal() {
    outbox = outbox(repeating(Duration.ofHours(1)));
    put(alert().article("first"));
    told(ARRIVED);
    put(alert().article("copy").type(Alert.Type.UPDATED));
    put(alert().article("withdrawn").type(Alert.Type.WITHDRAWN));

    assertThat(told(ARRIVED)).isEqualTo("withdrawn");
    after(Duration.ofHours(1));
    assertThat(outbox.take(now)).isEmpty();
    assertThat(standing()).isEqualTo(new Standing(3, ""));
  }

  @Test
  void aCopyThatIsOnItsWayGoesBeforeTheWithdrawal() {
    outbox = outbox(repeating(Duration.ofHours(1)));
    put(alert().article("first"));
    told(ARRIVED);
    put(alert().article("copy").type(Alert.Type.UPDATED));
    after(Duration.ofHours(1));
    Shipment copy = take();
    put(alert().article("withdrawn").type(Alert.Type.WITHDRAWN));
    put(alert().article("later").type(Alert.Type.UPDATED));
    assertThat(outbox.take(now)).isEmpty();
    outbox.settle(copy, BUSY, now);
    after(Duration.ofMinutes(30));

    assertThat(told(ARRIVED)).isEqualTo("copy");
    assertThat(told(ARRIVED)).isEqualTo("withdrawn");
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofHours(1));
    assertThat(told(ARRIVED)).isEqualTo("later");
    assertThat(standing()).isEqualTo(new Standing(4, ""));
  }

  /** The last copy tells of those before it; not of a withdrawal that is older than itself. */
  @Test
  void aCopyThatComesAfterAWithdrawalIsToldAfterIt() {
    outbox = outbox(repeating(Duration.ofHours(1)));
    put(alert().article("first"));
    told(ARRIVED);
    put(alert().article("copy").type(Alert.Type.UPDATED));
    after(Duration.ofHours(1));
    Shipment copy = take();
    put(alert().article("withdrawn").type(Alert.Type.WITHDRAWN));
    outbox.settle(copy, BUSY, now);
    put(alert().article("later").type(Alert.Type.UPDATED));
    after(Duration.ofMinutes(30));

    assertThat(told(ARRIVED)).isEqualTo("withdrawn");
    after(Duration.ofHours(1));
    assertThat(told(ARRIVED)).isEqualTo("later");
    assertThat(standing()).isEqualTo(new Standing(4, ""));
  }

  @Test
  void quietHoursHoldWhatIsNotUrgent() {
    outbox = outbox(quietUntilOne());
    put(alert().article("held"));
    put(alert().article("urgent").entry("x").severity(Severity.CRITICAL));

    assertThat(told(ARRIVED)).isEqualTo("urgent");
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofMinutes(59));
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofMinutes(1));
    assertThat(told(BUSY)).isEqualTo("held");
    after(Duration.ofHours(22)); // the destination works again in the next quiet hours
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofHours(2));
    assertThat(told(ARRIVED)).isEqualTo("held");
  }

  @Test
  void aDigestHasAllSinceTheLastOneThatWasSentWhateverCrashedBetween() {
    outbox = outbox(digest(Digest.Every.DAILY));
    put(alert().article("a"));
    put(alert().article("b").entry("x"));
    after(Duration.ofHours(19)); // 07:00
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofHours(1));
    Shipment digest = take();
    assertThat(digest.notification().kind()).isEqualTo(Notification.Kind.DIGEST);
    assertThat(articles(digest)).isEqualTo("a b");
    outbox.settle(digest, ARRIVED, now);

    put(alert().article("c").at(now));
    Standing left = standing();
    assertThat(left).isEqualTo(new Standing(2, ""));
    after(Duration.ofDays(3)); // nothing runs
    outbox = outbox(digest(Digest.Every.DAILY));
    outbox.resume(0, left);
    outbox.receive(
        0, 2, alert().article("c").at(NOON.plus(Duration.ofHours(20))).build(), new byte[1], now);
    assertThat(told(ARRIVED)).as("overdue, so it is told at once").isEqualTo("c");
  }

  @Test
  void aDigestThatGrowsBeyondMeasureIsToldInParts() {
    outbox = outbox(digest(Digest.Every.WEEKLY));
    for (int n = 0; n < 5_000; n++) {
      put(alert().article("n" + n));
    }

    assertThat(outbox.isSated(now)).isTrue();
    int told = 0;
    while (told < 5_000) {
      Shipment part = take();
      told += part.parcels().size();
      assertThat(part.parcels()).hasSizeLessThanOrEqualTo(200);
      outbox.settle(part, ARRIVED, now);
    }
    assertThat(outbox.isSated(now)).isFalse();
    assertThat(standing()).isEqualTo(new Standing(5_000, ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 450})
  void whatWasDueAtOnceIsToldInPartsAtOnce(int count) {
    Duration hour = Duration.ofHours(1);
    for (Route route : List.of(digest(Digest.Every.DAILY), grouped(GroupBy.ENTRY, NONE, hour))) {
      outbox = outbox(route);
      offset = 0;
      now = NOON;
      for (int n = 0; n < count; n++) {
        put(alert().article("n" + n));
      }
      now = NOON.plus(Duration.ofHours(20)); // 08:00
      List<Integer> told = new ArrayList<>();
      arrive(take(), told);
      assertThat(outbox.toldLately(now)).as("the interval has not begun").isEmpty();
      put(alert().article("late").at(now));
      for (Optional<Shipment> part = outbox.take(now); part.isPresent(); part = outbox.take(now)) {
        assertThat(part.get().parcels()).hasSizeLessThanOrEqualTo(200);
        arrive(part.get(), told);
      }
      assertThat(told).as("with what came meanwhile").hasSize(count + 1).isSorted();
      put(alert().article("next").at(now));
      assertThat(outbox.take(now)).as("its interval has begun").isEmpty();
    }
  }

  /** Else a group to which something is added all the time would never keep its interval. */
  @Test
  void whatComesWhileAGroupIsToldInPartsDoesNotProlongIt() {
    outbox = outbox(grouped(GroupBy.ENTRY, NONE, Duration.ofHours(1)));
    for (int n = 0; n < 400; n++) {
      put(alert().article("n" + n));
    }
    List<Integer> told = new ArrayList<>();
    arrive(take(), told);
    put(alert().article("late"));
    arrive(take(), told);

    assertThat(told).hasSize(400);
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofHours(1));
    assertThat(told(ARRIVED)).isEqualTo("late");
  }

  @Test
  void whatIsUrgentInALargeGroupGoesFirstInQuietHoursAndTheRestAfterThem() {
    Route quiet = quietUntilOne();
    Duration hour = Duration.ofHours(1);
    outbox =
        outbox(
            new Route(
                quiet.sinks(),
                Selection.ALL,
                GroupBy.ENTRY,
                NONE,
                hour,
                NONE,
                null,
                quiet.quiet()));
    for (int n = 0; n < 450; n++) {
      put(alert().article("n" + n).severity(n < 240 ? Severity.LOW : Severity.CRITICAL));
    }
    List<Integer> told = new ArrayList<>();
    arrive(take(), told);
    arrive(take(), told);

    assertThat(told).hasSize(400).doesNotHaveDuplicates().contains(449, 440, 240, 0);
    assertThat(told.subList(0, 200)).as("the urgent ones").isSorted().startsWith(240);
    assertThat(outbox.take(now)).as("nothing urgent is left").isEmpty();
    after(hour);
    arrive(take(), told);
    assertThat(told).hasSize(450);
    assertThat(standing()).isEqualTo(new Standing(450, ""));
  }

  @Test
  void whileTheDestinationFailsOneAtATimeAsksAndAllAreToldWhenItWorks() {
    for (String entry : List.of("a", "b", "c")) {
      put(alert().article(entry).entry(entry));
    }
    assertThat(told(BUSY)).isEqualTo("a");
    assertThat(outbox.trouble()).contains("HTTP 503");
    assertThat(outbox.take(now)).as("all wait").isEmpty();
    after(Duration.ofSeconds(1));
    Shipment b = take();
    assertThat(articles(b))
        .as("another asks, as it may have been the alert's fault")
        .isEqualTo("b");
    assertThat(outbox.take(now)).isEmpty();
    outbox.settle(b, ARRIVED, now);
    assertThat(outbox.trouble()).isEmpty();
    assertThat(told(ARRIVED)).isEqualTo("c");
    assertThat(told(ARRIVED)).isEqualTo("a");
    assertThat(standing()).isEqualTo(new Standing(3, ""));
  }

  @Test
  void whatTheServerAsksForIsWaited() {
    put(alert());
    assertThat(told(new Delivery.Postponed(Duration.ofHours(3), "HTTP 429"))).isEqualTo("a");
    after(Duration.ofHours(3).minusMillis(1));
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofMillis(1));
    assertThat(told(ARRIVED)).isEqualTo("a");
  }

  @Test
  void whatTheServerAsksForIsWaitedWhateverElseWasUnderWay() {
    for (String entry : List.of("a", "b", "c", "d")) {
      put(alert().article(entry).entry(entry));
    }
    List<Shipment> underWay = List.of(take(), take(), take());
    outbox.settle(underWay.get(0), new Delivery.Postponed(Duration.ofMinutes(10), "HTTP 429"), now);
    outbox.settle(underWay.get(1), ARRIVED, now);
    assertThat(outbox.trouble()).as("it works").isEmpty();
    assertThat(outbox.take(now)).as("and is left alone").isEmpty();
    outbox.settle(underWay.get(2), BUSY, now);
    after(Duration.ofMinutes(10).minusMillis(1));
    assertThat(outbox.take(now)).isEmpty();
    after(Duration.ofMillis(1));
    List<String> told = new ArrayList<>(List.of(told(ARRIVED), told(ARRIVED), told(ARRIVED)));
    assertThat(told).containsExactlyInAnyOrder("a", "c", "d");
  }

  @Test
  void oneAlertThatNeverArrivesHoldsUpItsEntryOnlyAndIsGivenUp() {
    put(alert().article("poison").entry("x"));
    put(alert().article("behind").entry("x"));
    int tries = 0;
    Optional<String> givenUp = Optional.empty();
    while (givenUp.isEmpty()) {
      put(alert().article("other").at(now));
      for (Optional<Shipment> next = outbox.take(now);
          next.isPresent() && givenUp.isEmpty();
          next = outbox.take(now)) {
        boolean poison = articles(next.get()).equals("poison");
        tries += poison ? 1 : 0;
        givenUp = outbox.settle(next.get(), poison ? BUSY : ARRIVED, now);
      }
      after(Duration.ofMinutes(5));
    }

    assertThat(givenUp).contains("given up after 72 h: HTTP 503");
    assertThat(Duration.between(NOON, now)).isBetween(Duration.ofHours(72), Duration.ofHours(73));
    assertThat(tries).isGreaterThan(700);
    assertThat(outbox.size()).as("it is not done before it is put elsewhere").isEqualTo(3);
  }

  @Test
  void whatIsRefusedIsGivenUpAtOnce() {
    put(alert().article("bad"));
    put(alert().article("good"));
    Shipment bad = take();
    assertThat(outbox.settle(bad, new Delivery.Rejected("HTTP 400"), now)).contains("HTTP 400");
    assertThat(standing()).isEqualTo(new Standing(0, ""));
    bad.parcels().forEach(outbox::done);
    assertThat(standing()).isEqualTo(new Standing(1, ""));
    assertThat(told(ARRIVED)).isEqualTo("good");
  }

  @Test
  void aDestinationThatIsGoneGetsNothingMoreAndNothingIsLost() {
    put(alert());
    put(alert().entry("x"));
    assertThat(told(new Delivery.Gone("HTTP 410"))).isEqualTo("a");
    after(Duration.ofDays(9));
    assertThat(outbox.take(now)).isEmpty();
    assertThat(outbox.isGone()).isTrue();
    assertThat(standing()).isEqualTo(new Standing(0, ""));
  }

  /** A night in which more comes than a box can hold, and something urgent in the midst of it. */
  @Test
  void whatIsUrgentIsToldAtOnceHoweverMuchWaitsForTheEndOfTheQuietHours() {
    outbox = outbox(quietUntilOne());
    List<Alert> topic = new ArrayList<>();
    for (int n = 0; n < 14_000; n++) {
      Severity severity = n == 9_000 ? Severity.CRITICAL : Severity.LOW;
      topic.add(
          alert().article("n" + n).entry("e" + n % 1_500).severity(severity).at(NOON).build());
    }
    List<Integer> told = new ArrayList<>();
    int read = 0;
    for (int step = 0; read < topic.size() && step < 20_000; step++) {
      if (!outbox.isSated(now)) { // what is due goes first
        outbox.receive(0, read, topic.get(read++), new byte[1], now);
      }
      outbox.take(now).ifPresent(shipment -> arrive(shipment, told));
    }
    assertThat(read).as("all was looked at").isEqualTo(topic.size());
    assertThat(told).as("with what waited before it in its entry").endsWith(9_000).hasSize(5);
    assertThat(outbox.goBack()).as("there is no room").isEmpty();
    assertThat(outbox.size()).isLessThan(5_100);

    after(Duration.ofHours(1));
    assertThat(outbox.isSated(now)).isTrue();
    for (int step = 0; told.size() < topic.size() && step < 100_000; step++) {
      outbox.take(now).ifPresent(shipment -> arrive(shipment, told));
      read = outbox.goBack().getOrDefault(0, (long) read).intValue();
      if (read < topic.size() && !outbox.isSated(now)) {
        outbox.receive(0, read, topic.get(read++), new byte[1], now);
      }
    }
    assertThat(told).doesNotHaveDuplicates();
    assertThat(outbox.take(now)).isEmpty();
    assertThat(standing()).isEqualTo(new Standing(topic.size(), ""));
    for (int entry = 0; entry < 1_500; entry++) {
      int of = entry;
      assertThat(told.stream().filter(n -> n % 1_500 == of && n != 9_000)).isSorted();
    }
  }

  private static Route quietUntilOne() {
    QuietHours.Period noon =
        new QuietHours.Period(
            LocalTime.of(11, 0), LocalTime.of(13, 0), EnumSet.allOf(DayOfWeek.class));
    QuietHours quiet = new QuietHours(List.of(noon), UTC, Severity.CRITICAL);
    return new Route(Set.of("s"), Selection.ALL, null, NONE, NONE, NONE, null, quiet);
  }

  private void arrive(Shipment shipment, List<Integer> told) {
    shipment.parcels().forEach(parcel -> told.add((int) parcel.offset()));
    outbox.settle(shipment, ARRIVED, now);
  }

  /** Whatever fails and crashes: everything arrives, and of each entry in its order. */
  @Test
  void nothingIsLostAndOrderIsKeptInAnyWeather() {
    for (int seed = 0; seed < 60; seed++) {
      storm(new Random(seed), "seed " + seed);
    }
  }

  private void storm(Random random, String seed) {
    List<Alert> topic = new ArrayList<>();
    for (int n = 0; n < 80; n++) {
      topic.add(alert().article("n" + n).entry("e" + random.nextInt(6)).build());
    }
    List<Integer> told = new ArrayList<>();
    Standing standing = new Standing(0, "");
    int lives = 0;
    while (standing.offset() < topic.size()) {
      assertThat(lives++).as(seed).isLessThan(1_000);
      outbox = outbox(Route.everything("s"));
      outbox.resume(0, standing);
      int read = (int) standing.offset();
      Deque<Shipment> underWay = new ArrayDeque<>();
      for (int step = random.nextInt(120); step > 0; step--) {
        if (read < topic.size() && random.nextInt(3) > 0) {
          outbox.receive(0, read, topic.get(read++), new byte[1], now);
        }
        outbox.take(now).ifPresent(underWay::add);
        if (!underWay.isEmpty() && random.nextBoolean()) {
          Shipment shipment = random.nextBoolean() ? underWay.pollFirst() : underWay.pollLast();
          boolean arrives = random.nextInt(4) > 0;
          if (arrives) {
            shipment.parcels().forEach(parcel -> told.add((int) parcel.offset()));
          }
          outbox.settle(shipment, arrives ? ARRIVED : BUSY, now);
        }
        if (random.nextInt(5) == 0) {
          standing = standing();
        }
        after(Duration.ofSeconds(random.nextInt(20)));
      }
    }
    assertThat(new HashSet<>(told)).as(seed).hasSize(topic.size());
    for (int entry = 0; entry < 6; entry++) {
      String name = "e" + entry;
      List<Integer> firsts =
          told.stream().filter(n -> topic.get(n).entry().equals(name)).distinct().toList();
      assertThat(firsts).as(seed).isSorted();
    }
  }

  private void put(Alerts alert) {
    outbox.receive(0, offset++, alert.build(), new byte[100], now);
  }

  private Shipment take() {
    return outbox.take(now).orElseThrow();
  }

  private String told(Delivery delivery) {
    Shipment shipment = take();
    outbox.settle(shipment, delivery, now);
    return articles(shipment);
  }

  private static String articles(Shipment shipment) {
    return String.join(
        " ", shipment.parcels().stream().map(parcel -> parcel.alert().article().id()).toList());
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  private Standing standing() {
    return outbox.standings().get(0);
  }

  private static Outbox outbox(Route... routes) {
    Outbox outbox = new Outbox(List.of(routes), Backoff.usual(new Random(1)), Duration.ofHours(72));
    outbox.resume(0, new Standing(0, ""));
    return outbox;
  }

  private static Route route(Selection selection) {
    return new Route(Set.of("s"), selection, null, NONE, NONE, NONE, null, QuietHours.NONE);
  }

  private static Route grouped(GroupBy by, Duration wait, Duration interval) {
    return new Route(Set.of("s"), Selection.ALL, by, wait, interval, NONE, null, QuietHours.NONE);
  }

  private static Route repeating(Duration interval) {
    return new Route(Set.of("s"), Selection.ALL, null, NONE, NONE, interval, null, QuietHours.NONE);
  }

  private static Route digest(Digest.Every every) {
    Digest digest = new Digest(every, LocalTime.of(8, 0), DayOfWeek.MONDAY, UTC);
    return new Route(Set.of("s"), Selection.ALL, null, NONE, NONE, NONE, digest, QuietHours.NONE);
  }

  private static <T> Set<T> set(T value) {
    return value == null ? Set.of() : Set.of(value);
  }
}

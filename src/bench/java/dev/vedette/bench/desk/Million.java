package dev.vedette.bench.desk;

import dev.vedette.alert.Alert;
import dev.vedette.alert.Feedback;
import dev.vedette.bench.Scratch;
import dev.vedette.history.AlertFilter;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.Filed;
import dev.vedette.history.Found;
import dev.vedette.history.Place;
import dev.vedette.history.Place.Log;
import dev.vedette.stream.Json;
import dev.vedette.watchlist.Severity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long each filter of the page takes over a year of alerts. */
@Command(
    name = "million",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Filters over a year of alerts in the history.")
final class Million implements Callable<Integer> {

  private static final int TARGET_MILLIS = 200;
  private static final int PART = 200;
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();
  private static final Duration DAY = Duration.ofDays(1);

  @Spec private CommandSpec spec;

  @Option(names = "--alerts", paramLabel = "N", defaultValue = "1000000")
  private int alerts;

  @Option(names = "--times", paramLabel = "N", defaultValue = "20")
  private int times;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Keeps the history there, to be asked again.")
  private @Nullable Path directory;

  @Override
  public Integer call() throws Exception {
    if (directory != null) {
      return measure(directory);
    }
    try (Scratch scratch = Scratch.make("million")) {
      return measure(scratch.path());
    }
  }

  private int measure(Path where) throws IOException {
    try (AlertHistory history = AlertHistory.open(where, Json.mapper(), "bench")) {
      fill(history);
      say("%,d alerts, %,d bytes on disk each", alerts, bytes(where) / alerts);
      boolean fast = true;
      for (Map.Entry<String, Runnable> look : looks(history).entrySet()) {
        fast &= measure(look.getKey(), look.getValue());
      }
      System.gc();
      say("heap: %d MB", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
      return fast ? 0 : 1;
    }
  }

  private void fill(AlertHistory history) {
    int known = history.search(AlertFilter.ALL, 1, null).total();
    if (known >= alerts) {
      return;
    }
    long begun = System.nanoTime();
    SampleAlerts samples = new SampleAlerts();
    for (int n = 0; n < alerts; n++) {
      Instant at = NOW.minusMillis(YEAR_MILLIS - YEAR_MILLIS / alerts * n);
      Alert alert = samples.next(n, at);
      history.add(alert, new Place(Log.ALERTS, n % 3, n / 3));
      if (n % 50 == 0) {
        Feedback.Kind kind = n % 100 == 0 ? Feedback.Kind.FALSE_ALARM : Feedback.Kind.IMPORTANT;
        Feedback said = new Feedback(kind, alert.id(), "a note", "Ann", at, null);
        history.say(said.key(), said, new Place(Log.FEEDBACK, 0, n / 50));
      }
      if (n % 5_000 == 4_999) {
        history.show();
      }
    }
    history.show();
    history.commit();
    say("filled in %.0f s", (System.nanoTime() - begun) / 1e9);
  }

  private static long bytes(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private Map<String, Runnable> looks(AlertHistory history) {
    AlertFilter all = AlertFilter.ALL;
    Map<String, AlertFilter> filters = new LinkedHashMap<>();
    filters.put("none", all);
    filters.put("watchlist", all.of(Set.of("list-3")));
    filters.put("entry", filter(Set.of("entry-0"), Set.of(), Set.of(), Set.of(), ""));
    filters.put("severity", filter(Set.of(), Set.of(Severity.HIGH), Set.of(), Set.of(), ""));
    filters.put("source", filter(Set.of(), Set.of(), Set.of("source-0"), Set.of(), ""));
    filters.put("language", filter(Set.of(), Set.of(), Set.of(), Set.of("zh"), ""));
    filters.put("last 7 days", all.raised(NOW.minus(Duration.ofDays(7)), null));
    filters.put("a month, half a year ago", all.raised(days(200), days(170)));
    filters.put("a rare word", filter(Set.of(), Set.of(), Set.of(), Set.of(), "word19321"));
    filters.put("a common word", filter(Set.of(), Set.of(), Set.of(), Set.of(), "word0"));
    filters.put(
        "the beginning of every word", filter(Set.of(), Set.of(), Set.of(), Set.of(), "wo"));
    filters.put(
        "three letters of every word", filter(Set.of(), Set.of(), Set.of(), Set.of(), "wor"));
    filters.put(
        "a thousand words' beginning", filter(Set.of(), Set.of(), Set.of(), Set.of(), "word12"));
    filters.put(
        "words in quotes", filter(Set.of(), Set.of(), Set.of(), Set.of(), "\"word1 word2\""));
    filters.put(
        "six at once",
        filter(
                Set.of("entry-0", "entry-1", "entry-2"),
                Set.of(Severity.HIGH, Severity.CRITICAL),
                Set.of("source-0", "source-1"),
                Set.of("en", "ru"),
                "word0")
            .raised(days(300), null));
    Map<String, Runnable> looks = new LinkedHashMap<>();
    filters.forEach((name, filter) -> looks.put(name, () -> history.search(filter, PART, null)));
    Found<Filed> first = history.search(all, PART, null);
    looks.put("the next part", () -> history.search(all, PART, first.next()));
    looks.put(
        "charts, 30 days",
        () -> history.counts(all.raised(days(30), NOW), days(30), DAY.toMillis(), 30));
    looks.put(
        "charts, a year",
        () -> history.counts(all.raised(days(365), NOW), days(365), DAY.toMillis(), 365));
    looks.put("what became of each entry", () -> history.tallies(all));
    looks.put("what became of 25 entries", () -> history.tallies(all.entries(twentyFive())));
    return looks;
  }

  /** As many as a part of a watchlist on the page has, from the middle, as few have most alerts. */
  private static Set<String> twentyFive() {
    return IntStream.range(100, 125).mapToObj(i -> "entry-" + i).collect(Collectors.toSet());
  }

  private static AlertFilter filter(
      Set<String> entries,
      Set<Severity> severities,
      Set<String> sources,
      Set<String> languages,
      String text) {
    return new AlertFilter(
        Set.of(),
        entries,
        severities,
        sources,
        languages,
        Set.of(),
        Set.of(),
        false,
        null,
        null,
        null,
        text);
  }

  private static Instant days(int ago) {
    return NOW.minus(Duration.ofDays(ago));
  }

  /**
   * Whether the slowest of them was fast enough; the first, which finds nothing warm, not counted.
   */
  private boolean measure(String name, Runnable look) {
    look.run();
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      look.run();
      nanos.add(System.nanoTime() - begun);
    }
    Collections.sort(nanos);
    long worst = nanos.get(times - 1) / 1_000_000;
    say(
        "%-30s median %4d ms, slowest %4d ms  %s",
        name, nanos.get(times / 2) / 1_000_000, worst, "at most " + TARGET_MILLIS);
    return worst <= TARGET_MILLIS;
  }

  private void say(String form, Object... values) {
    spec.commandLine().getOut().printf(form + "%n", values);
    spec.commandLine().getOut().flush();
  }
}

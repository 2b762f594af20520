package dev.vedette.bench.desk;

import dev.vedette.history.AlertHistory;
import dev.vedette.history.ArticleHistory;
import dev.vedette.stream.HistoryFeed;
import dev.vedette.stream.Json;
import dev.vedette.web.Live;
import dev.vedette.web.Status;
import dev.vedette.web.WebServer;
import dev.vedette.web.WebSettings;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How long an alert takes from its topic, by the history and the server, to hundreds of browsers;
 * the broker, the service and the browsers share the machine.
 */
@Command(
    name = "listeners",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Alerts on their way from the topic to browsers that listen.")
final class Listeners implements Callable<Integer> {

  private static final int TARGET_MILLIS = 500;
  private static final int WARM_SECONDS = 10;

  @Spec private CommandSpec spec;

  @Option(names = "--browsers", paramLabel = "N", defaultValue = "200")
  private int browsers;

  @Option(names = "--rate", paramLabel = "ALERTS", defaultValue = "100", description = "A second.")
  private int rate;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "60")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    int alerts = rate * (WARM_SECONDS + seconds);
    AtomicLongArray sent = new AtomicLongArray(alerts);
    int[] micros = new int[browsers * rate * seconds];
    AtomicInteger heard = new AtomicInteger();
    try (Topic topic = new Topic();
        AlertHistory history = AlertHistory.open(at(topic, "alerts"), Json.mapper(), "bench");
        ArticleHistory articles =
            ArticleHistory.open(at(topic, "articles"), Json.mapper(), "bench");
        Live live = new Live(history, Json.mapper());
        HistoryFeed feed =
            new HistoryFeed(topic.cluster.clients(), history, articles, live::changed);
        WebServer server =
            WebServer.start(
                WebSettings.DEFAULTS.on(0),
                () -> new Status(true, List.of(), Map.of()),
                MetricSnapshots::new,
                new BenchDesk(history, articles),
                live,
                Json.mapper());
        Ears ears =
            new Ears(
                URI.create(server.address()),
                browsers,
                alert -> {
                  if (alert >= rate * WARM_SECONDS) {
                    long nanos = System.nanoTime() - sent.get(alert);
                    micros[heard.getAndIncrement()] = (int) (nanos / 1_000);
                  }
                })) {
      feed.start();
      while (ears.greeted() < browsers) {
        Thread.sleep(50);
      }
      publish(topic, sent);
      long end = System.nanoTime() + 30_000_000_000L;
      while (heard.get() < micros.length && System.nanoTime() < end) {
        Thread.sleep(50);
      }
    }
    return report(micros, heard.get()) ? 0 : 1;
  }

  private static Path at(Topic topic, String name) {
    return topic.cluster.historyDirectory().resolve(name);
  }

  private void publish(Topic topic, AtomicLongArray sent) throws InterruptedException {
    SampleAlerts samples = new SampleAlerts();
    long begun = System.nanoTime();
    for (int n = 0; n < sent.length(); n++) {
      long due = begun + n * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        Thread.sleep(1);
      }
      sent.set(n, System.nanoTime());
      topic.tell(samples.next(n, Instant.now()));
    }
    topic.flush();
  }

  private boolean report(int[] micros, int heard) {
    Arrays.sort(micros, 0, heard);
    say(
        "%d browsers, %d alerts a second for %d s after %d s that do not count: %,d of %,d heard",
        browsers, rate, seconds, WARM_SECONDS, heard, micros.length);
    for (double part : new double[] {0.5, 0.9, 0.99, 0.999}) {
      say(
          "p%-5s %5d ms%s",
          part * 100, at(micros, heard, part), part == 0.99 ? "  at most " + TARGET_MILLIS : "");
    }
    return heard == micros.length && at(micros, heard, 0.99) <= TARGET_MILLIS;
  }

  private static int at(int[] micros, int heard, double part) {
    return heard == 0 ? -1 : micros[(int) Math.min(heard - 1, heard * part)] / 1_000;
  }

  private void say(String form, Object... values) {
    spec.commandLine().getOut().printf(form + "%n", values);
    spec.commandLine().getOut().flush();
  }
}

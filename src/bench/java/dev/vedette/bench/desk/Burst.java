package dev.vedette.bench.desk;

import com.sun.net.httpserver.HttpServer;
import dev.vedette.alert.Alert;
import dev.vedette.document.Secrets;
import dev.vedette.route.Route;
import dev.vedette.sink.WebhookSettings;
import dev.vedette.stream.Json;
import dev.vedette.stream.SinkGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a webhook takes for all that comes at once, and whether it is in order. */
@Command(
    name = "burst",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Alerts that come all at once, to a webhook on loopback.")
final class Burst implements Callable<Integer> {

  private static final long PATIENCE_NANOS = 600_000_000_000L;

  @Spec private CommandSpec spec;

  @Option(names = "--alerts", paramLabel = "N", defaultValue = "10000")
  private int alerts;

  @Option(
      names = "--down",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "For so long the webhook answers 503 first.")
  private int down;

  private final Map<String, List<Integer>> toldByEntry = new HashMap<>();
  private final Set<Integer> told = new HashSet<>();
  private int refused;
  private int again;

  @Override
  public Integer call() throws Exception {
    HttpServer webhook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    webhook.setExecutor(Executors.newFixedThreadPool(4));
    try (Topic topic = new Topic();
        SinkGroup group = sink(topic, webhook)) {
      group.start();
      while (!group.state().here()) {
        Thread.sleep(50);
      }
      long begun = System.nanoTime();
      listen(webhook, begun + down * 1_000_000_000L);
      SampleAlerts samples = new SampleAlerts();
      Map<String, List<Integer>> wanted = new HashMap<>();
      for (int n = 0; n < alerts; n++) {
        Alert alert = samples.next(n, Instant.now());
        wanted.computeIfAbsent(alert.entry(), any -> new ArrayList<>()).add(n);
        topic.tell(alert);
      }
      topic.flush();
      while (count() < alerts && System.nanoTime() - begun < PATIENCE_NANOS) {
        Thread.sleep(20);
      }
      return report((System.nanoTime() - begun) / 1e9, wanted) ? 0 : 1;
    } finally {
      webhook.stop(0);
    }
  }

  private SinkGroup sink(Topic topic, HttpServer webhook) {
    URI address = URI.create("http://localhost:%d/".formatted(webhook.getAddress().getPort()));
    WebhookSettings settings =
        new WebhookSettings(
            "burst", address, List.of(), "", "application/json", null, WebhookSettings.TIMEOUT);
    return new SinkGroup(
        topic.cluster.clients(),
        settings.id(),
        settings.open(Json.mapper()::valueToTree, Secrets.NONE),
        List.of(Route.everything(settings.id())),
        settings.parallel(),
        Clock.systemUTC());
  }

  private void listen(HttpServer webhook, long up) {
    webhook.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          boolean isUp = System.nanoTime() >= up;
          take(body, isUp);
          exchange.sendResponseHeaders(isUp ? 204 : 503, -1);
          exchange.close();
        });
    webhook.start();
  }

  private synchronized void take(byte[] body, boolean isUp) throws IOException {
    if (!isUp) {
      refused++;
      return;
    }
    Alert alert = Json.mapper().treeToValue(Json.mapper().readTree(body).path("data"), Alert.class);
    int n = Integer.parseInt(alert.id().substring("alert-".length()));
    if (told.add(n)) {
      toldByEntry.computeIfAbsent(alert.entry(), any -> new ArrayList<>()).add(n);
    } else {
      again++;
    }
  }

  private synchronized int count() {
    return told.size();
  }

  private synchronized boolean report(double seconds, Map<String, List<Integer>> wanted) {
    say(
        "%,d of %,d alerts told in %.1f s (%.0f a second), %d told again, %d refused before",
        told.size(), alerts, seconds, told.size() / seconds, again, refused);
    boolean inOrder = toldByEntry.equals(wanted);
    say("those of each entry in their order: %s", inOrder ? "yes" : "no");
    return inOrder && again == 0;
  }

  private void say(String form, Object... values) {
    spec.commandLine().getOut().printf(form + "%n", values);
    spec.commandLine().getOut().flush();
  }
}

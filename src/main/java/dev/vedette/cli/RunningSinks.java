package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.document.Secrets;
import dev.vedette.route.Route;
import dev.vedette.sink.AlertSink;
import dev.vedette.sink.SinkSettings;
import dev.vedette.stream.Json;
import dev.vedette.stream.KafkaClients;
import dev.vedette.stream.SinkGroup;
import dev.vedette.stream.SinkState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sinks that are told of alerts, as the configuration in force has them. Where one is stopped
 * and started, it goes on where it was: what it told stands with its group's offsets.
 */
final class RunningSinks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningSinks.class);

  private final KafkaClients clients;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private volatile List<SinkGroup> groups = List.of();
  private boolean closed;

  private record Running(SinkSettings settings, List<Route> routes, SinkGroup group) {}

  RunningSinks(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * Stops the sinks that a configuration has no more or otherwise, and starts those that are new in
   * it or other; the rest is not disturbed. If one of them cannot be opened, all stays as it was.
   *
   * @return what was done, a sentence for each sink that was touched
   * @throws IllegalStateException if a sink cannot be opened
   */
  synchronized List<String> follow(Config config) {
    List<String> done = new ArrayList<>();
    if (closed) {
      return done;
    }
    List<Running> changed = openChanged(config);
    List<String> wanted = config.sinks().stream().map(SinkSettings::id).toList();
    for (String id : List.copyOf(running.keySet())) {
      if (!wanted.contains(id)) {
        stop(id);
        done.add("sink " + id + " removed");
      }
    }
    for (Running sink : changed) {
      String id = sink.settings().id();
      boolean known = running.containsKey(id);
      stop(id); // first, as only one at a time may have its alerts
      sink.group().start();
      running.put(id, sink);
      publish();
      done.add("sink " + id + (known ? " changed" : " added"));
    }
    return done;
  }

  /** Those that are new or other, none of them started yet. */
  private List<Running> openChanged(Config config) {
    List<Running> opened = new ArrayList<>();
    for (SinkSettings sink : config.sinks()) {
      Running now = running.get(sink.id());
      List<Route> routes = config.routesTo(sink);
      if (now != null && now.settings().equals(sink) && now.routes().equals(routes)) {
        continue;
      }
      try {
        opened.add(open(sink, routes, config.secrets()));
      } catch (RuntimeException e) {
        opened.forEach(RunningSinks::close);
        throw new IllegalStateException("sink " + sink.id() + " cannot be opened: " + e, e);
      }
    }
    return opened;
  }

  private Running open(SinkSettings settings, List<Route> routes, Secrets secrets) {
    AlertSink sink = settings.open(Json.mapper()::valueToTree, secrets);
    SinkGroup group =
        new SinkGroup(clients, settings.id(), sink, routes, settings.parallel(), Clock.systemUTC());
    return new Running(settings, routes, group);
  }

  private void stop(String id) {
    Running gone = running.remove(id);
    publish();
    if (gone != null) {
      close(gone);
    }
  }

  private static void close(Running gone) {
    try {
      gone.group().close();
    } catch (RuntimeException e) { // the others must stop too
      LOG.warn("sink not closed in order sink={}", gone.settings().id(), e);
    }
  }

  private void publish() {
    groups = running.values().stream().map(Running::group).toList();
  }

  /** How each is doing. */
  List<SinkState> states() {
    return groups.stream().map(SinkGroup::state).toList();
  }

  /** Stops them all. */
  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(running.keySet()).forEach(this::stop);
  }
}

package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.config.Config;
import dev.vedette.config.FileWatch;
import dev.vedette.config.LiveWatchlists;
import dev.vedette.config.WatchlistReader;
import dev.vedette.poll.Poller;
import dev.vedette.sink.AlertSink;
import dev.vedette.sink.AlertText;
import dev.vedette.sink.ConsoleSink;
import dev.vedette.sink.Notification;
import dev.vedette.sink.SinkSettings;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.Json;
import dev.vedette.stream.Pipeline;
import dev.vedette.stream.PollGroup;
import dev.vedette.stream.SinkGroup;
import dev.vedette.stream.StreamException;
import dev.vedette.watchlist.Watchlists;
import dev.vedette.web.WebServer;
import dev.vedette.web.WebSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs, started in order and stopped in the reverse order. */
final class Service implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /** Changes of entries that are told one by one when the watchlists are reloaded. */
  private static final int MOST_CHANGES = 20;

  private static final Duration RELOAD_AGAIN = Duration.ofSeconds(5);

  private final Config config;
  private final String filesSeen;
  private final LiveWatchlists watchlists;
  private final PrintStream out;
  private final PrintWriter err;
  private volatile Consumer<Watchlists> ensureTopics = lists -> {};
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final String configAtStart;
  private volatile boolean closed;
  private volatile Optional<String> reloadProblem = Optional.empty();
  private final AtomicReference<@Nullable String> fatal = new AtomicReference<>();

  /**
   * A service that is not started yet; its watchlists are read.
   *
   * @param out for alerts
   * @param err for what a person should know besides
   * @throws dev.vedette.config.ConfigException if the watchlists cannot be used
   */
  Service(Config config, PrintStream out, PrintWriter err) {
    this.config = config;
    this.filesSeen = FileWatch.look(config.watchlistDirectory());
    this.watchlists = new LiveWatchlists(this::readWatchlists);
    this.out = out;
    this.err = err;
    this.configAtStart = configText();
  }

  /**
   * Starts all parts.
   *
   * @throws StreamException if one cannot start, or {@link #close} came first
   */
  void start() {
    Cluster cluster = own(Cluster.host(config.kafka(), config.dataDirectory(), this::die));
    cluster.ensureTopics(watchlists.get());
    ensureTopics = cluster::ensureTopics;
    showAlerts(cluster);
    List<SinkGroup> sinks = startSinks(cluster);
    Pipeline pipeline = startPipeline(cluster);
    PollGroup polls = startPolls(cluster);
    own(FileWatch.start(config.watchlistDirectory(), filesSeen, this::reload));
    Hangup.handle(this::hangup);
    if (config.web().enabled()) {
      openPage(cluster, pipeline, polls, sinks);
    }
  }

  private void showAlerts(Cluster cluster) {
    err.printf(
        "Vedette %s, broker %s%s%n",
        Version.number(),
        cluster.clients().bootstrapServers(),
        config.kafka().embedded() ? ", data in " + config.dataDirectory() : "");
    if (!config.console().enabled()) {
      return;
    }
    AlertSink console =
        new ConsoleSink(out, new AlertText(Terminal.colour(), ZoneId.systemDefault()));
    ConsoleFeed feed = own(new ConsoleFeed(cluster.clients(), console));
    List<Alert> last = feed.last(config.console().last());
    if (!last.isEmpty()) {
      err.printf("The last %d alerts:%n%n", last.size());
      last.forEach(alert -> console.deliver(Notification.of(alert)));
      err.printf("From here on as they arrive:%n%n");
    }
    feed.start();
  }

  /** Before there can be new alerts, as a new sink begins with those that come from then on. */
  private List<SinkGroup> startSinks(Cluster cluster) {
    List<SinkGroup> groups = new ArrayList<>();
    for (SinkSettings sink : config.sinks()) {
      SinkGroup group =
          own(
              new SinkGroup(
                  cluster.clients(),
                  sink.id(),
                  sink.open(Json.mapper()::valueToTree, config.secrets()),
                  config.routesTo(sink),
                  sink.parallel(),
                  Clock.systemUTC()));
      group.start();
      groups.add(group);
    }
    return groups;
  }

  private Pipeline startPipeline(Cluster cluster) {
    Pipeline pipeline =
        own(
            new Pipeline(
                cluster.clients(),
                watchlists,
                config.alerts(),
                cluster.streamsDirectory(),
                this::die));
    pipeline.start();
    return pipeline;
  }

  private PollGroup startPolls(Cluster cluster) {
    Poller poller = own(new Poller(config.poll(), config.demoDirectory(), config.secrets()));
    PollGroup polls =
        own(
            new PollGroup(
                cluster.clients(),
                poller,
                config.sources(),
                config.poll().connections(),
                Clock.systemUTC(),
                this::die));
    polls.start();
    long on = config.sources().stream().filter(source -> source.settings().enabled()).count();
    long off = config.sources().size() - on;
    err.printf(
        "Polling %d sources%s, watching for %d entries%n%n",
        on,
        off == 0 ? "" : " (" + off + " more are off)",
        watchlists.get().lists().stream().mapToInt(list -> list.entries().size()).sum());
    return polls;
  }

  private void openPage(
      Cluster cluster, Pipeline pipeline, PollGroup polls, List<SinkGroup> sinks) {
    ServiceDesk desk = own(new ServiceDesk(config, cluster, watchlists, polls));
    desk.start();
    ServiceStatus status =
        new ServiceStatus(
            config,
            watchlists,
            pipeline,
            polls,
            sinks,
            cluster.clients(),
            () -> reloadProblem,
            desk::problems);
    String problem =
        PageDoor.open(config.web(), where -> serve(where, status, desk)).problem();
    if (!problem.isEmpty()) {
      LOG.error("{}", problem);
    }
  }

  private WebServer serve(WebSettings web, ServiceStatus status, ServiceDesk desk)
      throws IOException {
    WebServer server = own(WebServer.start(web, status, desk, desk.live(), Json.mapper()));
    err.printf("The page: %s/%n%n", server.address());
    if (web.tokenFile() != null) {
      err.printf("It asks for the token in %s%n%n", web.tokenFile());
    }
    return server;
  }

  /** A version's topics exist before it is in force. */
  private Watchlists readWatchlists() {
    Watchlists read = WatchlistReader.read(config.watchlistDirectory(), config.sourceIds());
    ensureTopics.accept(read);
    return read;
  }

  private void hangup() {
    if (!configText().equals(configAtStart)) {
      LOG.warn("{} has changed; it is read at the next start", config.file());
    }
    reload();
  }

  private String configText() {
    try {
      return Files.readString(config.file());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Reads the watchlists again; while their topics cannot be made, tries again. */
  private void reload() {
    while (!closed) {
      try {
        Watchlists before = watchlists.get();
        logReload(watchlists.reload(), before);
        reloadProblem = Optional.empty();
        return;
      } catch (StreamException | KafkaException e) {
        LOG.error("watchlists not reloaded yet, the last good ones stay: {}", e.getMessage());
        reloadProblem = Optional.of("watchlists not reloaded yet: " + e.getMessage());
        Utils.sleep(RELOAD_AGAIN.toMillis());
      }
    }
  }

  private void logReload(LiveWatchlists.Reload reload, Watchlists before) {
    switch (reload) {
      case CHANGED -> {
        List<String> changes = ListChanges.of(before, watchlists.get());
        int last = changes.size() - 1;
        LOG.info("watchlists reloaded version={} {}", watchlists.version(), changes.get(last));
        changes.stream().limit(Math.min(last, MOST_CHANGES)).forEach(LOG::info);
      }
      case UNCHANGED -> LOG.info("watchlists unchanged version={}", watchlists.version());
      case REFUSED ->
          watchlists
              .problems()
              .forEach(
                  problem -> LOG.error("watchlists refused, the last good ones stay: {}", problem));
    }
  }

  private <T extends AutoCloseable> T own(T part) {
    synchronized (running) {
      if (!closed) {
        running.push(part);
        return part;
      }
    }
    closeQuietly(part);
    throw new StreamException("stopped while starting", null);
  }

  private void die(String why) {
    if (fatal.compareAndSet(null, why)) {
      LOG.error("ending why={}", why);
      end.countDown();
    }
  }

  /** Why it ended by itself, in a sentence; null if it did not. */
  @Nullable String fatal() {
    return fatal.get();
  }

  /** Waits until the service must end by itself; Ctrl-C ends the process instead. */
  int awaitEnd() throws InterruptedException {
    end.await();
    return Main.FAILED;
  }

  /** Stops all parts, the last started first; whoever comes second waits for the first. */
  @Override
  public void close() {
    synchronized (running) {
      if (!closed && !running.isEmpty()) {
        err.println("Stopping");
      }
      closed = true;
    }
    synchronized (this) {
      AutoCloseable part = next();
      while (part != null) {
        closeQuietly(part);
        part = next();
      }
    }
  }

  private @Nullable AutoCloseable next() {
    synchronized (running) {
      return running.poll();
    }
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) { // the others must stop too
      LOG.warn("not closed in order part={}", part.getClass().getSimpleName(), e);
    }
  }
}

package dev.vedette.cli;

import dev.vedette.alert.Alert;
import dev.vedette.config.Config;
import dev.vedette.poll.HubClient;
import dev.vedette.poll.Poller;
import dev.vedette.sink.AlertSink;
import dev.vedette.sink.AlertText;
import dev.vedette.sink.ConsoleSink;
import dev.vedette.sink.Notification;
import dev.vedette.stream.Cluster;
import dev.vedette.stream.HangingTransactions;
import dev.vedette.stream.Json;
import dev.vedette.stream.Pipeline;
import dev.vedette.stream.PollGroup;
import dev.vedette.stream.StreamException;
import dev.vedette.web.WebServer;
import dev.vedette.web.WebSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs, started in order and stopped in the reverse order. */
final class Service implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Config config;
  private final String fileSeen;
  private final Supplier<Config> reader;
  private final WatchlistReload watchlists;
  private final PrintStream out;
  private final PrintWriter err;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean closed;
  private final AtomicReference<@Nullable String> fatal = new AtomicReference<>();

  /**
   * A service that is not started yet; its watchlists are read.
   *
   * @param fileSeen the configuration's file as {@link ConfigReload#look} found it before it was
   *     read
   * @param reader reads the configuration anew
   * @param out for alerts
   * @param err for what a person should know besides
   * @throws dev.vedette.config.ConfigException if the watchlists cannot be used
   */
  Service(
      Config config, String fileSeen, Supplier<Config> reader, PrintStream out, PrintWriter err) {
    this.config = config;
    this.fileSeen = fileSeen;
    this.reader = reader;
    this.watchlists = new WatchlistReload(config, () -> closed);
    this.out = out;
    this.err = err;
  }

  /**
   * Starts all parts.
   *
   * @throws StreamException if one cannot start, or {@link #close} came first
   */
  void start() {
    Cluster cluster = own(Cluster.host(config.kafka(), config.dataDirectory(), this::die));
    watchlists.keepTopics(cluster);
    own(new HangingTransactions(cluster.clients(), Clock.systemUTC())).start();
    showAlerts(cluster);
    RunningSinks sinks = own(new RunningSinks(cluster.clients()));
    sinks.follow(
        config); // before there can be new alerts: a new sink begins with those from then on
    Pipeline pipeline = startPipeline(cluster);
    Poller poller = own(new Poller(config.poll(), config.demoDirectory(), config.secrets()));
    PollGroup polls = startPolls(cluster, poller);
    RunningConfig inForce =
        new RunningConfig(
            config,
            watchlists,
            sinks::follow,
            now -> {
              poller.follow(now.poll(), now.secrets());
              polls.follow(now.sources());
            });
    ConfigReload configuration = new ConfigReload(config.file(), fileSeen, reader, inForce::follow);
    own(watchlists.follow(configuration::reloadIfOthersForbadeIt));
    own(configuration.follow());
    Hangup.handle(
        () -> {
          configuration.reload();
          watchlists.reload();
          configuration.reloadIfOthersForbadeIt();
        });
    if (config.web().enabled()) {
      openPage(cluster, pipeline, polls, sinks, inForce, configuration);
    }
    HubClient hubs = poller.hubs();
    if (hubs != null) {
      polls.askHubs(hubs); // not before the door is open, as they ask back at once
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

  private Pipeline startPipeline(Cluster cluster) {
    Pipeline pipeline =
        own(
            new Pipeline(
                cluster.clients(),
                watchlists.lists(),
                config.alerts(),
                cluster.streamsDirectory(),
                this::die));
    pipeline.start();
    return pipeline;
  }

  private PollGroup startPolls(Cluster cluster, Poller poller) {
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
        watchlists.lists().get().lists().stream().mapToInt(list -> list.entries().size()).sum());
    return polls;
  }

  private void openPage(
      Cluster cluster,
      Pipeline pipeline,
      PollGroup polls,
      RunningSinks sinks,
      RunningConfig inForce,
      ConfigReload configuration) {
    ServiceDesk desk = own(new ServiceDesk(inForce, cluster, watchlists.lists(), polls));
    desk.start();
    ServiceStatus status =
        new ServiceStatus(
            inForce,
            watchlists.lists(),
            pipeline,
            polls,
            sinks,
            cluster.clients(),
            () ->
                Stream.of(
                        watchlists.problem().stream(),
                        configuration.problems().stream(),
                        desk.problems().stream())
                    .flatMap(Function.identity())
                    .toList());
    ServiceMetrics metrics =
        new ServiceMetrics(
            status,
            watchlists.lists(),
            configuration::problems,
            desk::problems,
            pipeline,
            polls,
            sinks,
            Clock.systemUTC());
    String problem =
        PageDoor.open(config.web(), where -> serve(where, status, metrics, desk)).problem();
    if (!problem.isEmpty()) {
      LOG.error("{}", problem);
    }
  }

  private WebServer serve(
      WebSettings web, ServiceStatus status, ServiceMetrics metrics, ServiceDesk desk)
      throws IOException {
    WebServer server = own(WebServer.start(web, status, metrics, desk, desk.live(), Json.mapper()));
    err.printf("The page: %s/%n%n", server.address());
    if (web.tokenFile() != null) {
      err.printf("It asks for the token in %s%n%n", web.tokenFile());
    }
    return server;
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

package dev.vedette.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.prometheus.metrics.model.registry.MultiCollector;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page, its API, feeds and health, served over HTTP. */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int MOST_THREADS = 16;
  private static final int LEAST_THREADS = 4;
  private static final long IDLE_MILLIS = 60_000;

  /** The id of the last event names a place in each partition, of which there may be a thousand. */
  private static final int HEADER_BYTES = 64 << 10;

  private static final long STOP_MILLIS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to serve.
   *
   * @param metrics figures for Prometheus
   * @param mapper writes what leaves
   * @throws BindException if the port is taken
   * @throws IOException if the host is not this machine's, or the token cannot be had
   */
  public static WebServer start(
      WebSettings settings,
      Supplier<Status> status,
      MultiCollector metrics,
      Desk desk,
      Live live,
      JsonMapper mapper)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("web");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = connector(server, settings);
    server.addConnector(connector);
    Gate gate =
        new Gate(
            settings.tokenFile() == null ? null : Token.of(settings.tokenFile()),
            settings.host(),
            desk.hubs().isPresent());
    List<Route> routes = new ArrayList<>(routes(status, metrics, desk, gate, mapper));
    routes.addAll(HubDoor.routes(desk.hubs().orElse(null)));
    gate.setHandler(new Handler.Sequence(live.handler(), new Router(routes, mapper)));
    server.setHandler(gate);
    WebServer started = new WebServer(server, connector);
    started.begin();
    return started;
  }

  private static ServerConnector connector(Server server, WebSettings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    if (settings.behindProxy()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  /**
   * All that is served to people and their programs, but for the live stream, which is no single
   * answer.
   */
  static List<Route> routes(
      Supplier<Status> status, MultiCollector metrics, Desk desk, Gate gate, JsonMapper mapper) {
    Clock clock = Clock.systemUTC();
    Function<Object, Answer> json = value -> json(value, mapper);
    List<Route> routes = new ArrayList<>(new Assets().routes());
    routes.addAll(new Health(status, metrics, mapper, gate::lets).routes());
    routes.addAll(new AlertsApi(desk, json).routes());
    routes.addAll(new ArticlesApi(desk, json).routes());
    routes.addAll(new CountsApi(desk, clock, json).routes());
    routes.addAll(new EntriesApi(desk, clock, json).routes());
    routes.addAll(new WatchlistsApi(desk, clock, json).routes());
    routes.addAll(new SourcesApi(desk, clock, json).routes());
    routes.addAll(new TryApi(desk, json).routes());
    routes.addAll(new Feeds(desk).routes());
    routes.addAll(new FeedbackApi(desk, clock, json).routes());
    return routes;
  }

  private static Answer json(Object value, JsonMapper mapper) {
    try {
      return Answer.json(200, mapper.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that Jackson cannot write", e);
    }
  }

  private void begin() throws IOException {
    try {
      server.start();
    } catch (Exception e) { // whatever a component of the server throws
      close();
      Throwable cause = e;
      while (cause != null && !(cause instanceof BindException)) {
        cause = cause.getCause();
      }
      if (cause instanceof BindException taken) {
        throw taken;
      }
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public String address() {
    String host = connector.getHost();
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + connector.getLocalPort();
  }

  /** Stops; whoever listens is cut off. */
  @Override
  public void close() {
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.stop();
    } catch (Exception e) { // whatever a component of the server throws
      LOG.warn("web server not stopped in order", e);
    }
  }
}

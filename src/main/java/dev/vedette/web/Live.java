package dev.vedette.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vedette.history.AlertHistory;
import dev.vedette.history.Filed;
import dev.vedette.history.Positions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/events}: alerts as they change, as server-sent events.
 *
 * <p>An event {@code alerts} has all that changed at once, as a list of {@link AlertRow}; its id is
 * how far the topics are read, so that any instance can go on from the {@code Last-Event-ID} of any
 * other. An event {@code reset} says that too much was missed to be told: look anew. No thread is
 * bound to a listener, and one that does not keep up is let go, to come back with its last id.
 */
public final class Live implements AutoCloseable {

  /** Where it is served. */
  static final String PATH = "/api/events";

  private static final int MOST_MISSED = 500;
  private static final int MOST_LISTENERS = 1_000;
  private static final long HEARTBEAT_SECONDS = 15;
  private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(UTF_8);

  private final AlertHistory history;
  private final JsonMapper mapper;

  private final ScheduledFuture<?> beats;

  /** Not as far as the history is read, but as far as it is shown. */
  private Positions told;

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "web-heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  /** A stream of what becomes of the alerts of a history. */
  public Live(AlertHistory history, JsonMapper mapper) {
    this.history = history;
    this.mapper = mapper;
    this.told = history.positions();
    this.beats =
        heart.scheduleAtFixedRate(
            () -> listeners.forEach(listener -> listener.send(HEARTBEAT)),
            HEARTBEAT_SECONDS,
            HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  /** Tells all listeners what has changed; the history shows it already. */
  public synchronized void changed(Positions positions, List<Filed> alerts) {
    told = positions;
    if (!alerts.isEmpty() && !listeners.isEmpty()) {
      byte[] event = event(positions, alerts);
      listeners.forEach(listener -> listener.send(event));
    }
  }

  /** Answers whoever wants to listen; all else is left to others. */
  Handler handler() {
    return new Handler.Abstract.NonBlocking() {
      @Override
      public boolean handle(Request request, Response response, Callback callback) {
        boolean asked =
            Request.getPathInContext(request).equals(PATH) && request.getMethod().equals("GET");
        if (asked) {
          answer(request, response, callback);
        }
        return asked;
      }
    };
  }

  private void answer(Request request, Response response, Callback callback) {
    if (listeners.size() >= MOST_LISTENERS) {
      Router.send(request, response, callback, Answer.problem(503, "too many listeners"));
      return;
    }
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no");
    welcome(
        new Listener(response, callback, listeners::remove),
        request.getHeaders().get("Last-Event-ID"));
  }

  /** What was missed comes before anything new, so nothing new is told meanwhile. */
  private synchronized void welcome(Listener listener, @Nullable String last) {
    Optional<Positions> known = last == null ? Optional.empty() : Positions.parse(last);
    Positions now = told;
    listeners.add(listener); // first, as it leaves when it cannot be sent to
    if (known.isEmpty()) {
      listener.send(hello(last == null ? "hello" : "reset", now));
    } else {
      Optional<List<Filed>> missed = history.since(known.get(), MOST_MISSED);
      listener.send(missed.map(alerts -> event(now, alerts)).orElseGet(() -> hello("reset", now)));
    }
  }

  private static byte[] hello(String name, Positions positions) {
    return "event: %s\nid: %s\ndata: {}\n\n".formatted(name, positions).getBytes(UTF_8);
  }

  private byte[] event(Positions positions, List<Filed> alerts) {
    try {
      String rows = mapper.writeValueAsString(alerts.stream().map(AlertRow::of).toList());
      return "event: alerts\nid: %s\ndata: %s\n\n".formatted(positions, rows).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows that Jackson cannot write", e);
    }
  }

  /** How many listen. */
  int listeners() {
    return listeners.size();
  }

  /** Lets all listeners go. */
  @Override
  public void close() {
    beats.cancel(false);
    heart.shutdown();
    listeners.forEach(Listener::end);
  }
}

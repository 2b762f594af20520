package dev.vedette.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Health over HTTP, read-only.
 *
 * <table>
 *   <caption>Paths</caption>
 *   <tr><td>{@code /livez}</td><td>200 while the process answers</td></tr>
 *   <tr><td>{@code /readyz}</td><td>200 when ready, else 503 with the reasons</td></tr>
 *   <tr><td>{@code /status}</td><td>JSON: watchlists, sources, pipeline</td></tr>
 * </table>
 */
public final class StatusServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<Status> status;
  private final JsonMapper mapper;

  private StatusServer(HttpServer server, Supplier<Status> status, JsonMapper mapper) {
    this.server = server;
    this.status = status;
    this.mapper = mapper;
    this.threads =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "web");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to serve.
   *
   * @param mapper writes the details
   * @throws IOException if the port is taken or the host is not this machine's
   */
  public static StatusServer start(WebSettings settings, Supplier<Status> status, JsonMapper mapper)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 16);
    StatusServer server = new StatusServer(http, status, mapper);
    http.createContext("/", exchange -> server.answer(exchange));
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  /** Where it listens. */
  public String address() {
    InetSocketAddress bound = server.getAddress();
    return "http://" + bound.getHostString() + ":" + bound.getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")
          && !exchange.getRequestMethod().equals("HEAD")) {
        send(exchange, 405, "text/plain", "GET only\n");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> send(exchange, 200, "text/plain", "Vedette: /livez /readyz /status\n");
        case "/livez" -> send(exchange, 200, "text/plain", "alive\n");
        case "/readyz" -> ready(exchange);
        case "/status" -> send(exchange, 200, "application/json", json());
        default -> send(exchange, 404, "text/plain", "not here: /livez /readyz /status\n");
      }
    }
  }

  private void ready(HttpExchange exchange) throws IOException {
    Status now = status.get();
    String reasons = String.join("\n", now.problems());
    String body = (now.ready() ? "ready\n" : "not ready\n") + reasons + "\n";
    send(exchange, now.ready() ? 200 : 503, "text/plain", body.stripTrailing() + "\n");
  }

  private String json() throws IOException {
    Status now = status.get();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ready", now.ready());
    answer.put("problems", now.problems());
    answer.put("details", now.details());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n";
  }

  private static void send(HttpExchange exchange, int code, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().add("Cache-Control", "no-store");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(code, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

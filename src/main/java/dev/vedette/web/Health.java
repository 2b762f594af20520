package dev.vedette.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;

/**
 * Health, for those who watch the service.
 *
 * <table>
 *   <caption>Paths</caption>
 *   <tr><td>{@code /livez}</td><td>200 while the process answers</td></tr>
 *   <tr><td>{@code /readyz}</td><td>200 when ready, else 503; the reasons for whoever may read</td></tr>
 *   <tr><td>{@code /status}</td><td>JSON: watchlists, sources, pipeline</td></tr>
 *   <tr><td>{@code /metrics}</td><td>figures for Prometheus, in its text format</td></tr>
 * </table>
 */
final class Health {

  private static final PrometheusTextFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

  private final Supplier<Status> status;
  private final MultiCollector metrics;
  private final JsonMapper mapper;
  private final Predicate<Request> reader;

  /** Tells whoever {@code reader} lets in more than whether it is well. */
  Health(
      Supplier<Status> status,
      MultiCollector metrics,
      JsonMapper mapper,
      Predicate<Request> reader) {
    this.status = status;
    this.metrics = metrics;
    this.mapper = mapper;
    this.reader = reader;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/livez", call -> Answer.text(200, "alive\n")),
        new Route("GET", "/readyz", this::ready),
        new Route("GET", "/status", call -> Answer.json(200, json())),
        new Route("GET", "/metrics", call -> metrics()));
  }

  private Answer metrics() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PROMETHEUS.write(text, metrics.collect());
    } catch (IOException e) {
      throw new UncheckedIOException("memory that cannot be written to", e);
    }
    return new Answer(
        200, PROMETHEUS.getContentType(), Answer.NOT_STORED, text.toString(StandardCharsets.UTF_8));
  }

  private Answer ready(Call call) {
    Status now = status.get();
    String reasons = reader.test(call.request()) ? String.join("\n", now.problems()) : "";
    String body = (now.ready() ? "ready\n" : "not ready\n") + reasons + "\n";
    return Answer.text(now.ready() ? 200 : 503, body.stripTrailing() + "\n");
  }

  private String json() {
    Status now = status.get();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ready", now.ready());
    answer.put("problems", now.problems());
    answer.put("details", now.details());
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a status that Jackson cannot write", e);
    }
  }
}

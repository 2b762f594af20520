package dev.vedette.web;

import dev.vedette.article.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page's own files, out of the jar. */
final class Assets {

  private static final String DIRECTORY = "page/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "yaml", "application/yaml; charset=utf-8");

  private static final List<String> FILES =
      List.of(
          "index.html",
          "page.css",
          "icon.svg",
          "main.js",
          "dom.js",
          "api.js",
          "live.js",
          "filters.js",
          "alerts.js",
          "alert.js",
          "text.js",
          "silence.js",
          "copy.js",
          "chart.js",
          "counts.js",
          "diff.js",
          "sources.js",
          "watchlists.js",
          "try.js",
          "openapi.yaml");

  private final Map<String, Answer> files = new LinkedHashMap<>();

  Assets() {
    FILES.forEach(name -> files.put("/" + name, file(name)));
    files.put("/", file("index.html"));
    files.put("/api/openapi.yaml", file("openapi.yaml"));
  }

  List<Route> routes() {
    return files.keySet().stream()
        .map(path -> new Route("GET", path, call -> answer(call, path)))
        .toList();
  }

  private Answer answer(Call call, String path) {
    Answer file = files.getOrDefault(path, Answer.text(404, ""));
    String tag = file.headers().getOrDefault("ETag", "");
    boolean known = call.header("If-None-Match").filter(tag::equals).isPresent();
    return known ? new Answer(304, file.type(), file.headers(), "") : file;
  }

  private static Answer file(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(DIRECTORY + name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + DIRECTORY + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      String tag = '"' + Fingerprint.of(text) + '"';
      return new Answer(200, type, Map.of("ETag", tag, "Cache-Control", "no-cache"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

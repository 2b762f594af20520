package dev.vedette.poll;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web site on loopback: documents by path and query, 404 for all others. */
final class Site implements AutoCloseable {

  private static final String PAGE =
      """
      <html lang="en"><head><title>%1$s</title></head><body><article><h1>%1$s</h1>
      <p>The harbour stays closed, its master said on Tuesday, because of the drills outside; %1$s.</p>
      <p>Nobody knows for how long that will be, and the fishermen have begun to complain about it.</p>
      </article></body></html>
      """;

  private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
  private final RawServer server = new RawServer(this::answer);

  private void answer(String request, java.io.OutputStream out) throws IOException {
    byte[] document = documents.get(request.split(" ", 3)[1]);
    String head =
        document == null
            ? "HTTP/1.1 404 Not Found"
            : "HTTP/1.1 200 OK\nContent-Type: " + type(document);
    RawServer.of(head, document == null ? new byte[0] : document).write(request, out);
  }

  private static String type(byte[] document) {
    String start = new String(document, 0, Math.min(5, document.length), StandardCharsets.UTF_8);
    return start.startsWith("<?xml") ? "application/xml" : "text/html";
  }

  Site put(String path, String document) {
    return put(path, document.getBytes(StandardCharsets.UTF_8));
  }

  Site put(String path, byte[] document) {
    documents.put(path, document);
    return this;
  }

  /** Pages of articles, each with its path for a title. */
  Site articles(String... paths) {
    for (String path : paths) {
      put(path, article(path));
    }
    return this;
  }

  static String article(String title) {
    return PAGE.formatted(title);
  }

  URI uri(String path) {
    return server.uri(path);
  }

  /** The paths asked for since the last call. */
  List<String> asked() {
    List<String> paths =
        server.requests().stream().skip(counted).map(head -> head.split(" ", 3)[1]).toList();
    counted += paths.size();
    return paths;
  }

  private int counted;

  /** The heads of all requests so far. */
  List<String> requests() {
    return server.requests();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

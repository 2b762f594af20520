package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.document.Decoding;
import dev.vedette.feed.FeedSniffer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The articles of a WARC file, packed or not: those of each page and feed that was answered with
 * success. What else a crawler keeps (pictures, scripts, robots.txt) is passed over, and so is a
 * document that is larger than the limit or cannot be unpacked.
 *
 * @see <a href="https://iipc.github.io/warc-specifications/">ISO 28500</a>
 */
public final class WarcFile implements AutoCloseable {

  private static final int OK = 200;

  private final Documents documents = new Documents();
  private final FileChannel channel;
  private final WarcReader reader;
  private final long maxBytes;

  /**
   * Opens a file.
   *
   * @param from where to go on: 0 for the beginning, or the {@link #position} of an earlier reading
   * @param maxBytes of one document, unpacked
   */
  public WarcFile(Path file, long from, long maxBytes) throws IOException {
    this.maxBytes = maxBytes;
    this.channel = FileChannel.open(file);
    try {
      channel.position(Math.max(0, from - 1));
      this.reader = new WarcReader(channel);
      if (from > 0) {
        reader.next(); // the last one that was read
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether a file is named like one. */
  public static boolean isNamedLikeOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  /**
   * The articles of the next document that has any; null at the end.
   *
   * @throws IOException if the file is damaged here: what comes after cannot be found
   */
  public @Nullable List<Article> next(String source, Instant fetchedAt, String defaultLanguage)
      throws IOException {
    while (true) {
      Optional<WarcRecord> record = reader.next();
      if (record.isEmpty()) {
        return null;
      }
      List<Article> articles = articles(record.get(), source, fetchedAt, defaultLanguage);
      if (!articles.isEmpty()) {
        return articles;
      }
    }
  }

  /**
   * After the first byte of the record that was read last: never 0, so that it is told from none.
   */
  public long position() {
    return reader.position() + 1;
  }

  private List<Article> articles(
      WarcRecord record, String source, Instant fetchedAt, String defaultLanguage) {
    try {
      Fetched.Fresh document = document(record);
      return document == null
          ? List.of()
          : documents.read(source, document, fetchedAt, defaultLanguage);
    } catch (IOException | IllegalArgumentException e) { // this document's, not the file's
      return List.of();
    }
  }

  private Fetched.@Nullable Fresh document(WarcRecord record) throws IOException {
    if (record instanceof WarcResponse response && isHttp(response)) {
      HttpResponse http = response.http();
      String type = http.headers().first("Content-Type").orElse(null);
      return http.status() == OK ? document(response, http.bodyDecoded(), type) : null;
    }
    return record instanceof WarcResource resource
        ? document(resource, resource.body(), null)
        : null;
  }

  private Fetched.@Nullable Fresh document(
      WarcTargetRecord record, MessageBody body, @Nullable String contentType) throws IOException {
    try (InputStream in = body.stream()) {
      byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE));
      String text = bytes.length > maxBytes ? "" : Decoding.decode(bytes, contentType);
      boolean wanted =
          FeedSniffer.isMarkup(text) && (FeedSniffer.isHtml(text) || FeedSniffer.isFeed(text));
      URI uri = record.targetURI();
      return wanted
          ? new Fetched.Fresh(new Fetched.Body(bytes), contentType, null, null, uri)
          : null;
    }
  }

  private static boolean isHttp(WarcResponse response) {
    return response.target().regionMatches(true, 0, "http", 0, 4);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

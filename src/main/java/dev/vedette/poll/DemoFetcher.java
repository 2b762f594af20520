package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import dev.vedette.document.SafeHtml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code demo:} addresses: files of one directory, read as if they came from the web. In them,
 * {@code {{ago 3h}}} stands for the date three hours before the poll as RSS writes it, {@code
 * {{ago-iso 3h}}} as Atom does, and {@code {{serial}}} for the number of the poll.
 *
 * <p>{@code demo:live/*} is another file of that folder at every poll, in name order and round
 * again. The serial number travels as the ETag, so that it goes on where it was after a restart.
 */
final class DemoFetcher implements Fetcher {

  private static final Pattern PLACE =
      Pattern.compile("\\{\\{(ago|ago-iso|serial)(?: (\\d{1,6})([smhd]))?}}");

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Path directory;

  /**
   * @param directory the only place that is read
   */
  DemoFetcher(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  @Override
  public CompletableFuture<Fetched> fetch(Request request) {
    return CompletableFuture.completedFuture(read(request));
  }

  private Fetched read(Request request) {
    String name = request.uri().getSchemeSpecificPart();
    try {
      return name.endsWith("/*") ? live(name, request) : file(name, request);
    } catch (IOException e) {
      return failed(shown(name) + " cannot be read: " + SafeHtml.line(e.toString()));
    }
  }

  private Fetched file(String name, Request request) throws IOException {
    Path file = inside(name);
    if (file == null || !Files.isRegularFile(file)) {
      return failed(shown(name) + " does not exist");
    }
    String text = Files.readString(file);
    String etag = '"' + Fingerprint.of(text) + '"';
    return etag.equals(request.etag())
        ? new Fetched.NotModified(Fetched.Notice.NONE)
        : fresh(text, etag, 1, file, request);
  }

  private Fetched live(String name, Request request) throws IOException {
    Path folder = inside(name.substring(0, name.length() - 2));
    if (folder == null || !Files.isDirectory(folder)) {
      return failed(shown(name) + " does not exist");
    }
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      return failed(shown(name) + " is empty");
    }
    long serial = serial(request.etag()) + 1;
    Path file = files.get((int) ((serial - 1) % files.size()));
    return fresh(Files.readString(file), "\"" + serial + '"', serial, file, request);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> Files.isRegularFile(file) && !FolderPoll.isPassedOver(file))
          .sorted()
          .toList();
    }
  }

  private static Fetched fresh(String text, String etag, long serial, Path file, Request request) {
    byte[] bytes = filled(text, serial, request.now()).getBytes(StandardCharsets.UTF_8);
    return new Fetched.Fresh(
        new Fetched.Body(bytes), mediaType(file) + "; charset=utf-8", etag, null, request.uri());
  }

  /** The text with everything in double braces replaced. */
  static String filled(String text, long serial, Instant now) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place, serial, now)));
  }

  private static String value(MatchResult place, long serial, Instant now) {
    if (place.group(1).equals("serial")) {
      return String.valueOf(serial);
    }
    Instant then = now.minus(ago(place.group(2), place.group(3))).truncatedTo(ChronoUnit.SECONDS);
    return place.group(1).equals("ago") ? RFC_822.format(then) : then.toString();
  }

  private static Duration ago(@Nullable String number, @Nullable String unit) {
    if (number == null || unit == null) {
      return Duration.ZERO;
    }
    long n = Long.parseLong(number);
    return switch (unit) {
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private static long serial(@Nullable String etag) {
    String digits = etag == null ? "" : etag.replace("\"", "");
    return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : 0;
  }

  /** Null where the name leads out of the directory, or nowhere. */
  private @Nullable Path inside(String name) {
    try {
      Path file = directory.resolve(name).normalize();
      return file.startsWith(directory) ? file : null;
    } catch (java.nio.file.InvalidPathException impossible) {
      return null;
    }
  }

  private static String mediaType(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".html")) {
      return "text/html";
    }
    return name.endsWith(".json") ? "application/feed+json" : "application/xml";
  }

  private static String shown(String name) {
    return "demo/" + name;
  }

  private static Fetched.Failed failed(String why) {
    return new Fetched.Failed(why, null);
  }
}

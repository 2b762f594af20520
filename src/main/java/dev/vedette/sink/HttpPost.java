package dev.vedette.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vedette.document.RetryAfter;
import dev.vedette.document.SafeHtml;
import dev.vedette.document.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an address that the operator chose, be it private or not: one deadline for the whole
 * exchange, no redirects, no cookies, and nothing said of what is secret in it.
 */
final class HttpPost implements AutoCloseable {

  /** As much of an answer as is looked at, in bytes. */
  private static final int MOST_ANSWER = 8 << 10;

  /** As much of an answer as is shown, in UTF-16 units. */
  private static final int MOST_SHOWN = 200;

  /** A receiver may close what is idle; then a request in that moment fails without need. */
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Duration timeout;
  private final Secrets own;
  private final Secrets others;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sink-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * What is posted.
   *
   * @param headers besides the content type
   */
  record Letter(URI to, String contentType, Map<String, String> headers, String body) {}

  /**
   * @param own what no message may show
   * @param others what no message may show either
   */
  HttpPost(Duration timeout, Collection<String> own, Secrets others) {
    this.timeout = timeout;
    this.own =
        Secrets.of(
            own.stream() // the token without the word before it, too
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)))
                .toList());
    this.others = others;
    this.client = client(Timeout.of(timeout));
  }

  private static CloseableHttpClient client(Timeout timeout) {
    return HttpClients.custom()
        .setUserAgent("Vedette")
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setTimeToLive(TimeValue.ofMinutes(5)) // an address may move
                        .setIdleTimeout(Timeout.of(LONGEST_IDLE.toDuration()))
                        .build())
                .setMaxConnPerRoute(16)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  Delivery send(Letter letter) {
    HttpUriRequestBase request = request(letter);
    AtomicBoolean late = new AtomicBoolean();
    Future<?> alarm =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.abort();
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return delivery(letter.to(), client.executeOpen(HttpHost.create(letter.to()), request, null));
    } catch (IOException e) {
      return new Delivery.Postponed(null, late.get() ? lateness(letter.to()) : why(e, letter.to()));
    } finally {
      alarm.cancel(false);
      request.abort(); // ends the connection, unless the answer was read to its end
    }
  }

  private static HttpUriRequestBase request(Letter letter) {
    HttpUriRequestBase request = new HttpUriRequestBase("POST", letter.to());
    letter.headers().forEach(request::setHeader);
    request.setHeader("Accept-Encoding", "identity");
    request.setEntity(
        new StringEntity(
            letter.body(),
            ContentType.parse(letter.contentType()).withCharset(StandardCharsets.UTF_8)));
    return request;
  }

  /** The status decides, whatever becomes of the rest of the answer. */
  private Delivery delivery(URI to, ClassicHttpResponse response) {
    int status = response.getCode();
    String body = body(response);
    if (status >= 200 && status < 300) {
      return new Delivery.Delivered();
    }
    String why = "HTTP " + status + " from " + shown(to) + excerpt(body, to);
    return switch (status) {
      case 410 -> new Delivery.Gone(why);
      case 400, 413, 415, 422 -> new Delivery.Rejected(why); // it is about what was sent
      default -> new Delivery.Postponed(pause(response, body), why);
    };
  }

  /** As much as is looked at, or as came before it broke off. */
  private static String body(ClassicHttpResponse response) {
    if (response.getEntity() == null) {
      return "";
    }
    byte[] body = new byte[MOST_ANSWER];
    int length = 0;
    try {
      InputStream in = response.getEntity().getContent(); // to close it would be to read it all
      for (int read = 0; read >= 0; read = in.read(body, length, MOST_ANSWER - length)) {
        length += read;
        if (length == MOST_ANSWER) {
          break;
        }
      }
    } catch (IOException brokenOff) {
      // what came before is of use
    }
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  /** What the server asks for, in the header or, as chats do, in the body: seconds. */
  private static @Nullable Duration pause(ClassicHttpResponse response, String body) {
    Header header = response.getFirstHeader("Retry-After");
    Duration asked = RetryAfter.parse(header == null ? null : header.getValue(), Instant.now());
    if (asked != null || response.getCode() != 429) {
      return asked;
    }
    try {
      JsonNode answer = JSON.readTree(body);
      double seconds =
          answer
              .path("retry_after")
              .asDouble(answer.path("parameters").path("retry_after").asDouble(-1));
      return seconds < 0 ? null : Duration.ofMillis((long) Math.min(seconds * 1_000, 86_400_000));
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private String excerpt(String body, URI to) {
    String line = hide(SafeHtml.text(body), to);
    String shown = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    return shown.isEmpty() ? "" : ": " + shown;
  }

  private String why(IOException failure, URI to) {
    if (failure instanceof UnknownHostException) {
      return "no such host: " + shown(to);
    }
    if (failure instanceof SSLException) {
      return "no secure connection to "
          + shown(to)
          + ": "
          + hide(SafeHtml.line(String.valueOf(failure.getMessage())), to);
    }
    return "no connection to " + shown(to);
  }

  private String lateness(URI to) {
    return "no answer within %d s from %s".formatted(timeout.toSeconds(), shown(to));
  }

  /** The host alone: in many of these addresses, the path is the key. */
  private static String shown(URI to) {
    return to.getPort() < 0 ? to.getHost() : to.getHost() + ":" + to.getPort();
  }

  private String hide(String text, URI to) {
    String path = to.getRawPath() == null ? "" : to.getRawPath();
    String query = to.getRawQuery() == null ? "" : to.getRawQuery();
    Secrets ofAddress = Secrets.of(List.of((path + "/" + query).split("[/&=?]", -1)));
    return others.hide(own.hide(ofAddress.hide(text)));
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}

package dev.vedette.poll;

import dev.vedette.document.Links;
import dev.vedette.document.Redact;
import dev.vedette.document.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with manners: conditional requests, one deadline for the whole exchange, limits on every
 * part of the answer, few redirects, no cookies, no retries of its own, no way to machines that are
 * not public, and time between two requests to one host.
 */
final class HttpFetcher implements Fetcher, AutoCloseable {

  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_HEADER_LINE = 16 * 1024;
  private static final int MAX_VALIDATOR = 1_024;

  private final PollSettings settings;
  private final HostSpacing spacing;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fetch-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  HttpFetcher(PollSettings settings) {
    this.settings = settings;
    this.spacing = new HostSpacing(settings.hostSpacing());
    this.client = client(settings);
  }

  private static CloseableHttpClient client(PollSettings settings) {
    Timeout timeout = Timeout.of(settings.timeout());
    Http1Config limits =
        Http1Config.custom()
            .setMaxHeaderCount(MAX_HEADERS)
            .setMaxLineLength(MAX_HEADER_LINE)
            .build();
    return HttpClients.custom()
        .setUserAgent(settings.userAgent())
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AddressGuard(settings.allowPrivate()))
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(4 * settings.workers())
                .setMaxConnPerRoute(settings.workers())
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  @Override
  public Fetched fetch(Request request) {
    if (!isHttp(request.uri())) {
      return failed("not an http or https address: " + shown(request.uri()));
    }
    try {
      spacing.await(request.uri().getHost());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("interrupted before " + shown(request.uri()) + " was asked");
    }
    Deadline deadline = new Deadline();
    Future<?> alarm =
        deadlines.schedule(deadline, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return follow(request, deadline);
    } finally {
      alarm.cancel(false);
    }
  }

  private Fetched follow(Request request, Deadline deadline) {
    URI uri = request.uri();
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Answer answer = ask(request, uri, deadline);
      if (answer.fetched() != null) {
        return answer.fetched();
      }
      URI next = Links.uri(Links.resolve(uri, answer.location()));
      if (next == null || !isHttp(next)) {
        return failed(
            "%s redirects to '%s' (expected: an http or https address)"
                .formatted(shown(uri), Redact.url(answer.location())));
      }
      uri = next;
    }
    return failed("more than " + MAX_REDIRECTS + " redirects from " + shown(request.uri()));
  }

  private Answer ask(Request request, URI uri, Deadline deadline) {
    HttpGet get = get(request, uri);
    deadline.watch(get);
    try {
      ClassicHttpResponse response =
          client.executeOpen(HttpHost.create(withoutLogin(uri)), get, null);
      try {
        return answer(response, uri, request.now(), deadline);
      } finally {
        discard(get, response);
      }
    } catch (IOException e) {
      return new Answer(failed(deadline.why(e, uri)), "");
    }
  }

  private static HttpGet get(Request request, URI uri) {
    String login = uri.getUserInfo();
    HttpGet get = new HttpGet(URI.create(withoutLogin(uri).toASCIIString()));
    get.setHeader("Accept", request.accept());
    if (uri.getHost().equalsIgnoreCase(request.uri().getHost())) {
      request.headers().forEach(get::setHeader);
    }
    get.setHeader("Accept-Encoding", "gzip, deflate");
    if (request.etag() != null) {
      get.setHeader("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      get.setHeader("If-Modified-Since", request.lastModified());
    }
    if (login != null) {
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      get.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return get;
  }

  /** A login in the address is sent as a header, to the host that it was written for only. */
  private static URI withoutLogin(URI uri) {
    String login = uri.getRawUserInfo();
    return login == null ? uri : URI.create(uri.toString().replaceFirst("//[^/@]*@", "//"));
  }

  /** Closing alone would read to the end first; what was read to the end is not affected. */
  private static void discard(HttpGet get, ClassicHttpResponse response) {
    get.abort();
    Closer.closeQuietly(response);
  }

  private Answer answer(ClassicHttpResponse response, URI uri, Instant now, Deadline deadline)
      throws IOException {
    int status = response.getCode();
    String location = header(response, "Location");
    if (status >= 300 && status < 400 && status != 304 && location != null) {
      return new Answer(null, location);
    }
    if (status >= 200 && status < 300) {
      return new Answer(fresh(response, uri, deadline), "");
    }
    String why = "HTTP " + status + " from " + shown(uri);
    return new Answer(
        switch (status) {
          case 304 -> new Fetched.NotModified();
          case 410 -> new Fetched.Gone(why);
          default ->
              new Fetched.Failed(
                  why, RetryAfter.parse(header(response, "Retry-After"), now), isPassing(status));
        },
        "");
  }

  /** What a server says of itself, or of too much haste; not what it says of the address. */
  private static boolean isPassing(int status) {
    return status < 400 || status >= 500 || status == 408 || status == 425 || status == 429;
  }

  private Fetched fresh(ClassicHttpResponse response, URI uri, Deadline deadline)
      throws IOException {
    if (response.getEntity() == null) {
      return new Fetched.Fresh(new Fetched.Body(new byte[0]), null, null, null, uri);
    }
    String encoding = header(response, "Content-Encoding");
    BoundedBody body =
        BoundedBody.read(response.getEntity().getContent(), encoding, settings.maxBytes());
    if (deadline.hasPassed()) {
      return failed(deadline.why(new IOException("too late"), uri));
    }
    return switch (body.end()) {
      case TOO_LARGE -> failed("more than " + size(settings.maxBytes()) + " from " + shown(uri));
      case UNREADABLE ->
          failed("the answer from %s is no valid '%s'".formatted(shown(uri), encoding));
      case WHOLE ->
          fresh(
              body,
              response,
              uri,
              validator(response, "ETag"),
              validator(response, "Last-Modified"));
      case CUT_SHORT ->
          body.bytes().length == 0
              ? failed("the answer from " + shown(uri) + " ended before it began")
              : fresh(body, response, uri, null, null);
    };
  }

  private static Fetched fresh(
      BoundedBody body,
      ClassicHttpResponse response,
      URI uri,
      @Nullable String etag,
      @Nullable String lastModified) {
    String type = header(response, "Content-Type");
    return new Fetched.Fresh(new Fetched.Body(body.bytes()), type, etag, lastModified, uri);
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static @Nullable String validator(ClassicHttpResponse response, String name) {
    String value = header(response, name);
    return value == null || value.length() > MAX_VALIDATOR ? null : value;
  }

  private static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
  }

  private static String shown(URI uri) {
    return Redact.url(uri.toString());
  }

  private static String size(long bytes) {
    return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : bytes + " bytes";
  }

  private static Fetched.Failed failed(String why) {
    return new Fetched.Failed(why, null);
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /** One step on the way: an end of it, or where to go next. */
  private record Answer(@Nullable Fetched fetched, String location) {}

  /** Ends an exchange that takes too long, wherever it is: a socket timeout forgives dripping. */
  private final class Deadline implements Runnable {

    private final AtomicBoolean passed = new AtomicBoolean();
    private volatile @Nullable HttpGet running;

    void watch(HttpGet get) {
      running = get;
      if (passed.get()) {
        get.abort();
      }
    }

    @Override
    public void run() {
      passed.set(true);
      HttpGet get = running;
      if (get != null) {
        get.abort();
      }
    }

    boolean hasPassed() {
      return passed.get();
    }

    String why(IOException failure, URI uri) {
      return passed.get()
          ? "no answer within " + spoken(settings.timeout()) + " from " + shown(uri)
          : NetworkFailure.inWords(failure, shown(uri), spoken(settings.timeout()));
    }

    private static String spoken(Duration duration) {
      return duration.toMillis() % 1000 == 0
          ? duration.toSeconds() + " s"
          : duration.toMillis() + " ms";
    }
  }
}

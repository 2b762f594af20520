package dev.vedette.poll;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.function.Callback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Single exchanges over HTTP/1.1: no redirects, no cookies, no retries, limits on every part of the
 * answer, and no way to machines that its guard forbids. An exchange that is under way has no
 * thread of its own; only the question where a host is needs one for as long as name servers take.
 */
final class Wire implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final int MAX_HEADERS = 200;
  private static final int MAX_HEADER_LINE = 16 * 1024;
  private static final int NAME_THREADS = 16;
  private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(10);

  private final long maxBytes;
  private final AddressGuard guard;
  private final BodyBudget budget;
  private final Alarms alarms;
  private final CloseableHttpAsyncClient client;
  private volatile boolean closed;
  private final ThreadPoolExecutor names =
      new ThreadPoolExecutor(
          NAME_THREADS,
          NAME_THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Alarms.daemons("fetch-names"));

  /**
   * @param guard says to which addresses there is a way
   */
  Wire(PollSettings settings, AddressGuard guard, Alarms alarms, BodyBudget budget) {
    this.budget = budget;
    this.maxBytes = settings.maxBytes();
    this.guard = guard;
    this.alarms = alarms;
    this.client = client(settings, guard, this::logUnlessClosed);
    names.allowCoreThreadTimeOut(true);
    client.start();
  }

  /** From now on these hosts may be asked although they are not public, and no others. */
  void allow(Collection<String> privateHosts) {
    guard.allow(privateHosts);
  }

  private static CloseableHttpAsyncClient client(
      PollSettings settings, AddressGuard guard, Callback<Exception> faults) {
    Timeout timeout = Timeout.of(settings.timeout());
    return HttpAsyncClients.custom()
        .setHttp1Config(
            Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_HEADER_LINE)
                .build())
        .setIOReactorConfig(
            IOReactorConfig.custom().setIoThreadCount(2).setSoTimeout(timeout).build())
        .setIoReactorExceptionCallback(faults)
        .setThreadFactory(Alarms.daemons("fetch"))
        .setUserAgent(settings.agent())
        .setConnectionManager(
            PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setDefaultTlsConfig(
                    TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(timeout)
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .setMaxConnTotal(2 * settings.connections())
                .setMaxConnPerRoute(HostQueue.AT_ONCE)
                .build())
        .setKeepAliveStrategy((response, context) -> KEPT_OPEN)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** Being closed under its hands is a fault to the network thread, in one way or another. */
  private void logUnlessClosed(Exception e) {
    if (!closed) {
      LOG.error("The network thread met a fault", e);
    }
  }

  /**
   * Sends a request and takes the answer; returns at once.
   *
   * @param form what it brings along, URL-encoded; null where it is but a question
   * @param uri http or https, without a login
   * @param nanos how long it may take in all, from the question where the host is to the last byte
   * @param sent run when the connection stands and the request leaves
   * @return fails with an {@link IOException} that says what went wrong
   */
  @SuppressWarnings("FutureReturnValueIgnored") // what hangs on the reply is of no further interest
  CompletableFuture<Reply> exchange(
      HttpRequest request, @Nullable String form, URI uri, long nanos, Runnable sent) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Alarms.Alarm deadline =
        alarms.after(nanos, () -> reply.completeExceptionally(new SocketTimeoutException("late")));
    reply.whenComplete((answer, failure) -> deadline.cancel());
    try {
      names.execute(() -> send(new Departure(request, form, sent), uri, reply));
    } catch (RejectedExecutionException closed) {
      reply.cancel(false);
    }
    return reply;
  }

  /**
   * The host is looked up here, where it may take its time: when the client asks again on a thread
   * that all share, the JVM has the answer at hand.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // likewise
  private void send(Departure departure, URI uri, CompletableFuture<Reply> reply) {
    try {
      guard.resolve(uri.getHost());
      if (reply.isDone()) {
        return;
      }
      BodyBudget.Share share = budget.open();
      reply.whenComplete(
          (answer, failure) -> {
            if (answer == null) {
              share.close();
            }
          });
      Receiver receiver = new Receiver(reply, maxBytes, share);
      Future<Void> running = client.execute(departure, receiver, receiver);
      // an answer that is known before its end, or comes too late, is not read to its end
      reply.whenComplete((answer, failure) -> running.cancel(true));
    } catch (UnknownHostException | RuntimeException e) {
      reply.completeExceptionally(e);
    }
  }

  /** A request that says when it leaves. */
  private static final class Departure extends BasicRequestProducer {
    private final Runnable sent;

    Departure(HttpRequest request, @Nullable String form, Runnable sent) {
      super(
          request,
          form == null
              ? null
              : new BasicAsyncEntityProducer( // its length is known: not all servers take parts
                  form.getBytes(StandardCharsets.US_ASCII),
                  ContentType.APPLICATION_FORM_URLENCODED));
      this.sent = sent;
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context)
        throws HttpException, IOException {
      sent.run();
      super.sendRequest(channel, context);
    }
  }

  @Override
  public void close() {
    closed = true;
    names.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}

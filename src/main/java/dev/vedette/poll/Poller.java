package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import dev.vedette.document.Redact;
import dev.vedette.document.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Polls feeds, pages, sitemaps, folders and archives; the one way into this package for a service.
 */
public final class Poller implements SourcePoller, AutoCloseable {

  /** The most articles of one poll; the rest stays unseen, and the source is due again at once. */
  static final int MAX_ARTICLES = 200;

  /** The most article pages that one poll fetches, since each waits for the host's spacing. */
  static final int MAX_PAGES = 20;

  private final HttpFetcher web;
  private final Fetcher fetcher;
  private final FeedPoll feeds = new FeedPoll();
  private final PagePoll pages = new PagePoll();
  private final SitemapPoll sitemaps;
  private final FolderPoll folders;
  private final ArchivePoll archives;
  private final Schedule schedule;
  private volatile Secrets secrets;
  private final @Nullable HubClient hubs;
  private final ExecutorService readers;

  /**
   * Polls with the manners of the settings; closed by whoever made it.
   *
   * @param demoDirectory what {@code demo:} addresses stand for
   * @param secrets what no poll state may show
   */
  public Poller(PollSettings settings, Path demoDirectory, Secrets secrets) {
    this(settings, demoDirectory, secrets, RandomGenerator.getDefault());
  }

  /**
   * @param random of the jitter
   */
  Poller(PollSettings settings, Path demoDirectory, Secrets secrets, RandomGenerator random) {
    this.secrets = secrets;
    DemoFetcher demo = new DemoFetcher(demoDirectory);
    this.readers = readers(settings.workers());
    this.web = new HttpFetcher(settings, readers);
    this.fetcher =
        request -> ("demo".equals(request.uri().getScheme()) ? demo : web).fetch(request);
    this.sitemaps = new SitemapPoll(settings.maxBytes());
    this.folders = new FolderPoll(settings);
    this.archives = new ArchivePoll(settings.maxBytes());
    this.schedule = new Schedule(random, settings.adaptive(), settings.webSub() != null);
    this.hubs = settings.webSub() == null ? null : new HubClient(settings.webSub(), web);
  }

  /** What they are given when they are closed is dropped: nobody waits for it any more. */
  private static ExecutorService readers(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Alarms.daemons("poll"),
            new ThreadPoolExecutor.DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * From now on other sources are polled, which may be elsewhere and have other secrets. What else
   * is in the settings stays as it was.
   */
  public void follow(PollSettings settings, Secrets secrets) {
    web.allow(settings.allowPrivate());
    this.secrets = secrets;
  }

  @Override
  public Instant due(Source source, PollState state) {
    return at(shown(source.address()), state).due();
  }

  @Override
  public CompletableFuture<Poll> poll(Source source, PollState state, Instant now) {
    PollState current = at(shown(source.address()), state);
    return new PollRun(fetcher, readers, source, current)
        .start(
            () -> first(source, current, now),
            new Conclusion(source, current, now, schedule, secrets)::of);
  }

  /** Asks hubs to tell what is new; null where they could not call. */
  public @Nullable HubClient hubs() {
    return hubs;
  }

  /** An address as others may read it; what is hidden still counts as a part of it. */
  private String shown(String address) {
    String shown = Redact.url(secrets.hide(address));
    return shown.equals(address) ? address : shown + '#' + Fingerprint.of(address);
  }

  private static PollState at(String address, PollState state) {
    return PollState.shortened(address).equals(state.url()) ? state : state.at(address);
  }

  private Step first(Source source, PollState state, Instant now) {
    if (source instanceof Source.Feed feed) {
      return feeds.poll(feed, state, now);
    }
    if (source instanceof Source.Page page) {
      return pages.poll(page, state, now);
    }
    if (source instanceof Source.Sitemap sitemap) {
      return sitemaps.poll(sitemap, state, now);
    }
    return new Step.Done(
        source instanceof Source.Archive archive
            ? archives.poll(archive, state, now)
            : folders.poll((Source.Folder) source, state, now));
  }

  @Override
  public void close() {
    readers.shutdownNow();
    web.close();
    if (hubs != null) {
      hubs.close();
    }
  }
}

package dev.vedette.poll;

import dev.vedette.article.Fingerprint;
import dev.vedette.document.Redact;
import dev.vedette.document.SafeHtml;
import dev.vedette.document.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls feeds, pages, sitemaps and folders; the one way into this package for a service. */
public final class Poller implements SourcePoller, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

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
  private final Schedule schedule;
  private final Secrets secrets;

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
    this.web = new HttpFetcher(settings);
    this.fetcher =
        request -> ("demo".equals(request.uri().getScheme()) ? demo : web).fetch(request);
    this.sitemaps = new SitemapPoll(settings.maxBytes());
    this.folders = new FolderPoll(settings);
    this.schedule = new Schedule(random);
  }

  @Override
  public Poll poll(Source source, PollState state, Instant now) {
    PollState current = at(shown(source.address()), state);
    try {
      return conclude(source, current, now, run(first(source, current, now)));
    } catch (RuntimeException | StackOverflowError e) {
      // whatever a source sends, it must not stop the others; this is a mistake of ours to be found
      LOG.error("Poll broke down: source={}", source.id(), e);
      String why = "cannot be read: " + SafeHtml.line(e.toString());
      return conclude(source, current, now, new Outcome.Failure(why, null));
    }
  }

  /** An address as others may read it; what is hidden still counts as a part of it. */
  private String shown(String address) {
    String shown = Redact.url(secrets.hide(address));
    return shown.equals(address) ? address : shown + '#' + Fingerprint.of(address);
  }

  private static PollState at(String address, PollState state) {
    return PollState.shortened(address).equals(state.url())
        ? state
        : new PollState(
            state.source(),
            address,
            null,
            null,
            state.seen(),
            state.nextDue(),
            state.failures(),
            state.lastError(),
            state.lastPolled(),
            state.lastSuccess(),
            state.articles());
  }

  private Step first(Source source, PollState state, Instant now) {
    if (source instanceof Source.Feed feed) {
      return feeds.poll(feed, state, now);
    }
    if (source instanceof Source.Page page) {
      return pages.poll(page, state, now);
    }
    return source instanceof Source.Sitemap sitemap
        ? sitemaps.poll(sitemap, state, now)
        : new Step.Done(folders.poll((Source.Folder) source, state, now));
  }

  private Outcome run(Step first) {
    Step step = first;
    while (step instanceof Step.Ask ask) {
      step = ask.then().apply(fetcher.fetch(ask.request()));
    }
    return ((Step.Done) step).outcome();
  }

  private Poll conclude(Source source, PollState state, Instant now, Outcome outcome) {
    if (outcome instanceof Outcome.Harvest harvest) {
      return new Poll(harvest.articles(), harvested(source, state, now, harvest));
    } else if (outcome instanceof Outcome.Unchanged) {
      Instant due = schedule.afterSuccess(source, now);
      return none(state, state.etag(), state.lastModified(), due, 0, null, now, now);
    } else if (outcome instanceof Outcome.Gone gone) {
      Instant due = schedule.afterGone(source, now);
      String why = gone.why() + ": it is gone, and asked for once a day only";
      return none(state, null, null, due, state.failures() + 1, why, now, state.lastSuccess());
    }
    Outcome.Failure failure = (Outcome.Failure) outcome;
    int failures = state.failures() + 1;
    Instant due = schedule.afterFailure(source, now, failures, failure.retryAfter());
    return none(
        state,
        state.etag(),
        state.lastModified(),
        due,
        failures,
        failure.why(),
        now,
        state.lastSuccess());
  }

  private PollState harvested(
      Source source, PollState state, Instant now, Outcome.Harvest harvest) {
    Instant due =
        harvest.rest() == null ? schedule.afterSuccess(source, now) : now.plus(harvest.rest());
    return new PollState(
        state.source(),
        state.url(),
        harvest.etag(),
        harvest.lastModified(),
        harvest.seen(),
        due,
        0,
        hidden(harvest.complaint()),
        now,
        now,
        state.articles() + harvest.articles().size());
  }

  private @Nullable String hidden(@Nullable String why) {
    return why == null ? null : secrets.hide(why);
  }

  private Poll none(
      PollState state,
      @Nullable String etag,
      @Nullable String lastModified,
      Instant due,
      int failures,
      @Nullable String why,
      Instant now,
      @Nullable Instant lastSuccess) {
    return new Poll(
        List.of(),
        new PollState(
            state.source(),
            state.url(),
            etag,
            lastModified,
            state.seen(),
            due,
            failures,
            hidden(why),
            now,
            lastSuccess,
            state.articles()));
  }

  @Override
  public void close() {
    web.close();
  }
}

package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.document.Redact;
import dev.vedette.feed.FeedException;
import dev.vedette.feed.FeedReader;
import dev.vedette.feed.ParsedFeed;
import dev.vedette.page.PageReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a feed, and where its items are only beginnings, the pages that they link to. An item whose
 * page cannot be had this time waits for the next polls; after {@value Tries#MAX} of them, and at
 * once where the page is not there, the feed's own text is taken.
 */
final class FeedPoll {

  /** A page that asks for more does not hold the whole feed up for longer. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

  /** A text of fewer UTF-16 units than this is the beginning of an article, not the whole. */
  static final int SHORT = 600;

  private final Fetcher fetcher;
  private final LongSupplier nanos;
  private final FeedReader feeds = new FeedReader();
  private final PageReader pages = new PageReader();
  private final Tries tries = new Tries();

  FeedPoll(Fetcher fetcher) {
    this(fetcher, System::nanoTime);
  }

  FeedPoll(Fetcher fetcher, LongSupplier nanos) {
    this.fetcher = fetcher;
    this.nanos = nanos;
  }

  Outcome poll(Source.Feed source, PollState state, Instant now) {
    Fetched fetched =
        fetcher.fetch(Fetcher.Request.feed(source.url(), state.etag(), state.lastModified(), now));
    if (!(fetched instanceof Fetched.Fresh fresh)) {
      return Outcome.withoutNews(fetched);
    }
    try {
      ParsedFeed feed = feeds.read(fresh.body().bytes(), fresh.contentType(), fresh.uri());
      return harvest(source, state, now, fresh, feed);
    } catch (FeedException e) {
      return new Outcome.Failure(
          e.getMessage() + " (" + Redact.url(fresh.uri().toString()) + ")", null);
    }
  }

  private Outcome harvest(
      Source.Feed source, PollState state, Instant now, Fetched.Fresh fresh, ParsedFeed feed) {
    FeedItems items = new FeedItems(source.id(), feed, source.settings().language());
    Harvesting harvesting = new Harvesting(source, items, new Seen(state), now);
    for (ParsedFeed.Item item : items.oldestFirst()) {
      if (!harvesting.take(item)) {
        break;
      }
    }
    List<String> shown = feed.entries().stream().map(items::key).toList();
    tries.keepOnly(source.id(), shown);
    return harvesting.outcome(fresh, shown);
  }

  /** The page to read instead of the feed's own text; null where that will do. */
  private static @Nullable URI wanted(Source.Feed source, ParsedFeed.Item item, Draft draft) {
    return switch (source.fullText()) {
      case FEED -> null;
      case PAGE -> FeedItems.page(item);
      case AUTO -> draft.body().length() < SHORT ? FeedItems.page(item) : null;
    };
  }

  /** One reading of one feed. */
  private final class Harvesting {

    private final Source.Feed source;
    private final FeedItems items;
    private final Seen seen;
    private final Instant now;
    private final List<Article> articles = new ArrayList<>();
    private final Budget budget = new Budget(nanos);
    private int pagesLeft = Poller.MAX_PAGES;
    private boolean left;
    private boolean waiting;
    private @Nullable Duration pause;
    private @Nullable String complaint;

    Harvesting(Source.Feed source, FeedItems items, Seen seen, Instant now) {
      this.source = source;
      this.items = items;
      this.seen = seen;
      this.now = now;
    }

    /** Whether the next item may be taken too. */
    boolean take(ParsedFeed.Item item) {
      String key = items.key(item);
      if (seen.contains(key)) {
        return true;
      }
      try {
        return take(item, key);
      } catch (RuntimeException | StackOverflowError e) {
        complaint = Breakdown.of(Redact.url(item.link().isEmpty() ? key : item.link()), e);
        if (tries.wasLast(source.id(), key)) {
          seen.add(key);
        } else {
          waiting = true;
        }
        return true;
      }
    }

    private boolean take(ParsedFeed.Item item, String key) {
      Draft own = items.draft(item);
      URI page = wanted(source, item, own);
      if (articles.size() >= Poller.MAX_ARTICLES || (page != null && noMorePages())) {
        left = true;
        return false;
      }
      Draft draft = page == null ? own : followed(item, key, page, own);
      if (draft == null) {
        waiting = true;
        return true;
      }
      if (!draft.isEmpty()) {
        articles.add(draft.from(source.id(), now));
      }
      seen.add(key);
      tries.forget(source.id(), key);
      return true;
    }

    private boolean noMorePages() {
      return pagesLeft == 0 || budget.isSpentBy(articles);
    }

    /** The article of its page, or what the feed says of it; null where it must be tried again. */
    private @Nullable Draft followed(ParsedFeed.Item item, String key, URI page, Draft own) {
      if (pause != null) {
        return null;
      }
      pagesLeft--;
      String why;
      try {
        Fetched fetched = fetcher.fetch(Fetcher.Request.page(page, now));
        if (fetched instanceof Fetched.Fresh fresh && fresh.isPage()) {
          return items.draft(
              item, pages.read(fresh.body().bytes(), fresh.contentType(), fresh.uri()));
        }
        why = FetchedWords.of(fetched);
        if (fetched instanceof Fetched.Failed failed && isToBeTriedAgain(failed, key)) {
          complaint = why;
          return null;
        }
      } catch (RuntimeException | StackOverflowError e) {
        why = Breakdown.of(Redact.url(page.toString()), e);
        complaint = why;
        if (!tries.wasLast(source.id(), key)) {
          return null;
        }
      }
      // the feed's own text is better than none
      LOG.info("Article page not read, the feed's text is used: {}", why);
      return own;
    }

    private boolean isToBeTriedAgain(Fetched.Failed failed, String key) {
      Duration asked = failed.retryAfter();
      if (asked != null && !asked.isZero()) {
        pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
      }
      return failed.passing() && !tries.wasLast(source.id(), key);
    }

    Outcome outcome(Fetched.Fresh fresh, List<String> shown) {
      boolean all = !left && !waiting;
      Duration atOnce = left && !articles.isEmpty() ? Duration.ZERO : null;
      return new Outcome.Harvest(
          articles,
          seen.after(shown),
          all ? fresh.etag() : null,
          all ? fresh.lastModified() : null,
          pause == null ? atOnce : pause,
          complaint);
    }
  }
}

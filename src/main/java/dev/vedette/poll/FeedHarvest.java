package dev.vedette.poll;

import dev.vedette.article.Article;
import dev.vedette.article.Fingerprint;
import dev.vedette.document.Redact;
import dev.vedette.feed.ParsedFeed;
import dev.vedette.feed.Wishes;
import dev.vedette.page.PageReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The new articles of a feed, or of what can be read as one. An item whose page cannot be had this
 * time waits for the next polls; after {@value Tries#MAX} of them, and at once where the page is
 * not there, the feed's own text is taken.
 */
final class FeedHarvest {

  /** A page that asks for more does not hold the whole feed up for longer. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** The most pages that one poll reads again because their items were edited. */
  private static final int MAX_REREADINGS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(FeedHarvest.class);

  /** A text of fewer UTF-16 units than this is the beginning of an article, not the whole. */
  static final int SHORT = 600;

  private final LongSupplier nanos;
  private final Tries tries = new Tries();

  FeedHarvest(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Takes what is new.
   *
   * @param fresh the answer that the feed was read from
   */
  Step of(Source source, PollState state, Instant now, Fetched.Fresh fresh, ParsedFeed feed) {
    Source.Identity identity =
        source instanceof Source.Feed own ? own.identity() : Source.Identity.AUTO;
    FeedItems items = new FeedItems(source.id(), feed, source.settings().language(), identity);
    return new Harvesting(source, items, new Seen(state), now, fresh, items.shown(), feed.wishes())
        .next();
  }

  /** The page to read instead of the feed's own text; null where that will do. */
  private static @Nullable URI wanted(Source source, ParsedFeed.Item item, Draft draft) {
    if (!(source instanceof Source.Feed feed)) {
      return null;
    }
    return switch (feed.fullText()) {
      case FEED -> null;
      case PAGE -> FeedItems.page(item);
      case AUTO -> draft.body().length() < SHORT ? FeedItems.page(item) : null;
    };
  }

  /** One reading of one feed. */
  private final class Harvesting {

    private final Source source;
    private final FeedItems items;
    private final Iterator<ParsedFeed.Item> rest;
    private final Seen seen;
    private final Instant now;
    private final @Nullable String etag;
    private final @Nullable String lastModified;
    private final List<String> shown;
    private final Wishes wishes;
    private final List<Article> articles = new ArrayList<>();
    private final Budget budget = new Budget(nanos);
    private int pagesLeft = Poller.MAX_PAGES;
    private int rereadings = MAX_REREADINGS;
    private boolean left;
    private boolean waiting;
    private @Nullable Duration pause;
    private @Nullable String complaint;

    /**
     * @param shown the keys of all items
     */
    Harvesting(
        Source source,
        FeedItems items,
        Seen seen,
        Instant now,
        Fetched.Fresh fresh,
        List<String> shown,
        Wishes wishes) {
      this.source = source;
      this.items = items;
      this.rest = items.oldestFirst().iterator();
      this.seen = seen;
      this.now = now;
      this.etag = fresh.etag();
      this.lastModified = fresh.lastModified();
      this.shown = shown;
      this.wishes = wishes;
    }

    /** On to the next page that is wanted, or to the end. */
    Step next() {
      while (!left && rest.hasNext()) {
        ParsedFeed.Item item = rest.next();
        ItemKeys keys = items.keys(item);
        ItemKeys.News news = keys.news(seen);
        if (news == ItemKeys.News.NONE) {
          keys.remember(seen);
        }
        Step asking = news == ItemKeys.News.NONE ? null : take(item, keys, news);
        if (asking != null) {
          return asking;
        }
      }
      tries.keepOnly(source.id(), shown);
      return new Step.Done(outcome());
    }

    /** What must be asked for before the item can be told; null where that is done. */
    private @Nullable Step take(ParsedFeed.Item item, ItemKeys keys, ItemKeys.News news) {
      boolean edited = news == ItemKeys.News.EDITED;
      try {
        Draft own = items.draft(item);
        URI page = wanted(source, item, own);
        if (edited && page == null && keys.saysTheSame(seen)) {
          keys.remember(seen);
        } else if (articles.size() >= Poller.MAX_ARTICLES || (page != null && noMorePages())) {
          left = true;
        } else if (page == null) {
          add(keys, own, edited);
        } else if (pause != null) {
          waiting |= !edited;
        } else if (edited && rereadings-- <= 0) {
          waiting = true;
        } else {
          pagesLeft--;
          return new Step.Ask(
              Fetcher.Request.page(page, now).of(source),
              fetched -> followed(item, keys, edited, own, fetched));
        }
      } catch (RuntimeException | StackOverflowError e) {
        complaint = Breakdown.of(Redact.url(item.link().isEmpty() ? item.title() : item.link()), e);
        if (tries.wasLast(source.id(), keys.first())) {
          keys.remember(seen);
        } else {
          waiting = true;
        }
      }
      return null;
    }

    private boolean noMorePages() {
      return pagesLeft == 0 || budget.isSpentBy(articles);
    }

    /** Tells it, unless just this was told already. */
    private void add(ItemKeys keys, Draft draft, boolean edited) {
      Article article = draft.isEmpty() ? null : draft.from(source.id(), now);
      String told =
          article == null ? "" : Seen.hash(Fingerprint.of(article.id(), article.revision()));
      boolean again = seen.contains(told);
      if (article != null && !again) {
        articles.add(article);
        seen.add(told);
        shown.add(told);
      }
      if (edited && !again) {
        keys.rememberEdit(seen);
      } else {
        keys.remember(seen);
      }
      tries.forget(source.id(), keys.first());
    }

    private Step followed(
        ParsedFeed.Item item, ItemKeys keys, boolean edited, Draft own, Fetched fetched) {
      Draft draft = readable(item, keys.first(), own, fetched);
      if (draft == null) {
        waiting |= !edited;
      } else if (edited && draft.equals(own) && keys.saysTheSame(seen)) {
        keys.remember(seen); // its page is not there, and the feed says nothing new
      } else {
        add(keys, draft, edited);
      }
      return next();
    }

    /** The article of its page, or what the feed says of it; null where it must be tried again. */
    private @Nullable Draft readable(ParsedFeed.Item item, String key, Draft own, Fetched fetched) {
      String why;
      try {
        if (fetched instanceof Fetched.Fresh fresh && fresh.isPage()) {
          String html = fresh.text(source.settings().charset());
          String text = source instanceof Source.Feed feed ? feed.text() : "";
          return items.draft(item, PageReader.read(html, fresh.uri(), text));
        }
        why = FetchedWords.of(fetched);
        if (isToBeTriedAgain(fetched, key)) {
          complaint = why;
          return null;
        }
      } catch (RuntimeException | StackOverflowError e) {
        why = Breakdown.of(Redact.url(item.link()), e);
        complaint = why;
        if (!tries.wasLast(source.id(), key)) {
          return null;
        }
      }
      // the feed's own text is better than none
      LOG.info("Article page not read, the feed's text is used: {}", why);
      return own;
    }

    private boolean isToBeTriedAgain(Fetched fetched, String key) {
      if (fetched instanceof Fetched.Postponed postponed) {
        pauseFor(postponed.left());
        return true;
      }
      if (!(fetched instanceof Fetched.Failed failed)) {
        return false;
      }
      if (failed.retryAfter() != null && !failed.retryAfter().isZero()) {
        pauseFor(failed.retryAfter());
      }
      return failed.passing() && !tries.wasLast(source.id(), key);
    }

    private void pauseFor(Duration asked) {
      pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private Outcome outcome() {
      boolean all = !left && !waiting;
      Duration atOnce = left && !articles.isEmpty() ? Duration.ZERO : null;
      return new Outcome.Harvest(
          articles,
          seen.after(shown),
          all ? etag : null,
          all ? lastModified : null,
          pause == null ? atOnce : pause,
          all,
          complaint,
          wishes,
          List.of());
    }
  }
}

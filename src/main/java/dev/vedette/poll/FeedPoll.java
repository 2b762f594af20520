package dev.vedette.poll;

import dev.vedette.document.Redact;
import dev.vedette.feed.FeedException;
import dev.vedette.feed.FeedReader;
import dev.vedette.feed.ParsedFeed;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Polls a feed, and where its items are only beginnings, the pages that they link to. */
final class FeedPoll {

  private final FeedReader feeds = new FeedReader();
  private final FeedHarvest harvest;

  FeedPoll() {
    this(System::nanoTime);
  }

  FeedPoll(LongSupplier nanos) {
    this.harvest = new FeedHarvest(nanos);
  }

  Step poll(Source.Feed source, PollState state, Instant now) {
    return new Step.Ask(
        Fetcher.Request.feed(source.url(), state.etag(), state.lastModified(), now).of(source),
        fetched -> answered(source, state, now, fetched));
  }

  private Step answered(Source.Feed source, PollState state, Instant now, Fetched fetched) {
    if (!(fetched instanceof Fetched.Fresh fresh)) {
      return new Step.Done(Outcome.withoutNews(fetched));
    }
    try {
      ParsedFeed feed = feeds.read(fresh.text(source.settings().charset()), fresh.uri());
      return harvest.of(source, state, now, fresh, feed);
    } catch (FeedException e) {
      return Step.failed(e.getMessage() + " (" + Redact.url(fresh.uri().toString()) + ")");
    }
  }
}

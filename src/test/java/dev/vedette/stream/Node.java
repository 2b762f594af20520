package dev.vedette.stream;

import dev.vedette.article.Article;
import dev.vedette.poll.Poll;
import dev.vedette.poll.PollState;
import dev.vedette.poll.Source;
import dev.vedette.poll.SourcePoller;
import dev.vedette.watchlist.Watchlists;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One instance of the service as far as Kafka is concerned, with sources that count. */
final class Node implements AutoCloseable {

  final Map<String, Integer> pollsBySource = new ConcurrentHashMap<>();
  private final Pipeline pipeline;
  private final PollGroup polls;

  Node(
      KafkaClients clients,
      Supplier<Watchlists> lists,
      Path state,
      List<Source> sources,
      int each) {
    pipeline = new Pipeline(clients, lists, AlertSettings.DEFAULTS, state, why -> {});
    polls = new PollGroup(clients, counting(each), sources, 4, Clock.systemUTC(), why -> {});
    pipeline.start();
    polls.start();
  }

  /** These are the sources from now on. */
  void follow(List<Source> sources) {
    polls.follow(sources);
  }

  /** A source at a host of its own, polled as often as it gets. */
  static Source source(String id) {
    return new Source.Feed(
        new Source.Settings(id, id, Duration.ofSeconds(1), "en", true),
        URI.create("https://" + id + ".example/feed"),
        Source.FullText.FEED);
  }

  /** Each poll gives three more articles, numbered from 0, until there are {@code each}. */
  private SourcePoller counting(int each) {
    return (source, state, now) -> {
      pollsBySource.merge(source.id(), 1, Integer::sum);
      List<Article> found = new ArrayList<>();
      for (long n = state.articles(); n < Math.min(each, state.articles() + 3); n++) {
        found.add(
            dev.vedette.Samples.article(
                source.id() + "-" + n,
                "Number " + n + " of " + source.id(),
                "Sergei Shoigu was seen for the " + n + "th time at " + source.id() + ".",
                now));
      }
      return CompletableFuture.completedFuture(new Poll(found, next(state, found.size(), now)));
    };
  }

  private static PollState next(PollState state, int found, Instant now) {
    return new PollState(
        state.source(),
        state.url(),
        null,
        null,
        List.of(),
        now.plusMillis(50),
        0,
        null,
        now,
        now,
        state.articles() + found);
  }

  @Override
  public void close() {
    polls.close();
    pipeline.close();
  }
}

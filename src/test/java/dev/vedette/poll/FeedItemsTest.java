package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.feed.FeedReader;
import dev.vedette.feed.ParsedFeed;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FeedItemsTest {

  @Test
  void aFeedOfMoreItemsThanCanBeRememberedEndsWhereMemoryDoes() throws Exception {
    StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>All</title>");
    for (int item = 0; item < 12_000; item++) {
      rss.append(
              "<item><title>No. %d</title><guid isPermaLink='false'>g%d</guid>"
                  .formatted(item, item))
          .append("<link>https://x.example/%d</link></item>".formatted(item));
    }
    ParsedFeed feed =
        new FeedReader().read(rss + "</channel></rss>", URI.create("https://x.example/feed"));

    FeedItems items = new FeedItems("wire", feed, "");

    assertThat(items.oldestFirst()).hasSize(7_500);
    assertThat(items.oldestFirst().get(7_499).title()).isEqualTo("No. 0");
  }
}

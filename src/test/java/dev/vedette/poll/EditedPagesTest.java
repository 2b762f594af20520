package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.article.Article;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What becomes of articles that are edited after they were read, and whose list does not say so.
 */
class EditedPagesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String SITE = "https://x.example/";
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Source.Page LIST =
      new Source.Page(
          new Source.Settings("wire", "Wire", EVERY, "en", true),
          URI.create(SITE + "list"),
          "a",
          "");

  private final Map<String, Fetched> web = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final PagePoll lists = new PagePoll(() -> 0L);
  private PollState state = PollState.fresh(LIST, SITE + "list");
  private Instant now = NOW;

  private static Fetched.Fresh fresh(String path, @Nullable String etag, String text) {
    return new Fetched.Fresh(
        new Fetched.Body(text.getBytes(StandardCharsets.UTF_8)),
        "text/html",
        etag,
        null,
        URI.create(SITE + path));
  }

  private static Fetched.Fresh page(String path, @Nullable String etag, String fact) {
    return fresh(
        path,
        etag,
        """
        <html><head><title>The harbour of %s</title></head><body><nav><a href="/">at %s</a></nav>
        <article><h1>The harbour of %s</h1>
        <p>The harbour stays closed, its master said on Tuesday, because of the drills outside.</p>
        <p>%s, and the fishermen of the town have begun to complain about what it costs them.</p>
        </article></body></html>
        """
            .formatted(path, etag, path, fact));
  }

  private void listOf(String... paths) {
    StringBuilder links = new StringBuilder();
    for (String path : paths) {
      links.append("<a href='/").append(path).append("'>x</a>");
    }
    web.put("/list", fresh("list", "\"list\"", links.toString()));
  }

  /** Polls now; what it tells. */
  private List<Article> poll() {
    Step step = lists.poll(LIST, state, now);
    while (step instanceof Step.Ask ask) {
      String path = ask.request().uri().getPath();
      asked.add(path + (ask.request().etag() == null ? "" : " unless " + ask.request().etag()));
      step = ask.then().apply(web.getOrDefault(path, new Fetched.Failed("HTTP 503", null)));
    }
    Outcome outcome = ((Step.Done) step).outcome();
    if (outcome instanceof Outcome.Harvest harvest) {
      state = state.harvested(now, now, state.habits(), harvest, harvest.complaint());
      return harvest.articles();
    }
    state = state.same(now, now, state.habits());
    return List.of();
  }

  private List<Article> pollAfter(Duration time) {
    now = now.plus(time);
    asked.clear();
    return poll();
  }

  /** When a page was asked for, in minutes, if all is polled in its rhythm. */
  private List<Long> times(String path, Duration until) {
    List<Long> times = new ArrayList<>();
    while (now.isBefore(NOW.plus(until))) {
      pollAfter(EVERY);
      if (asked.stream().anyMatch(request -> request.startsWith(path))) {
        times.add(Duration.between(NOW, now).toMinutes());
      }
    }
    return times;
  }

  @Test
  void areToldAgainAsAnotherRevisionOfTheSame() {
    listOf("a");
    web.put("/a", page("a", "\"1\"", "Nobody was hurt"));
    List<Article> first = poll();
    web.put("/a", page("a", "\"2\"", "Two men were hurt"));

    assertThat(pollAfter(Duration.ofMinutes(20))).isEmpty();
    assertThat(asked).containsExactly("/list unless \"list\"");
    List<Article> second = pollAfter(Duration.ofMinutes(10));

    assertThat(asked).containsExactly("/list unless \"list\"", "/a unless \"1\"");
    assertThat(second).hasSize(1);
    assertThat(second.get(0).id()).isEqualTo(first.get(0).id());
    assertThat(second.get(0).revision()).isNotEqualTo(first.get(0).revision());
    assertThat(second.get(0).body()).contains("Two men were hurt");
    assertThat(pollAfter(Duration.ofMinutes(30))).isEmpty();
    assertThat(asked).containsExactly("/list unless \"list\"", "/a unless \"2\"");
  }

  @Test
  void areLookedForWhereTheListItselfIsAsItWas() {
    listOf("a");
    web.put("/a", page("a", null, "Nobody was hurt"));
    poll();
    web.put("/list", new Fetched.NotModified(Fetched.Notice.NONE));
    web.put("/a", page("a", null, "Two men were hurt"));

    assertThat(pollAfter(Duration.ofMinutes(30))).hasSize(1);
    assertThat(state.etag()).isEqualTo("\"list\"");
    listOf("a");
    assertThat(pollAfter(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void areLookedForEverMoreSeldomAndNotForEver() {
    listOf("a");
    web.put("/a", page("a", "\"1\"", "Nobody was hurt"));
    poll();
    web.put("/a", new Fetched.NotModified(Fetched.Notice.NONE));

    assertThat(times("/a", Duration.ofDays(7)))
        .containsExactly(30L, 90L, 210L, 450L, 930L, 1890L, 3810L);
  }

  @Test
  void areLookedForSoonAgainOnceTheyWereEdited() {
    listOf("a");
    web.put("/a", page("a", "\"1\"", "Nobody was hurt"));
    poll();
    web.put("/a", new Fetched.NotModified(Fetched.Notice.NONE));
    times("/a", Duration.ofMinutes(200));
    web.put("/a", page("a", "\"2\"", "Two men were hurt"));

    assertThat(times("/a", Duration.ofMinutes(250))).containsExactly(210L, 240L);
  }

  @Test
  void areNoEditsWhereOnlyWhatStandsAroundThemIsAnother() {
    listOf("a");
    web.put("/a", page("a", "\"at noon\"", "Nobody was hurt"));
    poll();
    web.put("/a", page("a", "\"at one\"", "Nobody was hurt"));

    assertThat(pollAfter(Duration.ofMinutes(30))).isEmpty();
    assertThat(asked).contains("/a unless \"at noon\"");
  }

  @Test
  void areLeftWhenTheyChangeEachTime() {
    listOf("a");
    int told = 0;
    for (int n = 0; n < 20; n++) {
      web.put("/a", page("a", null, "Read by " + n));
      told += pollAfter(Duration.ofMinutes(30)).size();
    }

    assertThat(told).as("the article and its editions").isEqualTo(6);
  }

  @Test
  void areNotAskedForAgainWhenTheyAreNotThereAnyMore() {
    listOf("a");
    web.put("/a", page("a", "\"1\"", "Nobody was hurt"));
    poll();
    web.put("/a", new Fetched.Failed("HTTP 404", null, false));

    assertThat(times("/a", Duration.ofDays(2))).containsExactly(30L);
    assertThat(state.lastError()).isNull();
  }

  @Test
  void areFollowedAFewAtATime() {
    String[] paths = new String[30];
    for (int n = 0; n < paths.length; n++) {
      paths[n] = "p" + n;
      web.put("/p" + n, page("p" + n, "\"1\"", "Report " + n));
    }
    listOf(paths);
    List<Article> all = poll();
    while (all.size() < paths.length) {
      List<Article> more = new ArrayList<>(all);
      more.addAll(poll());
      all = more;
    }

    assertThat(state.rechecks()).hasSize(PageEdits.MOST);
    assertThat(state.rechecks().get(0).url()).as("the newest").isEqualTo(SITE + "p0");
    pollAfter(Duration.ofMinutes(30));
    assertThat(asked).hasSize(1 + 5);
  }
}

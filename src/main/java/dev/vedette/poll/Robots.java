package dev.vedette.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.vedette.document.Redact;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What hosts say of robots, kept for a day. A host without a robots.txt allows everything; one
 * whose robots.txt cannot be had just now is not asked for pages until it can.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
final class Robots {

  private static final int MANY = 5_000;
  private static final int MOST_BYTES = 500 * 1024;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration KEPT_FAILURE = Duration.ofMinutes(10);

  /** A host that wants more time between two requests gets this much. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final Function<Fetcher.Request, CompletableFuture<Fetched>> web;
  private final Set<String> names;
  private final Map<String, Entry> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MANY;
        }
      };

  private record Entry(CompletableFuture<Rules> rules, Instant since) {}

  /**
   * Of one host.
   *
   * @param rules null where its robots.txt cannot be had
   * @param why in words, in that case; empty otherwise
   */
  private record Rules(@Nullable BaseRobotRules rules, String why) {}

  /**
   * What is said of one address.
   *
   * @param refusal why it is not to be asked; null where it may be
   * @param delay that the host wants between two requests; null where it was not asked
   */
  record Verdict(@Nullable Fetched refusal, @Nullable Duration delay) {

    /** Of an address for which no robots.txt counts. */
    static final Verdict FREE = new Verdict(null, null);
  }

  /**
   * @param web fetches a robots.txt
   * @param agent who asks; the first word of it, up to a slash, is the name that a rule may have
   */
  Robots(Function<Fetcher.Request, CompletableFuture<Fetched>> web, String agent) {
    this.web = web;
    this.names = Set.of(agent.split("[/ (]", 2)[0].toLowerCase(Locale.ROOT));
  }

  /** What the host says of an address; it is asked once a day. */
  CompletableFuture<Verdict> verdict(URI uri, Instant now) {
    String host = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority();
    CompletableFuture<Rules> asked = null;
    Entry entry;
    synchronized (cache) {
      entry = cache.get(host);
      if (entry == null || isOld(entry, now)) {
        asked = new CompletableFuture<>();
        entry = new Entry(asked, now);
        cache.put(host, entry);
      }
    }
    if (asked != null) {
      ask(URI.create(host + "/robots.txt"), now, asked);
    }
    return entry.rules().thenApply(rules -> of(rules, uri));
  }

  private static boolean isOld(Entry entry, Instant now) {
    Rules known = entry.rules().getNow(null);
    Duration age = Duration.between(entry.since(), now);
    return known != null && age.compareTo(known.rules() == null ? KEPT_FAILURE : KEPT) > 0;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // completes another
  private void ask(URI file, Instant now, CompletableFuture<Rules> asked) {
    web.apply(Fetcher.Request.robots(file, now))
        .thenApply(fetched -> read(fetched, file))
        .whenComplete(
            (rules, mistake) ->
                asked.complete(rules == null ? new Rules(null, String.valueOf(mistake)) : rules));
  }

  private Rules read(Fetched fetched, URI file) {
    if (fetched instanceof Fetched.Fresh fresh) {
      byte[] bytes = fresh.body().bytes();
      byte[] read = bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
      return new Rules(
          new SimpleRobotRulesParser().parseContent(file.toString(), read, "text/plain", names),
          "");
    }
    boolean passing =
        fetched instanceof Fetched.Postponed
            || (fetched instanceof Fetched.Failed failed && failed.passing());
    return passing
        ? new Rules(null, FetchedWords.of(fetched))
        : new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "");
  }

  private static Verdict of(Rules known, URI uri) {
    BaseRobotRules rules = known.rules();
    String shown = Redact.url(uri.toString());
    if (rules == null) {
      String why = "not asked for " + shown + ", as its robots.txt cannot be had: " + known.why();
      return new Verdict(new Fetched.Failed(why, null), null);
    }
    if (!rules.isAllowed(uri.toASCIIString())) {
      String why = "robots.txt of " + uri.getHost() + " does not allow " + shown;
      return new Verdict(new Fetched.Barred(why), null);
    }
    Duration delay = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    return new Verdict(null, delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
  }
}

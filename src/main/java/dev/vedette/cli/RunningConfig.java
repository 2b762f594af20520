package dev.vedette.cli;

import dev.vedette.config.Config;
import dev.vedette.poll.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in force, part of which may change while the service runs: sources, sinks and
 * routes, all of them or none.
 */
final class RunningConfig implements Supplier<Config> {

  /** Sources that are named one by one. */
  private static final int MOST_NAMED = 20;

  private final WatchlistReload watchlists;
  private final Function<Config, List<String>> sinks;
  private final Consumer<Config> polls;
  private volatile Config inForce;

  /**
   * A configuration that is in force.
   *
   * @param watchlists may name its sources
   * @param sinks follows its sinks and routes, and says what that was; throws if it cannot, and has
   *     done nothing then
   * @param polls follows its sources
   */
  RunningConfig(
      Config inForce,
      WatchlistReload watchlists,
      Function<Config, List<String>> sinks,
      Consumer<Config> polls) {
    this.inForce = inForce;
    this.watchlists = watchlists;
    this.sinks = sinks;
    this.polls = polls;
  }

  @Override
  public Config get() {
    return inForce;
  }

  /**
   * Does what a configuration says.
   *
   * @return what was done, in sentences
   * @throws dev.vedette.config.ConfigException if a watchlist names a source that is not in it
   */
  List<String> follow(Config read) {
    Config before = inForce;
    if (!read.sourceIds().containsAll(before.sourceIds())) {
      watchlists.check(read.sourceIds());
    }
    List<String> done = new ArrayList<>(sinks.apply(read));
    Config now = before.following(read);
    inForce = now;
    List<String> changes = changes(before.sources(), now.sources());
    if (changes.isEmpty() && !before.poll().allowPrivate().equals(now.poll().allowPrivate())) {
      changes.add("poll.allow-private changed");
    }
    if (!changes.isEmpty()) {
      polls.accept(now);
    }
    watchlists.follow(now.sourceIds());
    done.addAll(inShort(changes));
    return done;
  }

  private static List<String> changes(List<Source> before, List<Source> after) {
    Map<String, Source> gone = new LinkedHashMap<>();
    before.forEach(source -> gone.put(source.id(), source));
    List<String> changes = new ArrayList<>();
    for (Source source : after) {
      Source was = gone.remove(source.id());
      if (!source.equals(was)) {
        changes.add("source " + source.id() + " " + change(was, source));
      }
    }
    gone.keySet().forEach(id -> changes.add("source " + id + " removed"));
    return changes;
  }

  private static String change(@Nullable Source was, Source is) {
    if (was == null) {
      return "added";
    }
    boolean on = is.settings().enabled();
    return on == was.settings().enabled() ? "changed" : on ? "turned on" : "turned off";
  }

  private static List<String> inShort(List<String> changes) {
    if (changes.size() <= MOST_NAMED) {
      return changes;
    }
    List<String> some = new ArrayList<>(changes.subList(0, MOST_NAMED));
    some.add("%d sources more added, changed or removed".formatted(changes.size() - MOST_NAMED));
    return some;
  }
}

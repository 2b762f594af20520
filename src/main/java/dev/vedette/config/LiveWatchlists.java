package dev.vedette.config;

import dev.vedette.watchlist.Watchlists;
import java.util.List;
import java.util.function.Supplier;

/**
 * The watchlists in force: the last ones that could be read, whatever has become of their files.
 * Safe for use by several threads.
 */
public final class LiveWatchlists implements Supplier<Watchlists> {

  /** What came of reading the files again. */
  public enum Reload {
    /** Other watchlists are in force now. */
    CHANGED,
    /** The files say what they said before. */
    UNCHANGED,
    /** The files cannot be used; what was in force stays so. */
    REFUSED
  }

  /** What belongs together at one moment. */
  private record State(Watchlists watchlists, List<Problem> problems) {}

  private final Supplier<Watchlists> reader;
  private volatile State state;

  /**
   * Reads the watchlists for the first time.
   *
   * @param reader reads them, each time anew; throws {@link ConfigException} if it cannot
   * @throws ConfigException if they cannot be used, as there are no earlier ones to fall back on
   */
  public LiveWatchlists(Supplier<Watchlists> reader) {
    this.reader = reader;
    this.state = new State(reader.get(), List.of());
  }

  /**
   * Reads the files again. If anything is wrong with them, the watchlists in force stay so, and
   * {@link #problems} says what it is. Of several calls at once, one reads and the others wait.
   */
  public synchronized Reload reload() {
    Watchlists before = state.watchlists;
    try {
      Watchlists now = reader.get();
      boolean same = now.version().equals(before.version());
      state = new State(same ? before : now, List.of());
      return same ? Reload.UNCHANGED : Reload.CHANGED;
    } catch (ConfigException e) {
      state = new State(before, e.problems());
      return Reload.REFUSED;
    }
  }

  /** The watchlists in force. */
  @Override
  public Watchlists get() {
    return state.watchlists;
  }

  /** The version in force. */
  public String version() {
    return state.watchlists.version();
  }

  /** Why the files were refused when they were last read; empty if they were not. */
  public List<Problem> problems() {
    return state.problems;
  }
}

package dev.vedette.sink;

/**
 * Alerts on the screen of {@code vedette run}.
 *
 * @param enabled whether at all
 * @param last how many past alerts are shown at the start
 */
public record ConsoleSettings(boolean enabled, int last) {

  /** On, with the last ten. */
  public static final ConsoleSettings DEFAULTS = new ConsoleSettings(true, 10);
}

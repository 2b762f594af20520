package dev.vedette.cli;

import picocli.CommandLine.Help.Ansi;

/** What the standard output and the standard error can show. */
final class Terminal {

  private Terminal() {}

  /** Colours are for people: on a terminal, unless NO_COLOR says otherwise (no-color.org). */
  static boolean colour() {
    return Ansi.AUTO.enabled();
  }

  /** Whether somebody looks at the standard error: the launcher knows, and Java does not. */
  static boolean watched() {
    return Boolean.getBoolean("vedette.stderr.terminal");
  }
}

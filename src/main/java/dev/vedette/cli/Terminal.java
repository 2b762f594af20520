package dev.vedette.cli;

import picocli.CommandLine.Help.Ansi;

/** What the standard output can show. */
final class Terminal {

  private Terminal() {}

  /** Colours are for people: on a terminal, unless NO_COLOR says otherwise (no-color.org). */
  static boolean colour() {
    return Ansi.AUTO.enabled();
  }
}

package dev.vedette.cli;

import dev.vedette.web.WebSettings;
import java.io.IOException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/**
 * The page, where it could be opened. A taken port is no reason not to watch, and neither is any
 * other that keeps it shut.
 *
 * @param page null if there is none
 * @param problem why it is elsewhere, or not at all; empty if it is where it was wanted
 */
record PageDoor<T>(@Nullable T page, String problem) {

  /** Opens the page at an address. */
  interface Opener<T> {
    T open(WebSettings where) throws IOException;
  }

  /** Opens the page where it is wanted; at another port if that one is taken. */
  static <T> PageDoor<T> open(WebSettings wanted, Opener<T> opener) {
    try {
      return new PageDoor<>(opener.open(wanted), "");
    } catch (BindException e) {
      return elsewhere(wanted, opener);
    } catch (IOException e) {
      return shut(wanted, e);
    }
  }

  private static <T> PageDoor<T> elsewhere(WebSettings wanted, Opener<T> opener) {
    try {
      return new PageDoor<>(
          opener.open(wanted.on(0)),
          "web.port: %d is in use by another process, so the page is served elsewhere"
              .formatted(wanted.port()));
    } catch (BindException e) { // no port will do
      return new PageDoor<>(
          null,
          "no page: web.host: '%s' (expected: an address of this machine)"
              .formatted(wanted.host()));
    } catch (IOException e) {
      return shut(wanted, e);
    }
  }

  private static <T> PageDoor<T> shut(WebSettings wanted, IOException why) {
    return new PageDoor<>(null, "no page at %s: %s".formatted(wanted.host(), why));
  }
}

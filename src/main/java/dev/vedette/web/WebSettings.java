package dev.vedette.web;

/**
 * Where health and status are served.
 *
 * @param enabled whether at all
 * @param host address to listen on; loopback by default
 * @param port to listen on; 0 for any free one
 */
public record WebSettings(boolean enabled, String host, int port) {

  /** Port 8080 of loopback. */
  public static final WebSettings DEFAULTS = new WebSettings(true, "127.0.0.1", 8080);
}

package dev.vedette.sink;

import dev.vedette.document.Secrets;
import java.util.List;

/**
 * Letters by e-mail.
 *
 * @param id the sink's
 * @param to who gets them
 * @param from who they say they are from
 * @param server who carries them
 */
public record MailSettings(String id, List<String> to, String from, Server server)
    implements SinkSettings {

  /** Copies its list. */
  public MailSettings {
    to = List.copyOf(to);
  }

  /** How the way to the server is kept from others. */
  public enum Security {
    /** In the clear at first, and not a word more than needed before it is encrypted. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** Not at all; for a server on the same machine. */
    NONE;

    /** The port where servers usually expect it. */
    public int port() {
      return switch (this) {
        case STARTTLS -> 587;
        case TLS -> 465;
        case NONE -> 25;
      };
    }
  }

  /**
   * A server that takes mail.
   *
   * @param host name or address
   * @param port on the host
   * @param security on the way
   * @param user who logs in; empty for nobody
   * @param password the user's
   */
  public record Server(String host, int port, Security security, String user, String password) {

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  @Override
  public String kind() {
    return "email";
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public AlertSink open(AlertJson json, Secrets secrets) {
    return new MailSink(this, secrets);
  }
}

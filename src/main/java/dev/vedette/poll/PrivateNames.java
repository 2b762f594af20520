package dev.vedette.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Names of hosts that cannot be public, whatever a name server says of them. */
final class PrivateNames {

  private static final String NAMES =
      "[^.:]+|.*\\.(localhost|local|internal|intranet|lan|home|corp|home\\.arpa)";

  private PrivateNames() {}

  /** Whether it is one of them: without a dot, of a private domain, or a private address. */
  static boolean contain(String host) {
    String name = bare(host);
    return AddressRange.isRange(name) ? !isPublicAddress(name) : name.matches(NAMES);
  }

  /** Lower case, and without the brackets of an IPv6 address. */
  static String bare(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  private static boolean isPublicAddress(String address) {
    try {
      return PublicAddresses.contain(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

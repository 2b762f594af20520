package dev.vedette.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are part of the public internet: not those of this machine, of private networks,
 * of a cloud's own services, nor any of the ways to write one of them as something else.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's special IPv4
 *     addresses</a>, and those of IPv6 beside them
 */
final class PublicAddresses {

  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8",
              "100.64.0.0/10", // behind a carrier's translation
              "127.0.0.0/8",
              "169.254.0.0/16", // link-local, where clouds keep their metadata
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24", // documentation
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, and broadcast
              "2001:db8::/32", // documentation
              "3fff::/20") // documentation
          .map(AddressRange::of)
          .toList();

  /** Of IPv6, only this part is given out; loopback, link-local and private ones lie outside. */
  private static final AddressRange GLOBAL = AddressRange.of("2000::/3");

  private static final AddressRange TRANSLATED = AddressRange.of("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");
  private static final AddressRange TEREDO = AddressRange.of("2001::/32");
  private static final int IPV4 = 4;

  private PublicAddresses() {}

  /** Whether it is one of them. */
  static boolean contain(InetAddress address) {
    if (SPECIAL.stream().anyMatch(range -> range.contains(address))) {
      return false;
    }
    if (address.getAddress().length == IPV4) {
      return true;
    }
    InetAddress within = within(address);
    return within == null ? GLOBAL.contains(address) : contain(within);
  }

  /** The IPv4 address that an IPv6 one stands for; null where it stands for none. */
  private static @Nullable InetAddress within(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (TRANSLATED.contains(address)) {
      return ipv4(Arrays.copyOfRange(bytes, 12, 16));
    } else if (SIX_TO_FOUR.contains(address)) {
      return ipv4(Arrays.copyOfRange(bytes, 2, 6));
    } else if (TEREDO.contains(address)) {
      byte[] inverted = Arrays.copyOfRange(bytes, 12, 16);
      for (int i = 0; i < inverted.length; i++) {
        inverted[i] = (byte) ~inverted[i];
      }
      return ipv4(inverted);
    }
    return null;
  }

  private static InetAddress ipv4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}

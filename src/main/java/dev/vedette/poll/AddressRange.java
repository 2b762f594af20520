package dev.vedette.poll;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Internet addresses with the same first bits.
 *
 * @param first of them, as a number
 * @param length of an address, in bits: 32 or 128
 * @param bits how many of them count
 */
public record AddressRange(BigInteger first, int length, int bits) {

  private static final String ADDRESS = "(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

  /** Whether a text is an address, or a range such as {@code 10.1.0.0/16}. */
  public static boolean isRange(String text) {
    try {
      of(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The range that a text names.
   *
   * @throws IllegalArgumentException if it is neither an address nor a range
   */
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    String first = slash < 0 ? text : text.substring(0, slash);
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    if (!first.matches(ADDRESS) || !bits.matches("\\d{0,3}") || text.endsWith("/")) {
      throw new IllegalArgumentException(text);
    }
    try {
      InetAddress address = InetAddress.getByName(first); // an address, so nobody is asked for it
      int length = address.getAddress().length * Byte.SIZE;
      int counting = bits.isEmpty() ? length : Integer.parseInt(bits);
      if (counting > length) {
        throw new IllegalArgumentException(text);
      }
      return new AddressRange(new BigInteger(1, address.getAddress()), length, counting);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int others = length - bits;
    return bytes.length * Byte.SIZE == length
        && new BigInteger(1, bytes).shiftRight(others).equals(first.shiftRight(others));
  }
}

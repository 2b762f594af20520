package dev.vedette.poll;

import java.util.AbstractList;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;

/**
 * Hashes of 16 hex digits, in 8 bytes each instead of some 60: ten thousand sources remember ten
 * million of them. Immutable.
 */
final class HashList extends AbstractList<String> implements RandomAccess {

  private static final int DIGITS = 16;

  private final long[] hashes;

  private HashList(long[] hashes) {
    this.hashes = hashes;
  }

  /** The same list, in few bytes if it holds such hashes only. */
  static List<String> of(List<String> list) {
    if (list instanceof HashList) {
      return list;
    }
    long[] hashes = new long[list.size()];
    int i = 0;
    for (String hash : list) {
      if (!isHash(hash)) {
        return List.copyOf(list);
      }
      hashes[i++] = HexFormat.fromHexDigitsToLong(hash);
    }
    return new HashList(hashes);
  }

  private static boolean isHash(String text) {
    boolean hex = text.length() == DIGITS;
    for (int i = 0; hex && i < DIGITS; i++) {
      char c = text.charAt(i);
      hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return hex;
  }

  @Override
  public String get(int index) {
    return HexFormat.of().toHexDigits(hashes[index]);
  }

  @Override
  public int size() {
    return hashes.length;
  }
}

package dev.vedette.language;

import java.util.Arrays;

/** Sounds as they are said one after the other, and taken back; the same twice is heard once. */
final class Sounds implements CharSequence {

  private char[] said = new char[32];
  private int length;

  /**
   * Says some more.
   *
   * @param heard the hash of what was said before
   * @return the hash of all that is said now
   */
  long say(char[] more, long heard) {
    if (length + more.length > said.length) {
      said = Arrays.copyOf(said, 2 * said.length + more.length);
    }
    long hash = heard;
    for (char sound : more) {
      if (length == 0 || said[length - 1] != sound) {
        said[length++] = sound;
        hash = Pronunciations.extend(hash, sound);
      }
    }
    return hash;
  }

  /** Takes back all but the first. */
  void cut(int kept) {
    length = kept;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return said[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(said, start, end - start);
  }

  @Override
  public String toString() {
    return new String(said, 0, length);
  }
}

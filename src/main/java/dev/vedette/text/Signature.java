package dev.vedette.text;

import dev.vedette.article.Fingerprint;

/** Short proofs that two texts say the same. */
public final class Signature {

  private Signature() {}

  /**
   * A fingerprint of the letters and digits of a text in their order: equal for copies, however
   * they were spaced, broken into lines, punctuated, capitalised or stripped of accents. Texts
   * without letters or digits all have the same.
   */
  public static String words(String text) {
    Folded folded = Folded.of(text);
    StringBuilder letters = new StringBuilder(folded.length());
    for (int at = 0; at < folded.length(); at++) {
      if (folded.kind(at).inWord()) {
        letters.appendCodePoint(folded.point(at));
      }
    }
    return Fingerprint.of(letters.toString());
  }
}

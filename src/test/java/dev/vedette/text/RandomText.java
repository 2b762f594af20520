package dev.vedette.text;

import java.util.Random;

/** Ill-treated text in many scripts, from a seed that a failing test prints. */
public final class RandomText {

  private static final String[] PIECES = {
    "a",
    "b",
    "A",
    "B",
    "é",
    "e\u0301",
    "ß",
    "Ł",
    "İ",
    "ﬁ",
    "б",
    "Б",
    "й",
    "ё",
    "α",
    "Ά",
    "ς",
    "م",
    "ح",
    "ـ",
    "َ",
    "ש",
    "ָ",
    "中",
    "国",
    "か",
    "が",
    "ｶﾞ",
    "ー",
    "김",
    "정",
    "은",
    "ก",
    "ี",
    "ด",
    "ह",
    "ि",
    "्",
    "1",
    "2",
    "٣",
    "２",
    " ",
    " ",
    " ",
    "\u00A0",
    "\n",
    "\r\n",
    "-",
    "–",
    "‑",
    "'",
    "’",
    ".",
    ",",
    "\u00AD",
    "\u200D",
    "\u200F",
    "\u200B",
    "\uD83D\uDE00",
    "\uD800",
    "\uDC00",
    "™",
    "²",
    "&",
    "\"",
    "«",
    "·",
    "・",
    "㎜",
    "㍿",
    "𝐊",
    "\u0301",
    "\u3099"
  };

  private RandomText() {}

  /** Up to so many pieces, of which most are one character. */
  public static String of(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}

package dev.vedette.text;

import com.ibm.icu.lang.UScript;
import dev.vedette.text.Tokens.Shape;

/** How scripts that do not part words are read. */
final class Scripts {

  private static final int PROLONGED_SOUND = 0x30FC;

  private Scripts() {}

  static Shape shape(int ideograph) {
    if (ideograph == PROLONGED_SOUND) {
      return Shape.KANA;
    }
    return switch (UScript.getScript(ideograph)) {
      case UScript.KATAKANA -> Shape.KANA;
      case UScript.HAN, UScript.HIRAGANA, UScript.BOPOMOFO -> Shape.HAN;
      default -> Shape.RUN;
    };
  }
}

package dev.vedette.document;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of months in the larger languages, and of time zones in letters. */
final class DateNames {

  private static final String LANGUAGES =
      "en de fr es it pt nl pl cs sv da nb fi hu ro tr el ru uk bg id ca sk et lv lt hr sr sr-Latn sl"
          + " sq mk be is ga eu gl af sw ar ar-LB ar-MA fa he hi bn ur ta te mr gu th ka hy az kk uz"
          + " ky tg mn ms fil vi km lo my am so ha ps ku";

  /** Name and minutes east of Greenwich; where several zones share a name, the one news uses. */
  private static final String ZONES =
      "Z 0 UT 0 UTC 0 GMT 0 WET 0 BST 60 WEST 60 CET 60 MET 60 MEZ 60 WAT 60 CEST 120 MEST 120 MESZ 120 CAT 120 EET 120"
          + " SAST 120 EEST 180 IDT 180 EAT 180 MSK 180 MSD 240 IRST 210 PKT 300 IST 330 NPT 345 ICT 420 WIB 420 HKT 480 SGT 480 PHT 480 AWST 480"
          + " JST 540 KST 540 WITA 480 WIT 540 ACST 570 ACDT 630 AEST 600 AEDT 660 NZST 720 NZDT 780"
          + " NDT -150 BRT -180 ART -180 NST -210 ADT -180 AST -240 AT -240 EDT -240 EST -300 ET -300 CDT -300"
          + " CST -360 CT -360 MDT -360 MST -420 MT -420 PDT -420 PST -480 PT -480 AKDT -480"
          + " AKST -540 HST -600";

  private static final Map<String, Integer> MONTHS = months();

  private static final Map<String, Integer> ABBREVIATED = abbreviated();

  private static final Map<String, Integer> MINUTES = minutes();

  private DateNames() {}

  /** 1 to 12, or 0 where the name is none of a month. */
  static int month(String name) {
    String folded = fold(name);
    if (folded.startsWith("\u05d1")) {
      folded = folded.substring(1); // Hebrew's "in", written together
    }
    return MONTHS.getOrDefault(folded, ABBREVIATED.getOrDefault(folded, 0));
  }

  /** What begins the names of one month only, in whatever languages. */
  private static Map<String, Integer> abbreviated() {
    Map<String, Integer> abbreviated = new HashMap<>();
    MONTHS.forEach(
        (name, month) -> {
          for (int end = 3; end < name.length(); end++) {
            abbreviated.merge(name.substring(0, end), month, (a, b) -> a.equals(b) ? a : 0);
          }
        });
    return Map.copyOf(abbreviated);
  }

  /** East of Greenwich; 0 where the zone is unknown. */
  static int zoneMinutes(String name) {
    return MINUTES.getOrDefault(name.toUpperCase(Locale.ROOT), 0);
  }

  /** Lower case, without accents, points and dots; vowels of India are letters. */
  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670.]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>(Map.of("sept", 9, "mrz", 3));
    for (String language : LANGUAGES.split(" ", -1)) {
      for (Month month : Month.values()) {
        for (TextStyle style : TextStyle.values()) {
          String name = fold(month.getDisplayName(style, Locale.forLanguageTag(language)));
          if (name.length() > 1 && name.chars().noneMatch(Character::isDigit)) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    return Map.copyOf(months);
  }

  private static Map<String, Integer> minutes() {
    Map<String, Integer> minutes = new HashMap<>();
    String[] cells = ZONES.split(" ", -1);
    for (int i = 0; i < cells.length; i += 2) {
      minutes.put(cells[i], Integer.valueOf(cells[i + 1]));
    }
    return Map.copyOf(minutes);
  }
}

package dev.vedette.document;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of a text that does not say it: the script that most of its letters are in, then the
 * little words of that script's languages. Empty rather than guessed.
 */
public final class Languages {

  /** As much as is looked at, in UTF-16 units. */
  private static final int SAMPLE = 20_000;

  /** The share of little words among all words that makes a language likely. */
  private static final double LIKELY = 0.08;

  /** How far the best must be ahead of the second. */
  private static final double AHEAD = 1.2;

  private static final int FEWEST_LETTERS = 20;

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");

  /** Languages that have their script to themselves, among those that news is written in. */
  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.of(
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.THAI, "th",
          UnicodeScript.GREEK, "el",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.GEORGIAN, "ka",
          UnicodeScript.ARMENIAN, "hy",
          UnicodeScript.BENGALI, "bn",
          UnicodeScript.TAMIL, "ta",
          UnicodeScript.DEVANAGARI, "hi");

  private static final Map<String, Set<String>> LITTLE_WORDS =
      Map.ofEntries(
          words(
              "en",
              "the of and to in that is for on with as was by it from at are be this has have not which"),
          words(
              "de",
              "der die und das den von zu mit sich ist nicht ein eine dem auf für auch des im werden als bei"),
          words(
              "fr",
              "le la les des et est un une dans que qui du pour sur pas au par avec ce ont plus sont aux"),
          words(
              "es",
              "el la los las de que y en un una del por con para se es al lo como más pero ha su"),
          words(
              "pt", "o a os as de que e em um uma do da no na por com para se não ao dos mais foi"),
          words(
              "it",
              "il la di che e un una del della per con non sono è in al dei le gli nel alla come ha anche"),
          words(
              "nl",
              "de het een en van in is dat op te zijn met voor niet aan er ook om door bij naar werd"),
          words(
              "pl",
              "w i na z nie do się że jest to o jak po od za przez ale który są oraz dla był"),
          words(
              "cs",
              "a se v na je že s z do o to ve i k pro za by jako po podle také byl není jsou"),
          words("sk", "a sa v na je že s z do o to vo aj k pre za by ako po podľa bol nie sú"),
          words("sv", "och att det i en som är på av för med den till inte om ett har de från var"),
          words("nb", "og i det er på en som av for til med at har ikke den et om fra var de seg"),
          words(
              "da", "og i at det er en til på som af for med den har ikke de et der var fra blev"),
          words(
              "fi",
              "ja on ei että se oli hän mutta ovat myös kuin joka mukaan sekä olla kun tai jo vuoden"),
          words("et", "ja on ei et see oli ta kui mis ka ning oma või aga seda selle kes"),
          words(
              "hu", "a az és hogy nem is egy van volt meg ez azt csak mint már vagy szerint pedig"),
          words("ro", "și de în a la cu nu din că este pe un o pentru care mai sau fost prin sunt"),
          words(
              "tr",
              "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ancak göre en ise"),
          words(
              "id",
              "yang dan di dari untuk dengan ini itu pada tidak dalam akan oleh ke adalah telah juga"),
          words(
              "vi", "và của là có các được cho trong không một với những này đã người để tại ông"),
          words("hr", "i je u na se da su za od s koji kao što nije bi ili iz ne biti ali"),
          words("ru", "и в не на что с по как это из к он от за для о его но также был"),
          words("uk", "і в на що з не до як та у за від про це його для є або був також"),
          words("bg", "и на в да за от се не с е че по са като ще това при към"),
          words("sr", "и у је да на се су за од са који као није би или из не"),
          words("ar", "في من على أن إلى عن التي الذي هذا مع كان ما لا هذه بعد"),
          words("fa", "در به از که این را با است برای آن یک خود تا بر شده"),
          words("ur", "کے میں کی ہے اور سے کا کو نے پر کہ یہ ہیں"));

  /** Letters that only one of the languages has; each counts as a little word. */
  private static final Map<Character, String> OWN_LETTERS = ownLetters();

  private Languages() {}

  private static Map<Character, String> ownLetters() {
    Map<Character, String> letters = new HashMap<>();
    Map.of(
            "ru", "ыэё", "uk", "їєґ", "bg", "ъ", "sr", "ђљњћџ", "hu", "őű", "pl", "łż", "cs", "řůě",
            "sk", "ľĺŕ", "tr", "ğı", "de", "ß")
        .forEach((language, own) -> own.chars().forEach(c -> letters.put((char) c, language)));
    return Map.copyOf(letters);
  }

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, Set.of(words.split(" ", -1)));
  }

  /** A BCP 47 tag; empty where the text is too short or too mixed to tell. */
  public static String of(String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    sample.codePoints().filter(Character::isLetter).forEach(c -> count(letters, c));
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    if (all < FEWEST_LETTERS) {
      return "";
    }
    int kana =
        letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = letters.getOrDefault(UnicodeScript.HAN, 0);
    if (2 * (kana + han) > all) {
      return 10 * kana > han ? "ja" : "zh";
    }
    for (Map.Entry<UnicodeScript, Integer> script : letters.entrySet()) {
      if (2 * script.getValue() > all) {
        String alone = BY_SCRIPT.get(script.getKey());
        return alone == null ? byLittleWords(sample) : alone;
      }
    }
    return "";
  }

  /**
   * What the publisher says, in the form of a tag; what the words say where it says nothing, or
   * "en", which is what sites in every language have in their templates.
   */
  public static String reconciled(String said, String text) {
    String tag = said.strip().replace('_', '-');
    boolean template = tag.toLowerCase(Locale.ROOT).matches("en(?:-.*)?");
    if (TAG.matcher(tag).matches() && !template) {
      return tag;
    }
    String found = of(text);
    String unsure = template ? tag : "";
    return found.isEmpty() || (template && found.equals("en")) ? unsure : found;
  }

  private static void count(Map<UnicodeScript, Integer> letters, int c) {
    letters.merge(UnicodeScript.of(c), 1, Integer::sum);
  }

  private static String byLittleWords(String sample) {
    Map<String, Integer> hits = new HashMap<>();
    String lower = sample.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      String language = OWN_LETTERS.get(lower.charAt(i));
      if (language != null) {
        hits.merge(language, 1, Integer::sum);
      }
    }
    Matcher matcher = WORD.matcher(lower);
    int words = 0;
    while (matcher.find()) {
      words++;
      String word = matcher.group();
      LITTLE_WORDS.forEach(
          (language, little) -> {
            if (little.contains(word)) {
              hits.merge(language, 1, Integer::sum);
            }
          });
    }
    return best(hits, LIKELY * words);
  }

  /** The language that is clearly ahead, if it has at least so many hits. */
  private static String best(Map<String, Integer> hits, double least) {
    String best = "";
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Integer> one : hits.entrySet()) {
      if (one.getValue() > most) {
        second = most;
        most = one.getValue();
        best = one.getKey();
      } else {
        second = Math.max(second, one.getValue());
      }
    }
    return most >= least && most >= AHEAD * second ? best : "";
  }
}

package dev.vedette.page;

import dev.vedette.document.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that say who wrote something, taken apart into names. */
final class Credits {

  /** What is longer is no line of credits, whatever it is called. */
  private static final int LONGEST_LINE = 500;

  private static final int LONGEST_NAME = 60;

  private static final int MOST_WORDS = 6;

  /** An organisation and so many parts more are its address. */
  private static final int ADDRESS = 3;

  private static final String BY =
      "(?iu)(?:(?:story|words|written|posted|reported|published|verfasst|geschrieben|scritto|escrito|escrit)\\s+)?"
          + "(?:by|von|par|por|di|door|av|af)(?=\\s|:|$)";

  private static final String AUTHOR =
      "(?iu)(?:autor(?:in|en|es|a|zy|ka|ka)?|auteurs?|autor[ei]|authors?|writer|words|text[eo]?|testo|tekst|a"
          + " cura"
          + " di|kirjoittaja|teksti|szerző|írta|yazan|yazar|haber|автор[иы]?|текст|редактор|συντάκτης|κείμενο|كتب|بقلم|إعداد|الكاتب|نویسنده|نگارنده|به"
          + " قلم|گزارش|خبرنگار|מאת|כתב|लेखक|ผู้เขียน|tác"
          + " giả|penulis|文|作者|撰文|取材|記者|记者|기자)\\s*[:：/／]";

  private static final Pattern LEADING =
      Pattern.compile("^(?:" + AUTHOR + "|" + BY + "\\s*:?|記者(?=\\p{IsHan})|记者(?=\\p{IsHan}))\\s*");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*(?:\\)|$)");

  /** Where the names are over: at bars, addresses and figures, and at what was done when. */
  private static final Pattern END =
      Pattern.compile(
          "\\s*(?:[|•·●—–/／\\[<]|\\s-(?:\\s|$)|https?:|www\\.|\\S*@"
              + "|(?:(?<!\\p{L})\\p{L}{3,9}\\.?\\s)?(?<![\\p{L}\\d])\\d"
              + "|(?iu)(?<!\\p{L})(?:updated|published|posted|last)(?!\\p{L})).*");

  /** Where a person's name is over, but not that of many an organisation. */
  private static final Pattern OCCASION =
      Pattern.compile(
          "(?iu)(?<=\\p{L}{2}\\s\\p{L}[\\p{L}.'-]{0,20})\\s"
              + "(?:on|for|in|at|from|is an?|reports?|reporting|für|pour|para|per)\\s.*");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[,;、，=]\\s*(?iu:(?:and|und|et|y|e|en|och|og|i|и)\\s+)?"
              + "|\\s+(?iu:and|und|et|y|e|en|och|og|ja|és|ve|и|та|και|with|&)\\s+"
              + "|\\s+و\\s*(?=\\p{L})");

  private static final Pattern OFFICE =
      words(
          "editors?|writers?|reporters?|correspondents?|journalists?|staff|contributors?|contributing"
              + "|columnist|producer|photographer|analyst|chief|senior|deputy|managing|director|professor"
              + "|fellow|technologist|redakteur(?:in)?|redaktion|red|korrespondent(?:in)?|journaliste|rédaction|redacción|redazione|redação|redactie|redakcja|redakce|редакция|special"
              + " to|editorial|team|desk|newsroom|board");

  private static final Pattern ORGANISATION =
      words(
          "dpa|afp|ap|apa|sda|reuters|associated press|agence"
              + " france-presse|ansa|efe|lusa|pap|čtk|ntb|tt"
              + "|ritzau|stt|anp|xinhua|tass|interfax|ria|unian|ukrinform|kyodo|jiji|yonhap|upi|pti|ani|ians"
              + "|bloomberg|news(?:wire)?|press|agency|agencies|agentur|media|network|magazine?|online|radio"
              + "|rundfunk|verlag|tv|inc|ltd|gmbh|llc|ag|corp|company|university|institute?|foundation"
              + "|stiftung|organi[sz]ation|centre|center|department|departement|ministry|ministerium"
              + "|ministries|amt|verband|verein|association|council|\\p{L}+\\.(?:com|org|net|de)");

  private static final Pattern DEGREE =
      Pattern.compile("\\p{Lu}[\\p{Lu}.]{1,4}|(?i)ph\\.?d\\.?|(?i)[js]r\\.?");

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?i)\\w*admin\\w*|webmaster|user\\d*|root|default|guest|unknown|none|null|anonymous");

  private static final Pattern OFFICE_BEHIND = Pattern.compile("\\s*(?:기자|특파원|記者|记者)$");

  private static final Pattern WORD = Pattern.compile("\\S+");

  private static final Pattern PERSON =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:\\p{Lu}|\\p{L}{1,3}\\s\\p{Lu}|d['’])[\\p{L}\\p{M}.'’-]*)+"
              + "|[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}・]{2,8}"
              + "|[\\p{IsArabic}\\p{IsHebrew}]+(?:\\s[\\p{IsArabic}\\p{IsHebrew}]+)+");

  private Credits() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?iu)(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})");
  }

  /** The names in what is known to be one or several of them, without roles and the like. */
  static List<String> names(String written) {
    if (written.length() > LONGEST_LINE) {
      return List.of();
    }
    String plain = IN_BRACKETS.matcher(SafeHtml.text(written)).replaceAll("").strip();
    String line = END.matcher(LEADING.matcher(plain).replaceFirst("")).replaceFirst("");
    List<String> names = new ArrayList<>();
    String[] parts = BETWEEN.split(line, -1);
    if (parts.length >= ADDRESS && isOrganisation(parts[0])) {
      return List.of(parts[0]);
    }
    for (String part : parts) {
      String name = name(part);
      boolean degree = !names.isEmpty() && DEGREE.matcher(name).matches();
      if (isName(name) && !degree && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static String name(String part) {
    String name = LEADING.matcher(part.strip()).replaceFirst("").strip();
    name = OFFICE_BEHIND.matcher(name).replaceFirst("");
    return isOrganisation(name) ? name : OCCASION.matcher(name).replaceFirst("");
  }

  private static boolean isName(String name) {
    return name.length() >= 2
        && name.length() <= LONGEST_NAME
        && Character.isLetter(name.codePointAt(0))
        && !name.endsWith(":")
        && !NOBODY.matcher(name).matches()
        && WORD.matcher(name).results().count() <= MOST_WORDS;
  }

  /** Whether a line says of itself that it names authors, and what follows looks like a name. */
  static boolean isCredit(String line) {
    return LEADING.matcher(line).lookingAt() && names(line).stream().anyMatch(Credits::isPerson);
  }

  /** Whether it is written as people's full names are. */
  static boolean isPerson(String name) {
    return PERSON.matcher(name).matches() && !isOrganisation(name);
  }

  /** Whether it is the name of an organisation or an office rather than a person's. */
  static boolean isOrganisation(String name) {
    return ORGANISATION.matcher(name).find() || OFFICE.matcher(name).find();
  }

  /** Whether it is a name to sign in with rather than one to be called by. */
  static boolean isUser(String name) {
    return name.chars().anyMatch(Character::isDigit);
  }
}

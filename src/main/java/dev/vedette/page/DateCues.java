package dev.vedette.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** By what a day that stands on a page is known as that of publication, or of a later change. */
enum DateCues {
  /** The markup or the words before it say that it is the day of publication. */
  SAID,
  /** It stands among author, section and the like. */
  AMONG_DETAILS,
  /** It stands by itself. */
  NONE,
  /** It is said to be that of a change. */
  CHANGED,
  /** It belongs to something else: a comment, another article, the site. */
  FOREIGN;

  private static final Pattern OF_PUBLICATION =
      Pattern.compile(
          "(?<!up|vali|candi|man|accommo)date|datum|fecha|tarih|publish|publication|pubdate|posted|created|time(?!line)|stamp");

  private static final Pattern OF_CHANGE =
      Pattern.compile("update|modif|mod-?time|mod-?date|last-?chang|last-?edit|revis|aktualis");

  private static final Pattern DETAILS =
      Pattern.compile("meta|info|by-?line|author|detail|kicker|sub-?line|dateline|release|eyebrow");

  /** Other articles and readers' words, whose days are their own. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?<![a-z])(?:comment|kommentar|disqus|reply|replies|related|recommend|teaser|latest|popular|recent"
              + "|trending|promo|most-?read|read-?more|next|prev|event|carousel|slider|ticker|breaking-?news|caption)");

  /** The site around the article, where its day may yet stand if it is called that. */
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?<![a-z])(?:sidebar|widget|footer|nav|menu|copyright|search|cookie|advert|aside)");

  private static final Pattern WORDS_OF_PUBLICATION =
      atEnd(
          "publi\\p{L}+|posted|date|first published|erschienen|veröffentlicht|datum|verfasst|erstellt"
              + "|mise? en ligne|paru|fecha|pubblicat[oa]|data|gepubliceerd|geplaatst|opublikowan[oa]"
              + "|dodano|vydáno|zveřejněno|publicerad|udgivet|julkaistu|megjelent|közzétéve|publicat"
              + "|дата|опубликован[оа]|опубліковано|публикувано|yayın\\p{L}*|tarih\\p{L}*|δημοσί\\p{L}+"
              + "|نشر\\p{L}*|تاريخ\\p{L}*|发布\\p{L}*|發佈|發布|公開\\p{L}*|掲載|配信|입력|등록|작성");

  private static final Pattern WORDS_OF_CHANGE =
      atEnd(
          "(?:last |date of last )?(?:updated?|modified|revised|revision|reviewed|edited)"
              + "|aktualisiert|stand|geändert|mise? à jour|modifié|actualizado|aggiornat[oa]|atualizado"
              + "|bijgewerkt|aktualizacja|zaktualizowano|aktualizováno|uppdaterad|opdateret|päivitetty"
              + "|frissítve|обновлен[оа]|оновлено|güncelle\\p{L}+|ενημέρωση|تحديث|更新\\p{L}*|수정");

  /** How far above a date the markup still speaks of it. */
  private static final int LEVELS = 3;

  private static Pattern atEnd(String words) {
    return Pattern.compile(
        "(?iu)(?<!\\p{L})(?:"
            + words
            + ")(?:\\s+(?:on|am|le|el|il|op|den|dne|at|em))?[\\s:：|·.,–-]*$");
  }

  /**
   * What tells of a date.
   *
   * @param holder the innermost element around it
   * @param before the text of the page before it
   * @param heading the elements around it are the whole article rather than a part of it
   */
  static DateCues of(Element holder, String before, PageHeading heading) {
    DateCues cue = NONE;
    boolean inFurniture = false;
    int level = 0;
    for (Element one = holder; one != null && !heading.isInside(one); one = one.parent()) {
      String names = names(one);
      if (isOfOthers(one, names)) {
        return FOREIGN;
      }
      if (cue.compareTo(CHANGED) < 0 && level++ < LEVELS) {
        cue = stronger(cue, one, names);
      }
      inFurniture |= isFurniture(one, names);
    }
    DateCues known = byWords(cue, before);
    return inFurniture ? inFurniture(holder, known, cue) : known;
  }

  private static DateCues inFurniture(Element holder, DateCues known, DateCues byMarkup) {
    if (known != SAID) {
      return FOREIGN;
    }
    return byMarkup != SAID || names(holder).contains("publi") ? SAID : AMONG_DETAILS;
  }

  private static DateCues byWords(DateCues cue, String before) {
    if (WORDS_OF_CHANGE.matcher(before).find()) {
      return CHANGED;
    }
    return cue != CHANGED && WORDS_OF_PUBLICATION.matcher(before).find() ? SAID : cue;
  }

  private static DateCues stronger(DateCues cue, Element one, String names) {
    boolean time = one.normalName().equals("time");
    if (OF_CHANGE.matcher(names).find()) {
      return cue == SAID && !time ? cue : CHANGED;
    }
    if (cue == SAID || time || OF_PUBLICATION.matcher(names).find()) {
      return SAID;
    }
    return DETAILS.matcher(names).find() ? AMONG_DETAILS : cue;
  }

  private static boolean isOfOthers(Element one, String names) {
    return switch (one.normalName()) {
      case "figcaption", "blockquote" -> true;
      case "body", "html" -> false;
      default -> OTHERS.matcher(names).find();
    };
  }

  private static boolean isFurniture(Element one, String names) {
    return switch (one.normalName()) {
      case "nav", "footer", "aside" -> true;
      case "body", "html" -> false;
      default -> FURNITURE.matcher(names).find();
    };
  }

  private static String names(Element element) {
    String names = element.className() + ' ' + element.id() + ' ' + element.attr("itemprop");
    return names.toLowerCase(Locale.ROOT);
  }
}

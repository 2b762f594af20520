package dev.vedette.page;

import java.util.regex.Pattern;

/** What a line that sends its reader to other articles begins with: "Read also", "По теме:". */
final class PointerCues {

  private static final int LONGEST = 300;

  private static final int LONGEST_BARE = 40;

  /** Nobody says this to a reader in running text. */
  private static final Pattern POINTS =
      ZoneCues.starts(
          "read (?:also|more|next|on|this|the full)|also read|see also|also see|more on this|you"
              + " (?:may|might) also (?:like|be interested)|recommended for you|don['’]t"
              + " miss|читайте (?:также|ещё|еще|по теме|далее)|читать (?:также|далее)|смотрите"
              + " также|(?:материалы |ещё |еще |новости )?по теме|подробнее(?= ?[:—–-])|чита[ий]те"
              + " (?:також|ще)|дивіться також|чытайце таксама|прочетете (?:още|също)|lesen sie"
              + " (?:auch|mehr|dazu)|mehr (?:dazu|zum thema)|lire (?:aussi|également)|à lire(?:"
              + " aussi)?|voir aussi|lisez aussi|lee (?:también|más)|leer más|lea también|te puede"
              + " interesar|vea también|leia (?:também|mais)|veja também|leggi anche|lees"
              + " (?:ook|meer)|czytaj (?:też|także|również|więcej|dalej)|zobacz"
              + " (?:też|także|również)|přečtěte si|čtěte (?:také|více|i)|prečítajte si|läs"
              + " (?:också|även|mer)|les også|læs også|lue (?:myös|lisää)|loe (?:ka|lisaks)|lasīt"
              + " vairāk|skaitykite (?:taip pat|daugiau)|olvassa? el|citește (?:și|mai)|διαβάστε"
              + " (?:επίσης|ακόμη|περισσότερα)|ayrıca (?:oku|bakın)|ilgili haber|baca"
              + " (?:juga|selengkapnya)|xem thêm|đọc thêm|اقرأ أيضا|إقرأ أيضا|اقرأ أيضًا|بیشتر"
              + " بخوانید|همچنین بخوانید|קראו גם|קרא עוד|यह भी पढ़ें|ये भी"
              + " पढ़ें|อ่านเพิ่มเติม|อ่านต่อ|관련 ?(?:기사|뉴스)|더 ?(?:보기|읽기|알아보기)|[▶☞►]"
              + "|関連記事|関連ニュース|あわせて読みたい|相关(?:阅读|新闻|报道)|相關(?:閱讀|新聞|報導)|延伸(?:阅读|閱讀)");

  /** The same, if a colon or an arrow follows, or nothing at all. */
  private static final Pattern MAY_POINT =
      Pattern.compile(
          "^(?:related(?: (?:roundup|stories|articles|news|content|coverage|topics|reading))?|more"
              + " (?:on|from|about|stories|great|top)[^:.]{0,40}|further reading|watch(?:"
              + " also)?|listen|see more|recommended|editor['’]s pick|top stories|most"
              + " (?:read|popular)|up next|previously|background|подробнее|смотрите"
              + "|también|además|anche|aussi|dazu|lasciate|lästips|tags?|das könnte (?:sie|dich)(?:"
              + " auch)? interessieren|weitere (?:artikel|beiträge|themen)|ähnliche"
              + " (?:artikel|beiträge)|zum thema|mehr aus .{2,30}|sur le même"
              + " (?:sujet|thème)|articles (?:liés|associés|similaires)|pour aller plus"
              + " loin|(?:noticias|artículos|temas|notas) relacionad[ao]s|más"
              + " (?:sobre|noticias).{0,30}|(?:notícias|matérias|artigos) relacionad[ao]s|saiba"
              + " mais|(?:articoli|notizie) correlat[ie]|potrebbe interessarti(?:"
              + " anche)?|gerelateerde? ?(?:artikelen|nieuws)?|meer over"
              + " .{2,30}|(?:powiązane|podobne|polecane)(?: artykuły| tematy)?|související(?:"
              + " články| témata)?|súvisiace(?: články)?|kapcsolódó(?: cikk\\p{L}*|"
              + " hírek)?|articole similare|vezi și|aiheesta(?: lisää| muualla)?|aiheeseen"
              + " liittyvää|relaterat|mer om .{2,30}|läs mer|læs mere|les mer|seotud"
              + " (?:artiklid|uudised)|похожие (?:новости|статьи|материалы)|связанные"
              + " (?:новости|материалы)|другие новости|за темою|схожі"
              + " (?:новини|матеріали)|σχετικά(?: άρθρα| θέματα| νέα)?|περισσότερα|ilgili"
              + " (?:haberler|konular)|benzer haberler|مواضيع (?:ذات صلة|متعلقة)|مقالات ذات"
              + " صلة|(?:أخبار|موضوعات) (?:ذات صلة|متعلقة)|اقرأ المزيد|(?:مطالب|اخبار) مرتبط|כתבות"
              + " (?:נוספות|קשורות)|עוד בנושא|संबंधित (?:खबरें|समाचार|लेख)|ข่าวที่เกี่ยวข้อง|berita"
              + " (?:terkait|lainnya)|artikel terkait|(?:tin|bài)(?: viết)? liên"
              + " quan|関連(?:リンク|情報|トピックス)|相关(?:链接|推荐|文章)|相關(?:連結|文章))\\s*(?:[:：→»>|]|$)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private PointerCues() {}

  /** Whether the line points to another article, with its headline or without. */
  static boolean isPointer(String line) {
    return line.length() <= LONGEST
        && ((POINTS.matcher(line).find() && !isSpoken(line)) || MAY_POINT.matcher(line).find());
  }

  /** "Read on, the letter said." is a sentence of the article. */
  private static boolean isSpoken(String line) {
    return line.indexOf(':') < 0
        && line.indexOf('：') < 0
        && line.length() > 40
        && ZoneCues.endsSentence(line);
  }

  /** Whether the line is a pointer without its aim: "Read more:", and the headline comes next. */
  static boolean isBarePointer(String line) {
    return line.length() <= LONGEST_BARE
        && isPointer(line)
        && line.strip().matches(".*[:：→»>]|\\P{Punct}{3,25}");
  }
}

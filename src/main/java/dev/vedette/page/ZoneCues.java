package dev.vedette.page;

import dev.vedette.article.Zone;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one line of text gives away about itself, by its words and punctuation alone: pointers to
 * other articles, credits, copyright, forms, bylines. Written for lines of news sites in many
 * languages; in doubt a line is the article's own, because there it can raise an alert.
 */
final class ZoneCues {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final int LONGEST_LINK = 300;
  private static final int LONGEST_CREDIT = 400;
  private static final int LONGEST_NOTICE = 500;
  private static final int LONGEST_REPRINT = 160;
  private static final int LONGEST_FORM = 160;
  private static final int LONGEST_BYLINE = 120;
  private static final int LONGEST_DATE = 70;

  private static final String AGENCIES =
      "AP|AFP|EPA(?:[-/]EFE)?|EFE|ANSA|DPA|PAP|ČTK|TASR|MTI|TASS|ТАСС|РИА Новости|RIA"
          + " Novosti|Sputnik|Спутник|Reuters|Рейтер|Getty(?: Images)?|KCNA(?:"
          + " KNS)?|KNS|Yonhap|연합뉴스|뉴시스|뉴스1|로이터|조선중앙통신|노동신문|Kyodo|共同|ロイター|時事|Xinhua|新华社|新華社|Shutterstock|ZUMA(?:"
          + " Press)?|Bloomberg|Alamy|iStock|Unsplash|Wikimedia(?: Commons)?|Wikipedia"
          + "|Flickr|Anadolu|Ukrinform|Укринформ|Укрінформ|UNIAN|УНИАН|УНІАН|NurPhoto|Imago|Scanpix|NTB|TT|Lehtikuva|Ritzau"
          + "|Belga|ANP|Keystone|Telegram|Twitter|Facebook|Handout";

  private static final String PICTURE =
      "photos?|photograph|pictures?|pictured|images?|video|screenshot|screengrab|render(?:ing)?|illustrat(?:ion|ive)"
          + "|graphics?|archive|file|courtesy|credit|фото|скриншот|иллюстрация|зображення|архив|foto(?:s|grafía|graf)?"
          + "|fotó|bild|imagen|imagem|immagine|crédit|kuva|zdjęcie|fot\\.|사진|그래픽|제공|자료|캡처|写真|画像|資料|图片|圖片|资料图"
          + "|ảnh|gambar|صورة|عکس|ภาพ";

  private static final Pattern CREDIT_FIRST =
      Pattern.compile(
          "^[\\[(（]?\\s*(?:(?:"
              + PICTURE
              + "|source|quelle|bildquelle|bron|источник фото|fonte|fuente|źródło"
              + "|圖源|图源|来源|來源|자료)\\.?\\s*(?:credits?|sources?|courtesy|by|via|of|von|de|di|par|提供)?\\s*"
              + "[:：=©]|©\\s*(?:"
              + AGENCIES
              + ")\\b|\\((?:"
              + AGENCIES
              + ")\\b).{0,160}$",
          FLAGS);

  /** The end of a caption: a slash, dash or bracket, and who took the picture. */
  private static final Pattern CREDIT_LAST =
      Pattern.compile(
          "(?:\\s[/|–—]\\s*|[/|]\\s*|[\\[(（]|\\s-\\s)(?=[^/|()\\[\\]（）]{0,80}[\\])）]?\\.?$)"
              + "(?:[^/|()\\[\\]（）]{0,40}?(?<![\\p{L}])(?:"
              + PICTURE
              + ")(?![\\p{Ll}]).{0,60}"
              + "|(?:"
              + AGENCIES
              + ")(?:[ /,].{0,40})?)[\\])）]?\\.?$",
          Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);

  private static final Pattern CREDIT_SIGNED =
      Pattern.compile(
          "(?:(?:^|[.!?”\"»)]\\s*)[^.!?]{0,80}\\bvia (?:"
              + AGENCIES
              + "|X)"
              + "|[.!?”\"»]\\s*(?:"
              + AGENCIES
              + ")(?:/[\\p{L} .]{2,40})?"
              + "|[.!?”\"»。！？」]\\s*(?:Photos?|Photograph|Image|Picture|Fotos?|Фото|Снимка|Світлина|Bild|Credit|Crédit|Kuva|Zdjęcie|Fot\\.|Fotó|Fotoğraf"
              + "|Φωτογραφία|Φωτ[όο]\\.?|צילום|תמונה|عکس|تصوير|الصورة|ภาพ|Ảnh|사진|写真|撮影|(?:图片|圖片)(?:来源|來源)?|[图圖][源片]|摄影|攝影)\\s*[:：=/].{2,80}|(?:사진|자료)\\s*[=:/|].{1,40}|[=/](?:연합뉴스|뉴시스|뉴스1|로이터|共同|ロイター)(?:"
              + " 자료)?(?:사진)?)\\.?$");

  /** Nothing but who took the picture. */
  private static final Pattern CREDIT_ONLY =
      Pattern.compile(
          "^[\\[(（]?\\s*(?:(?:"
              + PICTURE
              + "|source|quelle|fonte|fuente|bron)\\.?\\s*(?:credits?|source|courtesy|by|via|of|von|de|di|par)?\\s*[:：=©]\\s*.{1,80}|[\\p{L}\\p{N}"
              + " ./&'’-]{0,60}(?:/|\\bvia )\\s*(?:"
              + AGENCIES
              + ")(?:[ /][\\p{L} ./]{0,30})?"
              + "|(?:"
              + AGENCIES
              + ")(?:\\s*/\\s*[\\p{L} ./]{2,40})?)\\s*[\\])）]?\\.?$",
          FLAGS);

  private static final Pattern RIGHTS =
      Pattern.compile(
          "^\\s*(?:(?:\\p{L}+"
              + " ){1,3}©\\s*(?:19|20)\\d\\d|©|ⓒ|\\(c\\)\\s|copyright\\b|저작권자|版权所有|版權所有|著作権)|(?<!\\p{L})(?:all"
              + " rights reserved|все права защищены|всі права захищені|alle rechte"
              + " vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos"
              + " reservados|tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa"
              + " zastrzeżone|všechna práva vyhrazena|alla rättigheter förbehåll|alle"
              + " rettigheter|kaikki oikeudet pidätetään|tüm hakları saklıdır|hak cipta"
              + " dilindungi|toate drepturile rezervate|minden jog fenntartva|všetky práva"
              + " vyhradené|всички права запазени|με επιφύλαξη παντός δικαιώματος|כל הזכויות"
              + " שמורות|جميع الحقوق محفوظة|सर्वाधिकार सुरक्षित)|สงวนลิขสิทธิ์|무단"
              + " ?(?:전재|복제)|無断(?:転載|複製)|未经授权|版权归",
          FLAGS);

  /** Said in a notice of its own, where in a paragraph it would be said of something else. */
  private static final Pattern REPRINT =
      Pattern.compile(
          "(?<!\\p{L})(?:no (?:use|reuse|reproduction|republication) (?:is permitted )?without"
              + " (?:\\p{L}+"
              + " ){0,3}(?:permission|consent)|(?:reproduction|republication|redistribution)\\b.{0,60}\\b(?:forbidden|prohibited|not"
              + " permitted)|nachdruck (?:nur|verboten|untersagt)|reproduction"
              + " (?:interdite|soumise)|prohibida (?:la|su) reproducción|riproduzione"
              + " riservata|(?:перепечатка|копирование|передрук)\\b.{0,80}(?:запрещ|разреш|заборон|дозвол)|تمامی?"
              + " حقوق .{0,40}محفوظ)|(?:不得|请勿|請勿|禁止|謝絕|谢绝)(?:转载|轉載)",
          FLAGS);

  private static final Pattern TERMS =
      Pattern.compile(
          "(?=.*\\b(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice)|cookie"
              + " policy|terms & conditions)\\b)(?:.{0,60}$|.*\\b(?:you|our|your|this"
              + " (?:web)?site|use of)\\b.*)|.*\\b(?:material|content)s? (?:on|of) this"
              + " (?:web)?site\\b.*(?:protected|copyright|reproduced).*",
          FLAGS);

  private static final Pattern FORM =
      starts(
          "subscribe\\b|sign (?:in|up)\\b|signup\\b|log ?in\\b|log ?out\\b|register (?:now|here|for"
              + " free)|create (?:a |an |your )?(?:free )?account|become a"
              + " (?:member|subscriber)|join (?:our|us|the conversation|now)|unlock"
              + " (?:articles|this|unlimited|full|access)|if you want to subscribe|enter your"
              + " e-?mail|your e-?mail\\b|get (?:our|the latest|breaking)"
              + " .{0,40}(?:newsletter|inbox|alerts|app)|follow (?:us|our)\\b|share"
              + " (?:this|on|via|article)|share$|tweet$|print$|e-?mail$|comments?(?:"
              + " \\(?\\d*\\)?)?$|leave a"
              + " (?:comment|reply)|advertis(?:ement|ing)$|iklan$|topics?$|(?:(?:image|photo|picture|slide|page|foto|bild|фото)\\s)?\\d+(?:\\s?[-–]\\s?\\d+)?\\s(?:of|von|de|sur|из)\\s(?:/\\s)?\\d+$|loading|skip"
              + " to|back to top|home$|menu$|search$|newsletter|this (?:article|website|site) uses"
              + " cookies|we use cookies|already (?:a|have) (?:subscriber|member|an account)|thanks"
              + " for reading|thank you for (?:reading|subscribing)|to continue reading|support"
              + " (?:our|independent) journalism|click here|download (?:our|the)"
              + " app|download$|donate|make a donation|(?:show|view) (?:all )?comments|report (?:an"
              + " error|a mistake)|accept (?:all"
              + " )?cookies|подпи(?:шитесь|шись|сывайтесь|саться)|поделиться|нашли"
              + " ошибку|комментарии|войти|регистрация|реклама$|підпи(?:шіться|суйтесь|шись)|поділитися|abonnieren|jetzt"
              + " (?:abonnieren|anmelden|registrieren)|anmelden$|teilen$|anzeige$|werbung$|abonnez[-"
              + " ]vous|s['’]abonner|inscrivez[- ]vous|partager|publicité$"
              + "|suscríb|inscr[ií]b|compartir|comparte|publicidad$|inscreva-se|assine|compartilh|publicidade$|iscriviti|abbonati|condividi|pubblicità$|abonneer|deel"
              + " (?:dit|op)|zapisz"
              + " się|udostępnij|reklama$|odebírejte|sdílet|prenumerera|dela\\b.{0,20}$|annons$|tilaa\\b|jaa\\b.{0,20}$|mainos$|abone"
              + " ol|paylaş|berlangganan|bagikan|đăng ký|chia sẻ|اشترك|شارك|구독|로그인|회원가입|공유|바로가기|저자"
              + " ?이미지|댓글|기사 ?(?:목록|공유)|인쇄|购读|订阅|訂閱|登录|登入|分享|広告$|購読|会員登録|ログイン|シェア");

  private static final String PERSON =
      "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|van|von|de|der|del|al|bin|da|di|la|le)){1,4}";

  private static final Pattern NAMES = Pattern.compile(PERSON);

  private static final String SIGNS =
      "(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Tt]ext(?:e|o)?:|[Aa]ut(?:h)?or(?:e|a|in|zy)?:?|[Ww]ritten"
          + " by|[Rr]eport(?:ing)? by|[Аа]втор[аи]?:?|[Тт]екст:)";

  private static final Pattern SIGNED =
      Pattern.compile(
          "^\\s*"
              + SIGNS
              + "\\s*:?\\s*("
              + PERSON
              + "(?:\\s*(?:,|and|und|et|y|e|и|та|&|/|\\||;)\\s*"
              + PERSON
              + "){0,5})"
              + "\\s*(?:[,|/·•–—-]\\s*.{0,60})?$");

  private static final Pattern REPORTER =
      Pattern.compile(
          "^.{2,30}\\s(?:기자|특파원|논설위원)(?:\\s*[\\w.-]+@[\\w.-]+)?$|^\\s*(?:記者|记者|文|撰文|责任编辑|編集)\\s*[:：/].{1,30}$|^\\s*[\\w.+-]+@[\\w.-]+\\.\\w+\\s*$|^\\(?(?:Additional"
              + " )?[Rr]eporting by .{3,200};? ?(?:[Ee]diting by|[Ww]riting"
              + " by).{3,120}\\)?$|^(?i:(?:first )?(?:published|updated|last"
              + " (?:updated|modified)|posted))\\s*(?:in|on|at)?\\s*:?\\s*(?:.{0,12}\\d.{0,28}(?i:\\|\\s*updated.{0,40})?)?:?$");

  /** A year or a time of day, in the digits of any script. */
  private static final Pattern DATE =
      Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{4}|\\p{Nd}{1,2}[:.]\\p{Nd}{2})(?!\\p{Nd})");

  /** When it appeared, perhaps with who wrote it: a year, a time and a few words, no sentence. */
  private static final Pattern DATED =
      Pattern.compile(
          "^(?=.*(?:19|20)\\d\\d)(?=.*\\b\\d{1,2}[:h]\\d\\d\\b)[^\\s!?]++(?:\\s++[^\\s!?]++){1,9}(?<![.!?。])$");

  private static final Pattern TRADE =
      Pattern.compile(
          "^"
              + PERSON
              + ",?\\s+(?:is|was|has been|has"
              + " covered|covers|writes|reports|joined|works|contributes)\\b.{0,200}\\b(?:reporter|correspondent|journalist|staff"
              + " writer|columnist|bureau chief|freelance(?:r)?|contributing"
              + " (?:writer|editor)|contributor|news editor|senior editor)\\b.*",
          Pattern.DOTALL);

  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?。！？…]['\"”’»)\\]]*\\s*", Pattern.DOTALL);

  private ZoneCues() {}

  /** What begins with one of these, after marks of a list. */
  static Pattern starts(String alternatives) {
    return Pattern.compile("^[\\s>»→•*\\[(-]*(?:" + alternatives + ")", FLAGS);
  }

  /** The zone that the line shows by itself; null where it shows none. */
  static @Nullable Zone of(String line) {
    int length = line.length();
    if (PointerCues.isPointer(line)) {
      return Zone.LINK;
    }
    if (isNotice(line)) {
      return Zone.LEGAL;
    }
    if (isCredit(line)) {
      return Zone.CAPTION;
    }
    if (length <= LONGEST_FORM && FORM.matcher(line).find()) {
      return Zone.NAVIGATION;
    }
    return isByline(line) ? Zone.BYLINE : null;
  }

  private static boolean isNotice(String line) {
    return (line.length() <= LONGEST_NOTICE && RIGHTS.matcher(line).find())
        || (line.length() <= LONGEST_LINK && TERMS.matcher(line).matches())
        || (line.length() <= LONGEST_REPRINT && REPRINT.matcher(line).find());
  }

  private static boolean isByline(String line) {
    return (line.length() <= LONGEST_BYLINE && SIGNED.matcher(line).matches())
        || (line.length() <= LONGEST_BYLINE && !endsSentence(line) && Credits.isCredit(line))
        || (line.length() <= LONGEST_DATE && DATED.matcher(line).matches())
        || (line.length() <= LONGEST_LINK && REPORTER.matcher(line).matches());
  }

  /** Whether the line holds or ends with who took a picture. */
  static boolean isCredit(String line) {
    return line.length() <= LONGEST_CREDIT
        && (CREDIT_FIRST.matcher(line).matches()
            || CREDIT_LAST.matcher(line).find()
            || CREDIT_SIGNED.matcher(line).find()
            || isOnlyCredit(line));
  }

  /** Whether the line says who took a picture, and nothing of what is on it. */
  static boolean isOnlyCredit(String line) {
    return line.length() <= LONGEST_BYLINE && CREDIT_ONLY.matcher(line).matches();
  }

  /** Whether it is a few words with a year or a time of day, and no sentence. */
  static boolean isDated(String line) {
    return line.length() <= LONGEST_BYLINE
        && (!endsSentence(line) || line.endsWith(".m."))
        && DATE.matcher(line).find();
  }

  static boolean endsSentence(String line) {
    return SENTENCE_END.matcher(line).matches();
  }

  /** Whether it reads like a headline: short, and no sentence. */
  static boolean isHeadline(String line) {
    return line.length() <= 160 && !endsSentence(line);
  }

  /** Whether it tells of somebody's work as a journalist. */
  static boolean isBiography(String line) {
    return line.length() <= 800 && TRADE.matcher(line).matches();
  }

  /** The people whom a byline names; empty where the line is none. */
  static List<String> signatories(String line) {
    Matcher signed = SIGNED.matcher(line);
    if (line.length() > LONGEST_BYLINE || !signed.matches()) {
      return List.of();
    }
    return NAMES.matcher(signed.group(1)).results().map(name -> name.group()).toList();
  }
}

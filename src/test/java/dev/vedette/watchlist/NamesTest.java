package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.watchlist.Name.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a text are a mention of a name; an empty cell: none. */
class NamesTest {

  @ParameterizedTest(name = "{0} in ''{1}'': {2}")
  @CsvSource(
      textBlock =
          """
          # the parts of a name may be joined, or parted by spaces, hyphens, a line break
          Kim Jong-un       , Leader Kim Jong Un met         , Kim Jong Un
          Kim Jong-un       , Leader KimJongUn met           , KimJongUn
          Kim Jong-un       , Leader Kim Jongun met          , Kim Jongun
          Kim Jong-un       , Leader Kim-Jong-un met         , Kim-Jong-un
          Kim Jong-un       , Leader Kim\\nJong Un met       , Kim\\nJong Un
          Kim Jong-un       , Leader Kim\\r\\nJong Un met    , Kim\\r\\nJong Un
          Kim Jong-un       , Leader Kim\u00A0Jong‑un met    , Kim\u00A0Jong‑un
          Kim Jong-un       , Leader Kim  Jong\u2009un met   , Kim  Jong\u2009un
          Kim Jong-un       , KIM JONG UN MET PUTIN          , KIM JONG UN
          # but not by a paragraph's end, or a sentence's
          Kim Jong-un       , So said Kim.\\n\\nJong Un met  ,
          Kim Jong-un       , Leader Kim\\n\\nJong Un met    ,
          Kim Jong-un       , Leader Kim. Jong Un met        ,
          Kim Jong-un       , 'Leaders Kim, Jong Un met'     ,
          # a word of a name is whole, and nothing but hyphens, apostrophes and a wrapped line in it
          Verus             , the Ver us company             ,
          Verus             , the Ver-us company             , Ver-us
          Verus             , the Ve\u00ADrus company        , Ve\u00ADrus
          Verus             , the Ver-\\nus company          , Ver-\\nus
          Verus             , the Ver\\nus company           ,
          Versor            , the INVERSOR                   ,
          Versor            , the Versors                    ,
          Chun Ryong        , Jo Ch'un-ryong                 , Ch'un-ryong
          Ch'un Ryong       , Jo Chun Ryong                  , Chun Ryong
          O'Brien           , Mr O’Brien                     , O’Brien
          O'Brien           , Mr OBrien                      , OBrien
          Coup d’État       , a coup d'etat                  , coup d'etat
          # two short words joined are another word, unless a capital says otherwise
          Li Na             , a lina or Lina or LINA         ,
          Li Na             , '#LiNa won'                    , LiNa
          Li-Na             , Lina won                       , Lina
          # numbers are whole
          KN-23             , a KN23 or KN 23 or kn‑23       , KN23 | KN 23 | kn‑23
          KN23              , a KN-23 or KN 23               , KN-23 | KN 23
          KN-23             , a KN-234 or KN-2 or XKN-23     ,
          KN-23             , 'a KN-23, KN-23.'              , KN-23 | KN-23
          152 mm            , 152mm and 1152mm and 152-mm    , 152mm | 152-mm
          152 mm            , '1,152 mm or 0.152 mm'         ,
          152 mm            , １５２㎜ 포탄                   , １５２㎜
          A4                , a 4 percent rise               ,
          A4                , an A-4                         , A-4
          # abbreviations
          Versor s.r.o.     , 'of Versor s.r.o., Bratislava' , Versor s.r.o.
          Versor s.r.o.     , of Versor SRO in               , Versor SRO
          Versor s.r.o.     , of Versor s. r. o. in          , Versor s. r. o.
          Versor SRO        , of Versor S.R.O. in            , Versor S.R.O.
          SRO               , no s r o                       ,
          SRO               , one s.r.o                      , s.r.o
          John F Kennedy    , John F. Kennedy said           , John F. Kennedy
          St. Petersburg    , in St Petersburg               , St Petersburg
          St Petersburg     , in the St. Petersburg          ,
          'Versor, s.r.o.'  , Versor s.r.o. in               , Versor s.r.o.
          # in capitals, they are not words in small letters
          MID               , the MID or Mid in mid-May      , MID | Mid
          МИД               , МИД мид                        , МИД
          OFAC              , Ofac and O.F.A.C. not ofac     , Ofac | O.F.A.C.
          ROSTEC            , rostec                         , rostec
          # quotation marks around a word of it
          OOO Верус         , О ООО «Верус» сказали          ,
          ООО Верус         , О ООО «Верус» сказали          , ООО «Верус
          # symbols are part of a name
          AT&T              , AT&T and AT & T and ATT        , AT&T | AT & T
          C++               , a C and a C++                  , C++
          # possessives end before the apostrophe
          Shoigu            , Shoigu's and Shoigu’s          , Shoigu | Shoigu
          # beside what is no letter
          Shoigu            , (Shoigu) «Shoigu» Shoigu™ Shoigu² @Shoigu , Shoigu | Shoigu | Shoigu | Shoigu | Shoigu
          Shoigu            , Shoigunov Shoigu1              ,
          # scripts without word boundaries
          쇼이구            , 쇼이구가 평양에 도착했다       , 쇼이구
          김정은            , 국무위원장김정은은             , 김정은
          김정은            , 위원장 김 정은은               , 김 정은
          # a space inside only in longer names, not before the last syllable, nor glued in front
          김정은            , 대김 정은                      ,
          최선희            , 최선 희망                      ,
          김정              , 김 정                          ,
          김정은            , 김\\n정은                      ,
          安倍晋三          , 元首相の安倍　晋三氏           , 安倍　晋三
          大山              , 很大 山上和很大\\n山上          ,
          弗拉基米尔·普京   , 总统弗拉基米尔•普京            , 弗拉基米尔•普京
          김 정은           , 김정은이                       , 김정은
          绍伊古            , 防长谢尔盖·绍伊古访问          , 绍伊古
          谢尔盖·绍伊古     , 防长谢尔盖绍伊古访问           , 谢尔盖绍伊古
          绍伊古            , 防长绍伊\\n古访问              , 绍伊\\n古
          セルゲイ・ショイグ , ｾﾙｹﾞｲ･ｼｮｲｸﾞ国防相               , ｾﾙｹﾞｲ･ｼｮｲｸﾞ
          ショイグ          , 前国防相ショイグー             , ショイグ
          เซอร์เกย์         , นายเซอร์เกย์ชอยกู              , เซอร์เกย์
          KN-23             , 发射KN-23导弹                  , KN-23
          Wagner            , 与Wagner集团                   , Wagner
          # scripts that part words
          Сергей Шойгу      , СЕРГЕЙ ШОЙГУ прибыл            , СЕРГЕЙ ШОЙГУ
          Сергей Шойгу      , Сергеи Шоигу                   , Сергеи Шоигу
          محمد علي          , قال مُحَمَّـد عَلي             , مُحَمَّـد عَلي
          בן-גוריון         , דוד בן־גוריון אמר              , בן־גוריון
          किम               , श्री किम ने                    , किम
          किम               , श्री किमी ने                   ,
          # one letter
          X                 , 'the X, not XY'                , X
          习                , 习近平                         , 习
          # marks after the last letter belong to it
          Sojgu             , Sojgu\u0301\u0323 said         , Sojgu\u0301\u0323
          """)
  void areFoundWhateverTheirDress(String name, String text, String surfaces) {
    String body = unescaped(text);

    String found =
        AnArticle.found(
            AnEntry.list(AnEntry.of("e").names(new Name(name, Name.Mode.FOLDED, 0, false))),
            AnArticle.body(body));

    assertThat(found.replace("\r", "\\r"))
        .isEqualTo(
            surfaces == null ? "" : unescaped(surfaces).replace("\n", "\\n").replace("\r", "\\r"));
  }

  @ParameterizedTest(name = "{0} as ''{1}'': {2}, {3}")
  @CsvSource(
      textBlock =
          """
          Sergei Shoigu  , Sergei Shoigu    , exact            , 1.0
          Sergei Shoigu  , SERGEI SHOIGU    , case             , 0.98
          Sergei Shoigu  , Sergéi Shoigu    , accents          , 0.98
          Sergei Shoigu  , Ｓergei Shoigu   , width            , 0.99
          Sergei Shoigu  , SergeiShoigu     , spacing          , 0.97
          Sergei Shoigu  , Sergei\u00A0Shoigu , spacing        , 0.97
          Kim Jong Un    , Kim Jong-un      , case hyphen      , 0.96
          Kim Jong-un    , Kim Jong un      , hyphen           , 0.98
          O'Brien        , O’Brien          , apostrophe       , 0.98
          Versor s.r.o.  , Versor SRO       , case punctuation , 0.96
          Versor s.r.o.  , Versor s.r.o     , punctuation      , 0.98
          """)
  void carryTheStepsToTheirSurface(String name, String text, String how, double score) {
    Match match = AnEntry.list(AnEntry.of("e").names(name)).match(AnArticle.body(text)).get(0);

    assertThat(String.join(" ", match.hits().get(0).how())).isEqualTo(how);
    assertThat(match.score()).isEqualTo(score);
    assertThat(match.hits().get(0).name()).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0} {1} in ''{2}'': {3}")
  @CsvSource(
      textBlock =
          """
          EXACT , Kim Jong-un , Kim Jong-un  , Kim Jong-un
          EXACT , Kim Jong-un , Kim Jong Un  ,
          EXACT , Kim Jong-un , KIM JONG-UN  ,
          EXACT , Šojgu       , S\u030Cojgu , S\u030Cojgu
          EXACT , Šojgu       , Sojgu        ,
          EXACT , Shoigu      , Shoigunov    ,
          # the line breaks where it must
          EXACT , Kim Jong-un , Kim\\nJong-un , Kim\\nJong-un
          # with case: true, capitals must agree
          CASE  , Munitions Industry , the munitions industry , ''
          CASE  , Munitions Industry , the Munitions Industry , Munitions Industry
          CASE  , Munitions Industry , the Munitions-Industry , Munitions-Industry
          CASE  , MID                , the Mid MID M.I.D. mid , MID | M.I.D.
          # where there are no capitals, nothing has to
          CASE  , 군수공업부         , 군수공업부는           , 군수공업부
          """)
  void areFoundByTheirOwnMode(String mode, String name, String text, String surfaces) {
    Name sought =
        mode.equals("CASE")
            ? new Name(name, Mode.FOLDED, 0, true)
            : new Name(name, Mode.valueOf(mode), 0, false);
    Watchlists watchlists = AnEntry.list(AnEntry.of("e").names(sought));

    assertThat(AnArticle.found(watchlists, AnArticle.body(unescaped(text))))
        .isEqualTo(surfaces == null ? "" : surfaces);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }
}

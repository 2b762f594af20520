package dev.vedette.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.text.Folded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nominatives a word of a text can be a form of. */
class EndingsTest {

  @ParameterizedTest(name = "{0}: {1} of {2}")
  @CsvSource(
      textBlock =
          """
          cs , Masaryka      , Masaryk
          cs , Masarykovi    , Masaryk
          cs , Masarykem     , Masaryk
          cs , Dubčekův      , Dubček
          cs , Havlova       , Havel
          cs , Gottwaldové   , Gottwald
          sk , Tisovi        , Tiso
          sk , Hlinku        , Hlinka
          sk , Kukučínom     , Kukučín
          sk , Mikuláša      , Mikuláš
          sk , Hurbanovho    , Hurban
          sk , Dobšinského   , Dobšinský
          pl , Piłsudskiego  , Piłsudski
          pl , Wałęsę        , Wałęsa
          pl , Wałęsie       , Wałęsa
          pl , Gierkiem      , Gierek
          pl , Mickiewiczowi , Mickiewicz
          pl , Kołłątaja     , Kołłątaj
          sl , Cankarjem     , Cankar
          sl , Kardelja      , Kardelj
          sl , Prešerna      , Prešeren
          sl , Kosovelom     , Kosovel
          sl , Trubarjev     , Trubar
          sl , Kidriča       , Kidrič
          hr , Držića        , Držić
          hr , Gundulićem    , Gundulić
          hr , Starčevićev   , Starčević
          hr , Radiću        , Radić
          hr , Mažuranićeva  , Mažuranić
          hr , Nikolom       , Nikola
          lt , Basanavičiaus , Basanavičius
          lt , Žemaitei      , Žemaitė
          lt , Vytauto       , Vytautas
          lt , Kudirkos      , Kudirka
          lt , Niutono       , Niuton
          lt , Darvinas      , Darvin
          lv , Pumpura       , Pumpurs
          lv , Raini         , Rainis
          lv , Valdemāram    , Valdemārs
          lv , Dārvins       , Dārvin
          lv , Ņūtonu        , Ņūton
          lv , Paegles       , Paegle
          fi , Kekkosen      , Kekkonen
          fi , Kekkosesta    , Kekkonen
          fi , Mannerheimille, Mannerheim
          fi , Runebergiin   , Runeberg
          fi , Kivellä       , Kivi
          fi , Aallosta      , Aalto
          et , Pätsile       , Päts
          et , Tammsaarega   , Tammsaare
          et , Krossist      , Kross
          et , Wilsonit      , Wilson
          et , Darwinisse    , Darwin
          et , Lydiale       , Lydia
          hu , Kodállyal     , Kodály
          hu , Nagynak       , Nagy
          hu , Rákóczival    , Rákóczi
          hu , Newtonnal     , Newton
          hu , Horthytól     , Horthy
          hu , Marxszal      , Marx
          tr , Menderesin    , Menderes
          tr , İnönüye       , İnönü
          tr , Demirelden    , Demirel
          tr , Gürsele       , Gürsel
          tr , Bayarla       , Bayar
          tr , Karacanın     , Karaca
          az , Əliyevin      , Əliyev
          az , Rəsulzadənin  , Rəsulzadə
          az , Nərimanova    , Nərimanov
          az , Nyutonla      , Nyuton
          az , Şekspirə      , Şekspir
          az , Bakıdan       , Bakı
          uz , Navoiyga      , Navoiy
          uz , Boburning     , Bobur
          uz , Temurdan      , Temur
          uz , Qodiriyni     , Qodiriy
          uz , Hamzaning     , Hamza
          uz , Темурнинг     , Темур
          ru , Тургенева     , Тургенев
          ru , Тургеневым    , Тургенев
          ru , Достоевскому  , Достоевский
          ru , Лермонтове    , Лермонтов
          ru , Цветаевой     , Цветаева
          ru , Даля          , Даль
          ru , Алексеем      , Алексей
          ru , Дмитрию       , Дмитрий
          uk , Шевченка      , Шевченко
          uk , Шевченкові    , Шевченко
          uk , Грінченком    , Грінченко
          uk , Хмельницького , Хмельницький
          uk , Стефаникові   , Стефаник
          uk , Ползі         , Полга
          be , Багдановіча   , Багдановіч
          be , Багдановічам  , Багдановіч
          be , Шамякіным     , Шамякін
          be , Караткевічу   , Караткевіч
          be , Танка         , Танк
          be , Мележам       , Мележ
          be , Броўкі        , Броўка
          bg , Комисията     , Комисия
          bg , Съветът       , Съвет
          bg , Съвета        , Съвет
          bg , Министерството, Министерство
          bg , Райне         , Райна
          bg , Яворове       , Яворов
          mk , Собранието    , Собрание
          mk , Советот       , Совет
          mk , Гоцета        , Гоце
          mk , Весникот      , Весник
          mk , Партијата     , Партија
          mk , Блажета       , Блаже
          sr , Пупина        , Пупин
          sr , Пупином       , Пупин
          sr , Вука          , Вук
          sr , Караџићем     , Караџић
          sr , Теслу         , Тесла
          sr , Обрадовићеву  , Обрадовић
          kk , Абайға        , Абай
          kk , Ньютонның     , Ньютон
          kk , Мұқановтың    , Мұқанов
          kk , Жансүгіровке  , Жансүгіров
          kk , Мәскеуден     , Мәскеу
          kk , Бейімбетпен   , Бейімбет
          ky , Манастын      , Манас
          ky , Ньютондун     , Ньютон
          ky , Бишкекте      , Бишкек
          ky , Токомбаевге   , Токомбаев
          ky , Осмоновду     , Осмонов
          ky , Москвадан     , Москва
          tt , Җәлилне       , Җәлил
          tt , Казанга       , Казан
          tt , Ибраһимовның  , Ибраһимов
          tt , Ньютоннан     , Ньютон
          tt , Мәскәүдән     , Мәскәү
          tt , Исхакыйдан    , Исхакый
          mn , Чойбалсаны    , Чойбалсан
          mn , Ньютоноос     , Ньютон
          mn , Цэдэнбалд     , Цэдэнбал
          mn , Черчиллийг    , Черчилл
          mn , Чингисийн     , Чингис
          mn , Ринченд       , Ринчен
          en , Churchills    , Churchill
          en , Newtons       , Newton
          de , Adenauers     , Adenauer
          de , Goethes       , Goethe
          de , Beethovensche , Beethoven
          de , Vereinten     , Vereinte
          de , Hansens       , Hans
          de , Kohls         , Kohl
          nl , Vermeers      , Vermeer
          sv , Lagerlöfs     , Lagerlöf
          da , Andersens     , Andersen
          nb , Nansens       , Nansen
          is , Guðrúnar      , Guðrún
          is , Ólafi         , Ólafur
          is , Snorra        , Snorri
          is , Birgis        , Birgir
          is , Þorsteini     , Þorsteinn
          is , Önnu          , Önna
          ro , Mariei        , Maria
          ro , Senatului     , Senat
          ro , Guvernul      , Guvern
          ro , Dunării       , Dunăre
          ro , Ilenei        , Ilena
          ro , Clujului      , Cluj
          sq , Skënderbeut   , Skënderbeu
          sq , Hoxhës        , Hoxha
          sq , Newtonit      , Newton
          sq , Newtonin      , Newton
          sq , Darvini       , Darvin
          sq , Vlorën        , Vlora
          eu , Newtonek      , Newton
          eu , Newtonen      , Newton
          eu , Agirreri      , Agirre
          eu , Agirrek       , Agirre
          eu , Darwinekin    , Darwin
          eu , Baionara      , Baiona
          el , Σολωμού       , Σολωμός
          el , Ελύτη         , Ελύτης
          el , Τρικούπη      , Τρικούπης
          el , Ρήγα          , Ρήγας
          el , Μελίνας       , Μελίνα
          el , Ομήρου        , Ομήρος
          hy , Կոմիտասի      , Կոմիտաս
          hy , Կոմիտասին     , Կոմիտաս
          hy , Նյուտոնից     , Նյուտոն
          hy , Նյուտոնով     , Նյուտոն
          hy , Կոմիտասը      , Կոմիտաս
          hy , Մարիայի       , Մարիա
          ka , ნიუტონმა      , ნიუტონ
          ka , ნიუტონი       , ნიუტონ
          ka , ნიუტონს       , ნიუტონ
          ka , დარვინისთვის  , დარვინ
          ka , ფიროსმანს     , ფიროსმანი
          ka , ჭავჭავაძემ    , ჭავჭავაძე
          """)
  void undoesTheEndingsOfALanguage(String language, String word, String nominative) {
    Optional<Form> form = undo(word, nominative);

    assertThat(form).isPresent();
    assertThat(form.orElseThrow().language().split("/")).contains(language);
  }

  @ParameterizedTest(name = "{0} is not of {1}")
  @CsvSource(
      textBlock =
          """
          # another surname, not an ending
          Шубертович , Шуберт
          Щербатюк   , Щербат
          Johansen   , Johan
          Мартинюк   , Мартин
          Newtonson  , Newton
          Σολωμίδης  , Σολωμός
          # a longer word
          Masarykovasedmkrat , Masaryk
          Verdienst  , Verdi
          Linnunrata , Linna
          Kantstein  , Kant
          Marxismus  , Marx
          # only after a consonant, or a vowel
          Goethekal  , Goethe
          Verdiiin   , Verdi
          # an ending is not all of a word
          Овым       , О
          Ого        , О
          # the word itself
          Praha      , Praha
          """)
  void doesNotTakeOtherWordsForForms(String word, String nominative) {
    assertThat(undo(word, nominative)).isEmpty();
  }

  @Test
  void saysHowManyLettersAreKeptAndInWhatLanguages() {
    assertThat(undo("Gierkiem", "Gierek")).contains(new Form("gierek", 4, "pl", false));
    assertThat(undo("Kodállyal", "Kodály")).contains(new Form("kodaly", 4, "hu", false));
    assertThat(undo("Nagynak", "Nagy")).contains(new Form("nagy", 4, "hu", false));
  }

  @ParameterizedTest(name = "{0} of {1} alone: {2}")
  @CsvSource(
      textBlock =
          """
          Dubčekův      , Dubček  , true
          Dubčeka       , Dubček  , false
          # the same letters: Dubček's, and a woman of that name
          Dubčekova     , Dubček  , false
          Ујевићев      , Ујевић  , true
          Шубинов       , Шубин   , true
          Beethovensche , Beethoven, true
          """)
  void knowsAdjectivesOfNamesOfOneWord(String word, String nominative, boolean alone) {
    assertThat(undo(word, nominative)).get().extracting(Form::alone).isEqualTo(alone);
  }

  @Test
  void givesNoBaseTwice() {
    for (String word : List.of("masarykova", "тургеневым", "kekkosen", "navoiyning")) {
      assertThat(Endings.undo(word)).extracting(Form::base).doesNotHaveDuplicates().isNotEmpty();
    }
  }

  @ParameterizedTest(name = "''{0}''")
  @CsvSource({"''", "a", "qqw", "北京", "ქ"})
  void leavesWhatHasNoEndingAlone(String word) {
    assertThat(Endings.undo(word)).isEmpty();
  }

  @ParameterizedTest(name = "{0}{1}: {2}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          ' , in    , tr
          ' , ten   , tr
          ' , a     , pl
          ' , ega   , ""
          ' , i     , et
          ' , as    , lt
          : , n     , fi
          : , ssa   , fi
          : , s     , sv
          - , ban   , hu
          - , nak   , hu
          - , lui   , ro
          - , ა     , ""
          - , un    , ""
          - , il    , ""
          : , in    , fi
          ' , ხ     , ""
          """)
  void knowsWhatCanStandAfterAJoint(char joint, String letters, String language) {
    String languages = Endings.suffixLanguages(joint, letters);

    if (language.isEmpty()) {
      assertThat(languages).isEmpty();
    } else {
      assertThat(languages.split("/")).contains(language);
      assertThat(Endings.isSuffix(letters)).isTrue();
    }
  }

  @Test
  void knowsWhatIsNoEndingAfterAnyJoint() {
    assertThat(List.of("jong", "hui", "brien", "", "ович")).noneMatch(Endings::isSuffix);
  }

  private static Optional<Form> undo(String word, String nominative) {
    String base = fold(nominative);
    return Endings.undo(fold(word)).stream().filter(form -> form.base().equals(base)).findFirst();
  }

  private static String fold(String word) {
    return Folded.of(word).toString();
  }
}

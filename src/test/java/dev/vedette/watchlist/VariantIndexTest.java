package dev.vedette.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.language.Clitics;
import dev.vedette.language.Endings;
import dev.vedette.language.Form;
import dev.vedette.language.Phonology;
import dev.vedette.language.Pronunciations;
import dev.vedette.language.Pronunciations.Pronunciation;
import dev.vedette.text.Folded;
import dev.vedette.watchlist.AnIndex.Sought;
import dev.vedette.watchlist.Lexicon.Use;
import dev.vedette.watchlist.Lexicon.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What saves work may never change an answer: tries, tables and memories against naive twins. */
class VariantIndexTest {

  private static final String[] WORDS = {
    "Sergei",
    "Сергея",
    "Lavrov",
    "Лаврову",
    "Lawrow",
    "Ławrowem",
    "Kim",
    "Jong",
    "Il",
    "Jong-il",
    "Chol",
    "Pak",
    "Пак",
    "Чен",
    "Wang",
    "Yi",
    "Ван",
    "И",
    "Merkel",
    "Меркель",
    "Μέρκελ",
    "メルケル",
    "محمد",
    "Mohammed",
    "Hassan",
    "حسن",
    "נתניהו",
    "Netanyahu",
    "박정천",
    "박",
    "정천이",
    "S.",
    "С.",
    "Viktorovich",
    "Викторович",
    "Zavod",
    "Завода",
    "LLC",
    "ООО",
    "of",
    "Ministry",
    "Trade",
    "เมอร์เคิล",
    "'s",
    "d'Angelo",
    "Angelo",
    "und",
    "a",
    "Lavrvo",
    "Merkle"
  };

  private static final String[] SEPARATORS = {
    " ", " ", " ", " ", "-", ", ", "\n", ". ", "", " „", ": "
  };

  private static final Set<Phonology> UNPARTED =
      EnumSet.of(Phonology.COMMON, Phonology.CONSONANTAL);

  private final long seed = Long.getLong("vedette.seed", 20_261_124L);
  private final Random random = new Random(seed);

  @Test
  void manyNamesAreFoundAsEachAloneWouldBe() {
    int mentions = 0;
    for (int round = 0; round < 60; round++) {
      List<Sought> names = names();
      VariantIndex all = AnIndex.of(names);
      for (int texts = 0; texts < 5; texts++) {
        String text = text(2 + random.nextInt(30));
        Set<String> together = found(all, names, text);
        Set<String> apart = new TreeSet<>();
        for (Sought name : names) {
          apart.addAll(found(AnIndex.of(List.of(name)), List.of(name), text));
        }
        assertThat(together).as("seed %d, %s in '%s'", seed, names, text).isEqualTo(apart);
        assertThat(found(all, names, text)).as("once more").isEqualTo(together);
        mentions += together.size();
      }
    }
    assertThat(mentions).as("mentions that were there to be found").isGreaterThan(300);
  }

  @Test
  void aTextIsFoundTheSameWhateverCameBefore() {
    List<Sought> names = names();
    VariantIndex warm = AnIndex.of(names);
    for (int round = 0; round < 300; round++) {
      String text = text(20);
      assertThat(found(warm, names, text))
          .as("seed %d, %s in '%s'", seed, names, text)
          .isEqualTo(found(AnIndex.of(names), names, text));
    }
  }

  @Test
  void wordsAreThoseThatShareASpellingOrAPronunciation() {
    Lexicon lexicon = new Lexicon();
    List<Word> words = new ArrayList<>();
    for (String written : WORDS) {
      String letters = Folded.of(written).toString().replaceAll("[^\\p{L}\\p{M}]", "");
      if (!letters.isEmpty()) {
        Word word = new Word(letters, UNPARTED, Use.WORD);
        lexicon.add(word, 0);
        words.add(word);
      }
    }
    lexicon.build();
    WordForms forms = new WordForms(lexicon);
    for (Word token : words) {
      Set<String> found = new TreeSet<>();
      for (Candidate candidate : forms.of(token.letters())) {
        found.add(lexicon.word(candidate.word()).letters());
      }
      assertThat(found).as(token.letters()).isEqualTo(naive(words, token.letters()));
    }
  }

  /** Every word is compared with every form in all its readings. */
  private static Set<String> naive(List<Word> words, String token) {
    List<String> bases = new ArrayList<>(List.of(token));
    Endings.undo(token).stream().map(Form::base).forEach(bases::add);
    Clitics.strip(token).stream().map(Form::base).forEach(bases::add);
    Set<String> same = new TreeSet<>();
    for (Word word : words) {
      for (String base : bases) {
        boolean proves = Math.min(base.length(), word.letters().length()) > 1;
        if (base.equals(word.letters()) || (proves && sharePronunciation(base, word.letters()))) {
          same.add(word.letters());
        }
      }
    }
    return same;
  }

  private static boolean sharePronunciation(String base, String word) {
    return !Collections.disjoint(pronunciations(base), pronunciations(word))
        || (Lexicon.isConsonantal(base) != Lexicon.isConsonantal(word)
            && !Collections.disjoint(shown(base), shown(word)));
  }

  private static Set<Long> pronunciations(String word) {
    Set<Long> hashes = new TreeSet<>();
    Pronunciations.of(word, UNPARTED).forEach(said -> hashes.add(said.hash()));
    return hashes;
  }

  private static Set<Long> shown(String word) {
    Set<Long> hashes = new TreeSet<>(pronunciations(word));
    for (Pronunciation common : Pronunciations.of(word, EnumSet.of(Phonology.COMMON))) {
      Pronunciations.consonantal(common).forEach(said -> hashes.add(said.hash()));
    }
    return hashes;
  }

  private static Set<String> found(VariantIndex index, List<Sought> names, String text) {
    return AnIndex.found(
        index,
        text,
        (name, surface, from, changes, weak) ->
            names.get(name) + " @" + from + " " + surface + " " + changes + " " + weak);
  }

  private List<Sought> names() {
    List<Sought> names = new ArrayList<>();
    Kind[] kinds = {Kind.PERSON, Kind.PERSON, Kind.ORGANIZATION};
    for (int count = 0; count < 12; count++) {
      String text = text(1 + random.nextInt(3)).replaceAll("[\\n.,:„]", " ");
      if (Name.hasWord(text)) {
        Name name = new Name(text, Name.Mode.VARIANTS, random.nextInt(2), random.nextInt(9) == 0);
        names.add(new Sought(name, kinds[random.nextInt(kinds.length)]));
      }
    }
    return names;
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int count = 0; count < words; count++) {
      text.append(text.length() == 0 ? "" : SEPARATORS[random.nextInt(SEPARATORS.length)]);
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}

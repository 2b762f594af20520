package dev.vedette.bench;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.vedette.article.Article;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Aho-Corasick over folded letters, and a filter for what begins and ends where words do. */
final class HankcsEngine implements Engine {

  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();

  HankcsEngine(List<String> names) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (int number = 0; number < names.size(); number++) {
      numbers.put(UnitFolding.words(names.get(number)), number);
    }
    trie.build(numbers);
  }

  @Override
  public void find(Article article, Mentions mentions) {
    char[] text = UnitFolding.fold(article.body());
    trie.parseText(
        text,
        (int start, int end, Integer name) -> {
          if (isSpace(text, start - 1) && isSpace(text, end)) {
            mentions.at(name, start, end);
          }
        });
  }

  private static boolean isSpace(char[] text, int at) {
    return at < 0 || at == text.length || text[at] == ' ';
  }
}

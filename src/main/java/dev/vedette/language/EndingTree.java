package dev.vedette.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Endings read from their last letter to their first, with the rules that each one is cut by. */
final class EndingTree {

  /** In order; each leads to the node of the same number. */
  private final char[] letters;

  private final EndingTree[] nodes;
  private final EndingRule[] rules;

  private EndingTree(char[] letters, EndingTree[] nodes, EndingRule[] rules) {
    this.letters = letters;
    this.nodes = nodes;
    this.rules = rules;
  }

  /** Passes on the rules that a word fits, those with the shortest cut first. */
  void visit(String word, Consumer<EndingRule> visitor) {
    EndingTree node = this;
    for (int at = word.length() - 1; at > 0; at--) {
      node = node.next(word.charAt(at));
      if (node == null) {
        return;
      }
      for (EndingRule rule : node.rules) {
        if (rule.fits(word)) {
          visitor.accept(rule);
        }
      }
    }
  }

  private @Nullable EndingTree next(char letter) {
    int found = Arrays.binarySearch(letters, letter);
    return found < 0 ? null : nodes[found];
  }

  /** Collects rules; those that differ in their languages only become one. */
  static final class Builder {

    private final TreeMap<Character, Builder> next = new TreeMap<>();
    private final List<EndingRule> rules = new ArrayList<>();

    void add(EndingRule rule) {
      Builder node = this;
      for (int at = rule.cut().length() - 1; at >= 0; at--) {
        node = node.next.computeIfAbsent(rule.cut().charAt(at), letter -> new Builder());
      }
      node.merge(rule);
    }

    EndingTree build() {
      char[] letters = new char[next.size()];
      EndingTree[] nodes = new EndingTree[next.size()];
      int at = 0;
      for (var child : next.entrySet()) {
        letters[at] = child.getKey();
        nodes[at] = child.getValue().build();
        at++;
      }
      return new EndingTree(letters, nodes, rules.toArray(EndingRule[]::new));
    }

    private void merge(EndingRule rule) {
      for (int at = 0; at < rules.size(); at++) {
        EndingRule known = rules.get(at);
        if (known.sameAs(rule)) {
          rules.set(at, known.of(Tags.join(known.languages(), rule.languages())));
          return;
        }
      }
      rules.add(rule);
    }
  }
}

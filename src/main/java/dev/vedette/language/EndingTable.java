package dev.vedette.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules of endings, found by reading a word from its end. Immutable. */
final class EndingTable {

  private final EndingTree tree;
  private final Map<String, String> suffixes;

  private EndingTable(EndingTree tree, Map<String, String> suffixes) {
    this.tree = tree;
    this.suffixes = suffixes;
  }

  static EndingTable of(List<EndingRow> rows) {
    EndingTree.Builder tree = new EndingTree.Builder();
    Map<String, String> suffixes = new HashMap<>();
    for (EndingRow row : rows) {
      row.rules().forEach(tree::add);
      addSuffixes(row, suffixes);
    }
    return new EndingTable(tree.build(), Map.copyOf(suffixes));
  }

  /** See {@link Endings#undo}. */
  List<Form> undo(String word) {
    List<Form> forms = new ArrayList<>();
    tree.visit(word, rule -> add(rule.undo(word), forms));
    return forms;
  }

  /** The languages of a suffix that stands after a joint; empty if it is none. */
  String languages(char joint, String suffix) {
    return suffixes.getOrDefault(joint + suffix, "");
  }

  private static void add(Form form, List<Form> forms) {
    for (int at = 0; at < forms.size(); at++) {
      if (forms.get(at).base().equals(form.base())) {
        forms.set(at, forms.get(at).and(form));
        return;
      }
    }
    forms.add(form);
  }

  private static void addSuffixes(EndingRow row, Map<String, String> suffixes) {
    for (char joint : row.joints().replace("+", "").toCharArray()) {
      for (String ending : row.endings()) {
        suffixes.merge(joint + ending, row.languages(), Tags::join);
      }
    }
  }
}

package dev.vedette.cli;

import dev.vedette.imports.DocumentFrequency;
import dev.vedette.imports.Doubt;
import dev.vedette.imports.Imported;
import dev.vedette.imports.Imported.Weak;
import dev.vedette.imports.LeftOut;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import has to say besides its entries: what it left out, and which names are doubtful.
 */
final class ImportReport {

  private static final int MOST_SHOWN = 5;

  private final PrintWriter out;
  private final @Nullable DocumentFrequency kept;

  /**
   * @param kept what was counted in the kept articles; null if nothing was
   */
  ImportReport(PrintWriter out, @Nullable DocumentFrequency kept) {
    this.out = out;
    this.kept = kept;
  }

  void print(Imported imported) {
    int strong = imported.entries().stream().mapToInt(entry -> entry.names().size()).sum();
    out.printf(
        "entries: %d, names: %d, weak names: %d%n",
        imported.entries().size(), strong, imported.weak().size());
    printLeftOut(imported.leftOut());
    printWeak(imported.weak());
    printShared(imported.shared());
    printKept();
    long lame = imported.entries().stream().filter(entry -> entry.names().isEmpty()).count();
    if (lame > 0) {
      out.printf(
          "entries with weak names only: %d; they count in texts that also hold a word of their"
              + " context%n",
          lame);
    }
  }

  private void printKept() {
    if (kept == null) {
      return;
    }
    List<String> commonest =
        kept.commonest(MOST_SHOWN).stream()
            .map(one -> "%d (%s)".formatted(one.articles(), one.name()))
            .toList();
    out.printf(
        "counted in the kept articles: %d%s%n",
        kept.articles(),
        commonest.isEmpty()
            ? "; none of the names stands in any"
            : "; the commonest names stand in " + String.join(", ", commonest));
  }

  private void printLeftOut(List<LeftOut> leftOut) {
    if (leftOut.isEmpty()) {
      return;
    }
    out.println("left out:");
    for (LeftOut one : leftOut) {
      boolean more = one.count() > one.places().size();
      out.printf(
          "  %6d  %s (%s%s)%n",
          one.count(), one.reason(), String.join(", ", one.places()), more ? ", ..." : "");
    }
  }

  private void printWeak(List<Weak> weak) {
    Map<Doubt, List<Weak>> byReason = new EnumMap<>(Doubt.class);
    for (Doubt doubt : Doubt.values()) {
      List<Weak> some = weak.stream().filter(one -> one.why() == doubt).toList();
      if (!some.isEmpty()) {
        byReason.put(doubt, some);
      }
    }
    if (!byReason.isEmpty()) {
      out.println("weak, since by themselves they would mean too much:");
      byReason.forEach(
          (doubt, some) -> out.printf("  %6d  %s: %s%n", some.size(), doubt.words(), shown(some)));
    }
  }

  private void printShared(List<Weak> shared) {
    if (!shared.isEmpty()) {
      out.println("strong, though others are called so too:");
      out.printf("  %6d  main names: %s%n", shared.size(), shown(shared));
    }
  }

  private String shown(List<Weak> weak) {
    String some = String.join(", ", weak.stream().limit(MOST_SHOWN).map(this::shown).toList());
    return weak.size() > MOST_SHOWN ? some + ", ..." : some;
  }

  private String shown(Weak one) {
    String count = kept == null || one.why() != Doubt.FREQUENT ? "" : ", " + kept.words(one);
    return one.name() + " (" + one.entry() + count + ")";
  }
}

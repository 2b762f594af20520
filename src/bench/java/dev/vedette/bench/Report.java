package dev.vedette.bench;

import dev.vedette.article.Article;
import dev.vedette.watchlist.Entry;
import dev.vedette.watchlist.Name.Mode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The tables that a measurement ends with. A megabyte is a million bytes of UTF-8. */
final class Report {

  private final PrintWriter out;
  private final String size;
  private final List<String> names;
  private final List<Article> articles;
  private final int counting;
  private final double megabytes;

  /**
   * @param counting how many of the last laps count
   */
  Report(PrintWriter out, String size, List<String> names, List<Article> articles, int counting) {
    this.out = out;
    this.size = size;
    this.names = names;
    this.articles = articles;
    this.counting = counting;
    this.megabytes =
        articles.stream()
                .mapToLong(article -> article.body().getBytes(StandardCharsets.UTF_8).length)
                .sum()
            / 1e6;
  }

  void print(List<Run> runs) {
    line(
        "%,d names, %,d texts of %.1f MB, Java %s, median of the last %d laps",
        names.size(), articles.size(), megabytes, Runtime.version().feature(), counting);
    line("");
    line(
        "%-24s %7s %7s %7s %7s %7s %8s %8s  %s",
        "engine", "load s", "B/name", "MB/s", "wall", "first", "hits", "shared", "checksum");
    runs.forEach(this::print);
    line("");
    Target.ALL.forEach(target -> print(target, runs));
    if (size.equals(Target.LARGEST)) {
      runs.forEach(this::printSizes);
    }
    line("%-44s %7.0f  in each of ours", "the entries alone, B/name", entriesPerName());
  }

  private void print(Run run) {
    SharedMentions mentions = run.mentions();
    line(
        "%-24s %7.2f %7s %7.1f %7.1f %7.1f %8s %8s  %s",
        run.contender().title(),
        run.loadSeconds(),
        mentions == null ? "-" : Math.round(run.heapPerName()),
        speed(run.median(counting, Lap::cpu)),
        speed(run.median(counting, Lap::wall)),
        speed(run.first().cpu()),
        mentions == null ? "-" : run.first().hits(),
        mentions == null ? "-" : mentions.shared().size(),
        mentions == null ? "-" : mentions.checksum());
  }

  private double speed(double nanoseconds) {
    return megabytes / (nanoseconds / 1e9);
  }

  private void print(Target target, List<Run> runs) {
    Optional<Run> who = find(target.who(), runs);
    Optional<Run> against = find(target.against(), runs);
    if (who.isPresent() && against.isPresent()) {
      line(
          "%-44s %7.2f  %s",
          target.who().title() + " / " + target.against().title(),
          who.get().timesAsFastAs(against.get(), counting),
          target.at(size));
    }
  }

  private void printSizes(Run run) {
    String title = run.contender().title();
    Integer most = Target.MOST_HEAP.get(run.contender());
    if (most != null) {
      line("%-44s %7.0f  at most %d", title + ", B/name", run.heapPerName(), most);
      line(
          "%-44s %7.1f  at most %d",
          title + ", load s", run.loadSeconds(), Target.MOST_LOAD_SECONDS);
    }
  }

  private static Optional<Run> find(Contender contender, List<Run> runs) {
    return runs.stream().filter(run -> run.contender() == contender).findFirst();
  }

  /** What the analyst's own data take: part of the heap of each of Vedette's engines. */
  private double entriesPerName() {
    long before = Heap.used();
    List<Entry> entries =
        VedetteEngine.entries(
            names.stream().map(name -> new String(name.toCharArray())).toList(), Mode.FOLDED, 0);
    long after = Heap.used();
    return (double) (after - before) / entries.size();
  }

  /** Words that it has not met cost most, and a memory that knows them all flatters. */
  void printNewWords(Run again) {
    line(
        "%-44s %7.1f",
        again.contender().title() + ", loaded anew: first lap, MB/s", speed(again.first().cpu()));
  }

  /** Whether all engines have the same shared mentions; says where not. */
  boolean allAgree(List<Run> runs) {
    List<Run> finders = runs.stream().filter(run -> run.mentions() != null).toList();
    boolean agree = true;
    for (Run run : finders) {
      for (Run other : finders) {
        List<String> missing = missing(run, other);
        missing.forEach(
            what ->
                line(
                    "NOT FOUND by %s, but by %s: %s",
                    run.contender().title(), other.contender().title(), what));
        agree &= missing.isEmpty();
      }
    }
    return agree;
  }

  private List<String> missing(Run run, Run other) {
    return Objects.requireNonNull(run.mentions())
        .missing(Objects.requireNonNull(other.mentions()), articles);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}

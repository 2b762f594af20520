package dev.vedette.text;

import java.util.function.IntPredicate;

/**
 * What a new text has in common with one that is remembered, as shares from 0 to 1.
 *
 * <p>A stretch counts as common where a fair part of the shingles around each place is, so that an
 * edited or badly recognised copy is common throughout, while two articles on one event with a
 * quotation in common are so there alone. How densely the common shingles stand tells the two apart
 * where few stand everywhere.
 *
 * @param fresh how much of the new text is common
 * @param told how much of the one remembered is
 * @param density of the shingles in the common stretches, how many are common
 * @param freshLead how much of the beginning of the new text is common
 * @param toldLead how much of the beginning of the one remembered is
 * @param facts of the shingles with figures or names that the new text has or has replaced, how
 *     many it has; where none is in the sample, as {@code figures}
 * @param others the same of the other shingles; 1 if there are none
 * @param replaced in how many places it has replaced facts; a figure stands in several shingles,
 *     and is one place
 * @param figures of the figures that both are known to have, or could have, how many are common; 1
 *     if there are none
 * @param figureCount how many could be
 */
public record Overlap(
    double fresh,
    double told,
    double density,
    double freshLead,
    double toldLead,
    double facts,
    double others,
    int replaced,
    double figures,
    int figureCount) {

  /** Marks on either side of a place that are its surroundings. */
  private static final int AROUND = 4;

  /** The most marks on end that can have been replaced; more are another passage. */
  private static final int REPLACED = 6;

  /** The most shingles that one figure stands in, where a point makes two words of it. */
  private static final int OF_ONE_FACT = 4;

  /** The least part of the surroundings that must be common. */
  private static final double FAIR = 0.2;

  /** Marks that are the beginning of a text. */
  private static final int LEAD = 20;

  private static final Overlap NONE = new Overlap(0, 0, 0, 0, 0, 1, 1, 0, 1, 0);

  /**
   * Compares.
   *
   * @param fresh dense
   * @param told thin
   * @param common which marks stand in so many stories that they say nothing
   */
  public static Overlap of(Imprint fresh, Imprint told, IntPredicate common) {
    return new Comparison(fresh, told, common).overlap();
  }

  /** How many of the figures that both could have are others. */
  public int figuresReplaced() {
    return (int) Math.round(figureCount * (1 - figures));
  }

  private static final class Comparison {

    private final Imprint fresh;
    private final Imprint told;
    private final IntPredicate common;

    /** Which marks of the one that is remembered the other has. */
    private final boolean[] kept;

    /** The same of those that say something, and how many words each stands for. */
    private final boolean[] hits;

    private final int[] weights;
    private int count;

    Comparison(Imprint fresh, Imprint told, IntPredicate common) {
      this.fresh = fresh;
      this.told = told;
      this.common = common;
      this.kept = new boolean[told.size()];
      this.hits = new boolean[told.size()];
      this.weights = new int[told.size()];
    }

    Overlap overlap() {
      int all = 0;
      int at = 0;
      for (int block = 0; block < told.blocks(); block++) {
        int weight = told.weight(block);
        for (int end = at + told.inBlock(block); at < end; at++) {
          all += weight;
          kept[at] = fresh.has(told.mark(at));
          if (!common.test(told.mark(at))) {
            weights[count] = weight;
            hits[count++] = kept[at];
          }
        }
      }
      return count == 0 ? NONE : measure(all);
    }

    private Overlap measure(int all) {
      int telling = 0;
      int covered = 0;
      int dense = 0;
      for (int i = 0; i < count; i++) {
        telling += weights[i];
        if (isCovered(i)) {
          covered += weights[i];
          dense += hits[i] ? weights[i] : 0;
        }
      }
      if (covered == 0) {
        return NONE;
      }
      double shared = (double) told.words() * covered / all;
      double whole = Math.max(1, fresh.words() * tellingPart());
      Figures figures = Figures.of(fresh.figures(), told.figures());
      Kept form = new Kept(told, kept);
      return new Overlap(
          Math.min(1, shared / whole),
          (double) covered / telling,
          (double) dense / covered,
          freshLead(),
          toldLead(),
          form.facts(figures.share()),
          form.others(),
          form.places,
          figures.share(),
          figures.count());
    }

    private boolean isCovered(int i) {
      int from = Math.max(0, i - AROUND);
      int to = Math.min(count, i + AROUND + 1);
      int found = 0;
      for (int j = from; j < to; j++) {
        found += hits[j] ? 1 : 0;
      }
      return found >= FAIR * (to - from);
    }

    /** How much of the new text does not stand in many stories. */
    private double tellingPart() {
      long all = 0;
      long telling = 0;
      int at = 0;
      for (int block = 0; block < fresh.blocks(); block++) {
        int weight = fresh.weight(block);
        for (int end = at + fresh.inBlock(block); at < end; at++) {
          all += weight;
          telling += common.test(fresh.mark(at)) ? 0 : weight;
        }
      }
      return all == 0 ? 0 : (double) telling / all;
    }

    private double toldLead() {
      int found = 0;
      int lead = Math.min(LEAD, count);
      for (int i = 0; i < lead; i++) {
        found += hits[i] ? 1 : 0;
      }
      return (double) found / lead;
    }

    private double freshLead() {
      int found = 0;
      int lead = 0;
      for (int i = 0; i < fresh.size() && lead < LEAD; i++) {
        if (!common.test(fresh.mark(i))) {
          lead++;
          found += told.has(fresh.mark(i)) ? 1 : 0;
        }
      }
      return lead == 0 ? 0 : (double) found / lead;
    }
  }

  /**
   * What was kept of the facts and of the rest, and what was replaced in the midst of it; of marks
   * of many stories too, as every text that fills a form has most of it in common with the others.
   */
  private static final class Kept {

    private int facts;
    private int others;
    private int replacedFacts;
    private int replacedOthers;
    private int places;

    Kept(Imprint told, boolean[] hits) {
      int next = hits.length;
      for (int i = 0; i < hits.length; i++) {
        if (hits[i]) {
          replace(told, next, i);
          next = i + 1;
          facts += told.isFact(i) ? 1 : 0;
          others += told.isFact(i) ? 0 : 1;
        }
      }
    }

    /** Between two that were kept; what is missing at the edge of a cut is not replaced. */
    private void replace(Imprint told, int from, int to) {
      if (to - from > REPLACED) {
        return;
      }
      int before = replacedFacts;
      for (int i = from; i < to; i++) {
        replacedFacts += told.isFact(i) ? 1 : 0;
        replacedOthers += told.isFact(i) ? 0 : 1;
      }
      int here = replacedFacts - before;
      places += here == 0 ? 0 : here <= OF_ONE_FACT ? 1 : 2;
    }

    /**
     * @param unknown where the sample has none
     */
    double facts(double unknown) {
      return facts + replacedFacts == 0 ? unknown : (double) facts / (facts + replacedFacts);
    }

    double others() {
      return others + replacedOthers == 0 ? 1 : (double) others / (others + replacedOthers);
    }
  }

  /** Of the figures that both would have kept, how many are the same. */
  private record Figures(double share, int count) {

    static Figures of(char[] one, char[] other) {
      int limit = Math.min(limit(one), limit(other));
      int ones = upTo(one, limit);
      int others = upTo(other, limit);
      int both = 0;
      for (int i = 0, j = 0; i < ones && j < others; ) {
        if (one[i] == other[j]) {
          both++;
          i++;
          j++;
        } else if (one[i] < other[j]) {
          i++;
        } else {
          j++;
        }
      }
      int count = Math.min(ones, others);
      return new Figures(count == 0 ? 1 : (double) both / count, count);
    }

    /** A full list says nothing of what is beyond its last. */
    private static int limit(char[] figures) {
      return figures.length < Imprint.MOST_FIGURES ? 0xffff : figures[figures.length - 1];
    }

    private static int upTo(char[] figures, int limit) {
      int count = 0;
      while (count < figures.length && figures[count] <= limit) {
        count++;
      }
      return count;
    }
  }
}

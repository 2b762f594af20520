package dev.vedette.alert;

import dev.vedette.alert.Alert.CopyKind;
import dev.vedette.text.Imprint;
import dev.vedette.text.Overlap;

/**
 * Whether a text is a copy of another, by what they have in common, and of which kind.
 *
 * <p>A copy is either common to a good part with the other on both sides; or lies in it nearly
 * whole, and then makes up a good part of it or holds its beginning; or the reverse. So a story
 * told again at full length is a copy of its own lead, but a round-up is none of the articles that
 * it begins, nor is an article that shares its background with another. Nor is what was filled into
 * the same form: where figures and names were replaced and nearly all else was kept, two reports
 * tell of two quakes, two matches or two people. Who edits a text, or reads it badly, spares the
 * words around its figures no more than those.
 */
final class CopyTest {

  /** Fewer words than this say too little to be like others. */
  private static final int FEWEST_WORDS = 20;

  /** Of a text that lies in the other. */
  private static final double NEARLY_WHOLE = 0.75;

  /** Of one that the other begins with and goes on, under another headline. */
  private static final double WHOLE = 0.9;

  /** How closely it must follow the other's words. */
  private static final double CLOSELY = 0.6;

  /** The same if their beginnings are alike too. */
  private static final double LOOSELY = 0.3;

  private static final double HALF = 0.46;
  private static final double MOST = 0.6;

  /** Of either text, where neither lies in the other. */
  private static final double GOOD_PART = 0.38;

  /** Of both together. */
  private static final double BOTH = 1.0;

  /** Of the words of the shorter, those that must be common then. */
  private static final double WORDS_COMMON = 0.25;

  private static final double LEAD_COMMON = 0.3;

  /** The same where neither text lies in the other. */
  private static final double BOTH_LEADS = 0.35;

  /** Of a page that has no more than the other's beginning. */
  private static final double LEAD_ALONE = 0.5;

  private static final double WORD_FOR_WORD = 0.8;

  /** Figures of a short text that say by themselves whether it is the same. */
  private static final int TELLING_FIGURES = 4;

  private static final double FIGURES_COMMON = 0.5;

  /** Places where figures or names must have been replaced to tell of something else. */
  private static final int FACTS_REPLACED = 2;

  /** Of the other words, those that are kept where a form was filled in; and then of the facts. */
  private static final double FORM_KEPT = 0.87;

  private static final double FACTS_KEPT = 0.6;

  /** How much more of the other words than of the facts is kept, if some of the form was edited. */
  private static final double FORM_ABOVE_FACTS = 0.4;

  private CopyTest() {}

  /** How sure it is that the fresh text is a copy: 0 if it is none, 3 at most. */
  static double sureness(Imprint fresh, Imprint told, Overlap overlap, boolean sameHeadline) {
    if (fresh.equalsWhole(told)) {
      return 3;
    }
    boolean copy =
        Math.min(fresh.words(), told.words()) >= FEWEST_WORDS
            && !hasOtherFacts(overlap)
            && (isLikeThroughout(overlap)
                || isPart(overlap)
                || isWhole(overlap)
                || isLead(overlap, sameHeadline)
                || beginsAlike(overlap));
    return copy ? overlap.fresh() + overlap.told() : 0;
  }

  private static boolean hasOtherFacts(Overlap overlap) {
    boolean isForm = overlap.others() >= FORM_KEPT;
    boolean isMoreForm = overlap.others() - overlap.facts() >= FORM_ABOVE_FACTS;
    if (overlap.figureCount() >= TELLING_FIGURES) {
      return overlap.figures() < FIGURES_COMMON
          && (isForm || isMoreForm || overlap.density() < WORD_FOR_WORD);
    }
    return Math.max(overlap.replaced(), overlap.figuresReplaced()) >= FACTS_REPLACED
        && (isMoreForm || (isForm && overlap.facts() <= FACTS_KEPT));
  }

  private static boolean isLikeThroughout(Overlap overlap) {
    double less = Math.min(overlap.fresh(), overlap.told());
    double more = Math.max(overlap.fresh(), overlap.told());
    double lead = Math.max(overlap.freshLead(), overlap.toldLead());
    return (less >= MOST || (less >= GOOD_PART && less + more >= BOTH && lead >= BOTH_LEADS))
        && more * overlap.density() >= WORDS_COMMON;
  }

  private static boolean beginsAlike(Overlap overlap) {
    return Math.min(overlap.freshLead(), overlap.toldLead()) >= MOST
        && overlap.fresh() >= LEAD_ALONE;
  }

  private static boolean isPart(Overlap overlap) {
    return overlap.fresh() >= NEARLY_WHOLE
        && ((overlap.told() >= HALF && overlap.density() >= CLOSELY)
            || (overlap.toldLead() >= LEAD_COMMON && overlap.density() >= LOOSELY));
  }

  private static boolean isWhole(Overlap overlap) {
    return overlap.told() >= NEARLY_WHOLE
        && overlap.fresh() >= HALF
        && overlap.density() >= CLOSELY;
  }

  /** A round-up begins with a lead too, but under a headline of its own. */
  private static boolean isLead(Overlap overlap, boolean sameHeadline) {
    return overlap.told() >= (sameHeadline ? NEARLY_WHOLE : WHOLE)
        && overlap.freshLead() >= LEAD_COMMON
        && overlap.density() >= LOOSELY;
  }

  /** Whether the fresh text shows so much that was not known of the story, or so much better. */
  static boolean isNews(Overlap overlap) {
    return overlap.fresh() < 0.85 || overlap.density() < 0.7;
  }

  /** The kind of a copy. */
  static CopyKind kind(Imprint fresh, Imprint told, Overlap overlap, boolean sameHeadline) {
    if (fresh.equalsWhole(told)) {
      return sameHeadline ? CopyKind.EXACT : CopyKind.REHEADLINED;
    }
    boolean cut = overlap.fresh() >= WHOLE && overlap.told() < WHOLE;
    if (!cut || overlap.density() < WORD_FOR_WORD) {
      return CopyKind.EDITED;
    }
    boolean begins = Math.min(overlap.freshLead(), overlap.toldLead()) >= MOST;
    return begins ? CopyKind.TRUNCATED : CopyKind.EXCERPT;
  }
}

package dev.vedette.config;

/** Tells a change that has come to rest from one that is still going on. */
public final class Settling {

  private String told;
  private String last;

  /**
   * @param now what is no change
   */
  public Settling(String now) {
    this.told = now;
    this.last = now;
  }

  /** Takes a look; true if it is other than what was last told, and the same as the look before. */
  public boolean look(String now) {
    boolean news = now.equals(last) && !now.equals(told);
    last = now;
    if (news) {
      told = now;
    }
    return news;
  }

  /** Whether the last look was what was last told, so that there is no change to wait for. */
  boolean isSettled() {
    return last.equals(told);
  }
}

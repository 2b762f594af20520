package dev.vedette.article;

/** The part of a page that a piece of text belongs to; it decides what a mention there is worth. */
public enum Zone {
  /** The headline, wherever it stands. */
  TITLE,
  /** The standfirst, or the first paragraph under the headline. */
  LEAD,
  /** The article's own running text. */
  BODY,
  /** The text of a picture, with its credit. */
  CAPTION,
  /** A pointer to another article, such as "Read more: ...". */
  LINK,
  /** Menus, forms, buttons, tags and other furniture of the site. */
  NAVIGATION,
  /** The byline, or who the author is. */
  BYLINE,
  /** Copyright, terms, privacy. */
  LEGAL;

  /** Whether a mention here can raise an alert by itself, unless a watchlist says otherwise. */
  public boolean alerts() {
    return this == TITLE || this == LEAD || this == BODY || this == CAPTION;
  }
}

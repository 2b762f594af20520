package dev.vedette.article;

/** What the analyst thinks of a source. */
public enum Trust {
  LOW,
  NORMAL,
  HIGH
}

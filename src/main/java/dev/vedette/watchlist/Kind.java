package dev.vedette.watchlist;

/** What an entry stands for; it decides how its names may vary. */
public enum Kind {
  PERSON,
  ORGANIZATION,
  VESSEL,
  WEAPON,
  PLACE,
  CONCEPT
}

package dev.vedette.watchlist;

/** How urgent an alert is; in rising order. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}

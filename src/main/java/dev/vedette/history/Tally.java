package dev.vedette.history;

import java.time.Instant;

/**
 * What became of an entry's alerts.
 *
 * @param alerts how many there were
 * @param falseAlarms how many of them somebody called false alarms
 * @param important how many of them somebody called important
 * @param last when the last one was raised
 */
public record Tally(int alerts, int falseAlarms, int important, Instant last) {}

/**
 * What another version of the watchlists would have told of the past, and how noisy a version is.
 *
 * <p>Everything here is a pure function of articles and watchlists: no clock, no I/O, no Kafka and
 * no logger. {@link dev.vedette.backtest.Backtest} is the way in, {@link
 * dev.vedette.backtest.BacktestReport} what comes out.
 */
@NullMarked
package dev.vedette.backtest;

import org.jspecify.annotations.NullMarked;

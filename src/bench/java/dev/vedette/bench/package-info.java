/**
 * Measures the production code: how well ({@link dev.vedette.bench.Evaluate}, for the scorers) and
 * how fast ({@link dev.vedette.bench.Speed}, and the benchmarks for JMH). Nothing depends on it.
 */
package dev.vedette.bench;

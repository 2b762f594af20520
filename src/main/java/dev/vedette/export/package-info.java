/**
 * Alerts in the formats of others: tables for people, objects for platforms that share
 * intelligence.
 *
 * <p>Pure: the same alerts yield the same text, names included, so that whoever takes it twice has
 * it once.
 */
@NullMarked
package dev.vedette.export;

import org.jspecify.annotations.NullMarked;

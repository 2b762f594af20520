/**
 * {@code main}, the commands, their wiring and the orderly end.
 *
 * <p>The only package that prints and exits; nobody depends on it.
 */
@NullMarked
package dev.vedette.cli;

import org.jspecify.annotations.NullMarked;

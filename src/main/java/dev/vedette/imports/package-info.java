/**
 * Sanctions lists of other formats, read into entries.
 *
 * <p>A {@link dev.vedette.imports.ListFormat} reads streams, one record at a time: what the list
 * names, as it says so itself, and how much of it was left out and why. {@link
 * dev.vedette.imports.Imported} makes entries of that: it finds the names that would mean too much
 * in running text, and makes them weak ({@code Doubt}).
 *
 * <p>A file that is cut off, damaged or in another format is refused whole, since half a list
 * misses names without a word; {@link dev.vedette.imports.ListException} says where and why.
 * Nothing here opens a file, asks a clock or writes a log. However long a file is, memory is
 * bounded by what is kept of it, and that by {@code Limits}.
 */
@NullMarked
package dev.vedette.imports;

import org.jspecify.annotations.NullMarked;

package dev.vedette.imports;

/**
 * One way in which a list calls somebody.
 *
 * @param text as the list has it, without quotation marks or remarks; holds a letter or digit
 * @param weak whether the list itself says that it is of little worth
 */
record Alias(String text, boolean weak) {}

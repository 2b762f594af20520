package dev.vedette.imports;

/**
 * What is kept of a list, at most. The largest collections of sanctions in use hold some 300,000
 * names; whatever is larger than this is another kind of file.
 */
final class Limits {

  /** Names of one import, over all its files. */
  static final int NAMES = 1_000_000;

  /** Names of one entry; the longest list for one person has some 150. */
  static final int NAMES_OF_ONE = 1_000;

  /** Characters of one name; official names of companies reach 250. */
  static final int NAME = 300;

  /** Characters of one value, such as a cell with all aliases of somebody. */
  static final int VALUE = 1 << 20;

  /** Columns of a table. */
  static final int COLUMNS = 100;

  /** Elements, or values, of one record. */
  static final int PARTS = 100_000;

  private Limits() {}
}

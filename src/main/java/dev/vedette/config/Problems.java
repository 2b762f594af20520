package dev.vedette.config;

import java.util.ArrayList;
import java.util.List;

/** Collects mistakes while the reading goes on. */
final class Problems {

  private final List<Problem> found = new ArrayList<>();

  void add(Problem problem) {
    found.add(problem);
  }

  /** A mistake of a whole file, at no place in it. */
  void add(String file, String message) {
    found.add(new Problem(file, 0, 0, message));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** How many so far, to see later whether there are more. */
  int count() {
    return found.size();
  }

  /**
   * @throws ConfigException if there are any, with all of them
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  /** All of them; there must be one. */
  ConfigException exception() {
    return new ConfigException(found);
  }
}

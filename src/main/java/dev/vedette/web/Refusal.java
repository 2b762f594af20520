package dev.vedette.web;

/** A request that is not answered as asked; its message tells the person who made it why. */
final class Refusal extends RuntimeException {

  private final int status;

  /** Refuses with a status of HTTP and a sentence. */
  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  static Refusal of(String parameter, String found, String expected) {
    return new Refusal(400, "%s: '%s' (expected: %s)".formatted(parameter, cut(found), expected));
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}

package dev.vedette.language;

/** Languages, as tags of BCP 47 parted by slashes. */
final class Tags {

  private Tags() {}

  /** All of the first, then those of the second that are not among them. */
  static String join(String first, String second) {
    if (first.equals(second)) {
      return first;
    }
    String joined = first;
    for (String tag : second.split("/", -1)) {
      if (!contains(joined, tag)) {
        joined += "/" + tag;
      }
    }
    return joined;
  }

  /** Whether a tag is among them. */
  static boolean contains(String tags, String tag) {
    return ("/" + tags + "/").contains("/" + tag + "/");
  }
}

package dev.vedette.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts in the ends that a damaged feed lacks where only one place is possible: an item ends where
 * the next begins, and marked text where its element does, if it would else swallow an item.
 */
final class MissingEnds {

  private static final Pattern TOKEN =
      Pattern.compile("<!\\[CDATA\\[|<!--|<(/?)([a-zA-Z][\\w.:-]*)");

  private static final Pattern ITEM = Pattern.compile("(?i)(?:\\w+:)?(?:item|entry)");

  private static final Pattern ITEM_BEGINS = Pattern.compile("(?i)<(?:\\w+:)?(?:item|entry)[\\s>]");

  private final String xml;
  private final StringBuilder mended;
  private final int lastMarkedEnd;
  private int copied;

  /** The name of the item that is open; empty where none is. */
  private String open = "";

  /** The name of the last element that began. */
  private String last = "";

  private MissingEnds(String xml) {
    this.xml = xml;
    this.lastMarkedEnd = xml.lastIndexOf("]]>");
    this.mended = new StringBuilder(xml.length() + 64);
  }

  /** The text with its ends. */
  static String mend(String xml) {
    return new MissingEnds(xml).mended();
  }

  private String mended() {
    Matcher token = TOKEN.matcher(xml);
    int at = 0;
    while (at < xml.length() && token.find(at)) {
      if (token.group(2) != null) {
        tag(token);
        at = token.end();
      } else {
        at = token.group().equals("<!--") ? behindComment(token.end()) : behindMarked(token.end());
      }
    }
    return mended.append(xml, copied, xml.length()).toString();
  }

  private void tag(Matcher token) {
    String name = token.group(2);
    boolean begins = token.group(1).isEmpty();
    last = begins ? name : last;
    if (!ITEM.matcher(name).matches()) {
      return;
    }
    if (begins && open.equals(name)) {
      insert("</" + name + ">", token.start());
    }
    open = begins ? name : "";
  }

  private int behindComment(int from) {
    int end = xml.indexOf("-->", from);
    return end < 0 ? xml.length() : end + 3;
  }

  private int behindMarked(int from) {
    int end = from > lastMarkedEnd ? -1 : xml.indexOf("]]>", from);
    String parentEnd = "</" + last + ">";
    if (end < 0) {
      return insertMarkedEnd(xml.indexOf(parentEnd, from), xml.length());
    }
    int parent = xml.substring(from, end).indexOf(parentEnd);
    boolean swallows = parent >= 0 && hasItem(from + parent, end);
    return insertMarkedEnd(swallows ? from + parent : -1, end + 3);
  }

  /** Where to go on: there, or where there is no such place, otherwise. */
  private int insertMarkedEnd(int at, int otherwise) {
    if (at < 0) {
      return otherwise;
    }
    insert("]]>", at);
    return at;
  }

  private boolean hasItem(int from, int to) {
    return ITEM_BEGINS.matcher(xml).region(from, to).find();
  }

  private void insert(String end, int at) {
    mended.append(xml, copied, at).append(end);
    copied = at;
  }
}

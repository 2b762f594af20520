package dev.vedette.sink;

import dev.vedette.document.SafeHtml;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a destination writes text: what it takes for its own signs is escaped. */
interface Markup {

  /** Words of others that stand as they are. */
  String plain(String text);

  /** Words that stand out. */
  String strong(String text);

  /** Words that lead somewhere. The address is one of http or https without spaces. */
  String link(String text, String url);

  /** No markup at all; an address stands behind the words. */
  Markup NONE =
      new Markup() {
        @Override
        public String plain(String text) {
          return text;
        }

        @Override
        public String strong(String text) {
          return text;
        }

        @Override
        public String link(String text, String url) {
          return text + "\n" + url;
        }
      };

  /** Slack's: three characters are its own everywhere, and with them all mentions and links. */
  Markup SLACK =
      new Markup() {
        @Override
        public String plain(String text) {
          return SafeHtml.escape(text);
        }

        @Override
        public String strong(String text) {
          return "*" + plain(text.replace('*', '\u2217')) + "*";
        }

        @Override
        public String link(String text, String url) {
          return "<" + plain(url.replace("|", "%7C")) + "|" + plain(text) + ">";
        }
      };

  /** The HTML that Telegram understands. */
  Markup TELEGRAM =
      new Markup() {
        @Override
        public String plain(String text) {
          return SafeHtml.escape(text);
        }

        @Override
        public String strong(String text) {
          return "<b>" + plain(text) + "</b>";
        }

        @Override
        public String link(String text, String url) {
          return "<a href=\"" + plain(url).replace("\"", "%22") + "\">" + plain(text) + "</a>";
        }
      };

  /** The HTML of letters. */
  Markup HTML =
      new Markup() {
        @Override
        public String plain(String text) {
          return SafeHtml.escape(text).replace("\"", "&quot;");
        }

        @Override
        public String strong(String text) {
          return "<b>" + plain(text) + "</b>";
        }

        @Override
        public String link(String text, String url) {
          return "<a href=\"" + plain(url) + "\">" + plain(text) + "</a>";
        }
      };

  /** Discord's Markdown; mentions are forbidden beside the text. */
  Markup DISCORD = new Markdown("\\`*_~|>#[]()<:-.");

  /** Mattermost's Markdown; a sign that nobody sees keeps names from being called. */
  Markup MATTERMOST =
      new Markdown("\\`*_~|>#[]()<{}+-!:.") {
        @Override
        public String plain(String text) {
          return super.plain(text).replace("@", "@\u200b");
        }
      };

  /** Markdown in which a backslash takes the meaning of a sign away. */
  class Markdown implements Markup {

    private final Pattern signs;

    /**
     * @param signs all that mean something
     */
    Markdown(String signs) {
      this.signs = Pattern.compile("[\\Q" + signs + "\\E]");
    }

    @Override
    public String plain(String text) {
      return signs.matcher(text).replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
    }

    @Override
    public String strong(String text) {
      return "**" + plain(text) + "**";
    }

    @Override
    public String link(String text, String url) {
      String safe = url.replace("(", "%28").replace(")", "%29").replace("<", "%3C");
      return "[" + plain(text) + "](" + safe.replace(">", "%3E").replace("\\", "%5C") + ")";
    }
  }
}

package dev.vedette.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as they may be shown: without the passwords and keys that people put into them. */
public final class Redact {

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#@]*@");

  private static final Pattern PARAMETER = Pattern.compile("([?&;])([^=&;#]+)=([^&;#]*)");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(token|key|secret|pass|pwd|auth|sig|session|credential|jwt|hash|code).*");

  /** Long, with letters and digits mixed: nobody reads that, so it may open something. */
  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9_.~%+/=-]{20,}");

  private Redact() {}

  /** The address with {@code <secret>} in the place of its login and of what looks like a key. */
  public static String url(String url) {
    String shown = USER_INFO.matcher(url).replaceFirst("<secret>@");
    Matcher matcher = PARAMETER.matcher(shown);
    StringBuilder redacted = new StringBuilder();
    while (matcher.find()) {
      boolean secret =
          SECRET_NAME.matcher(matcher.group(2).toLowerCase(Locale.ROOT)).matches()
              || SECRET_VALUE.matcher(matcher.group(3)).matches();
      String value = secret ? "<secret>" : matcher.group(3);
      matcher.appendReplacement(
          redacted, Matcher.quoteReplacement(matcher.group(1) + matcher.group(2) + "=" + value));
    }
    return matcher.appendTail(redacted).toString();
  }
}

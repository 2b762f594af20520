package dev.vedette.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values that must not show in anything said of a source or a sink: what the configuration took
 * from {@code ${env:}} and {@code ${file:}}. {@link Redact} only guesses at secrets; these are
 * known ones.
 */
public final class Secrets {

  /** Nothing to hide. */
  public static final Secrets NONE = new Secrets(null);

  /** Shorter ones keep nothing safe, and hiding them would tear words apart. */
  private static final int SHORTEST = 4;

  private final @Nullable Pattern values;

  private Secrets(@Nullable Pattern values) {
    this.values = values;
  }

  /** These values, each as it is and, where it is an address, in the forms that messages have. */
  public static Secrets of(Collection<String> values) {
    TreeSet<String> forms =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed() // the longest first, as one may hold another
                .thenComparing(Comparator.naturalOrder()));
    for (String value : values) {
      for (String form : new String[] {value, Redact.url(value)}) {
        forms.add(form);
        forms.add(form.substring(form.indexOf("://") < 0 ? 0 : form.indexOf("://") + 3));
      }
    }
    forms.removeIf(form -> form.length() < SHORTEST);
    return forms.isEmpty()
        ? NONE
        : new Secrets(
            Pattern.compile(forms.stream().map(Pattern::quote).collect(Collectors.joining("|"))));
  }

  /** The text with {@code <secret>} in the place of each. */
  public String hide(String text) {
    return values == null ? text : values.matcher(text).replaceAll("<secret>");
  }

  /** Whether the text would show one. */
  public boolean showIn(String text) {
    return !hide(text).equals(text);
  }

  @Override
  public String toString() {
    return "<secret>";
  }
}

package dev.vedette.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${env:NAME}} and {@code ${file:/path}}, so that secrets need not stand in the
 * configuration. What was filled in is never part of a message.
 */
interface Placeholders {

  /** Where texts mean just what they say. */
  Placeholders NONE = text -> text;

  /**
   * The text with its placeholders filled in, each once: a value that looks like a placeholder
   * itself stays as it is.
   *
   * @throws Unexpected if one of them has no value
   */
  String fill(String text) throws Unexpected;

  /**
   * Placeholders with values.
   *
   * @param environment the variables that {@code env:} names
   * @param directory what relative paths after {@code file:} are relative to
   * @param filled is told each value that was filled in
   */
  static Placeholders of(Map<String, String> environment, Path directory, Consumer<String> filled) {
    return new Filled(environment, directory, filled);
  }

  /** Placeholders with values. */
  record Filled(Map<String, String> environment, Path directory, Consumer<String> filled)
      implements Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}?");
    private static final String FORMS = "${env:NAME} or ${file:/path}";

    @Override
    public String fill(String text) throws Unexpected {
      Matcher matcher = PLACEHOLDER.matcher(text);
      StringBuilder whole = new StringBuilder();
      while (matcher.find()) {
        String value = value(matcher);
        filled.accept(value);
        matcher.appendReplacement(whole, Matcher.quoteReplacement(value));
      }
      return matcher.appendTail(whole).toString();
    }

    private String value(Matcher placeholder) throws Unexpected {
      String written = placeholder.group();
      String name = placeholder.group(1);
      if (written.endsWith("}") && name.startsWith("env:")) {
        return variable(name.substring("env:".length()), placeholder);
      }
      if (written.endsWith("}") && name.startsWith("file:") && name.length() > "file:".length()) {
        return content(name.substring("file:".length()), placeholder);
      }
      throw Unexpected.at(placeholder.start(), Words.quoted(written), FORMS);
    }

    private String variable(String name, Matcher placeholder) throws Unexpected {
      String value = environment.get(name);
      if (value == null) {
        throw Unexpected.at(
            placeholder.start(),
            Words.quoted(placeholder.group()),
            "the variable " + name + " in the environment");
      }
      return value;
    }

    private String content(String path, Matcher placeholder) throws Unexpected {
      try {
        String text = new String(TextFile.bytes(directory.resolve(path)), StandardCharsets.UTF_8);
        return text.replaceFirst("\\r?\\n\\z", "");
      } catch (Unexpected e) {
        throw Unexpected.at(
            placeholder.start(),
            Words.quoted(placeholder.group()),
            "a file that can be read; it " + e.found());
      } catch (InvalidPathException e) {
        throw Unexpected.at(placeholder.start(), Words.quoted(placeholder.group()), FORMS);
      }
    }

    @Override
    public String toString() {
      return "Placeholders[directory=" + directory + "]";
    }
  }
}

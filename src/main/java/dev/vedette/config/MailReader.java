package dev.vedette.config;

import dev.vedette.sink.MailSettings;
import java.util.ArrayList;
import java.util.List;

/** Reads a sink that writes letters. */
final class MailReader {

  private static final Format<String> MAILBOX =
      new Format<>(
          "an address such as desk@paper.example",
          text -> text.matches("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+") ? text : null);

  private static final Format<String> PASSWORD =
      new Format<>(
          "a text on one line",
          text -> {
            if (!text.matches("[^\\p{Cc}]+")) {
              throw Unexpected.secret("a text on one line");
            }
            return text;
          });

  private MailReader() {}

  static MailSettings read(Section section, String id) {
    List<String> to = new ArrayList<>();
    for (Value item : section.items("email", "a list of addresses")) {
      to.add(item.as(MAILBOX, ""));
    }
    Value written = section.value("email");
    if (written != null && (written.isEmpty() || written.isEmptyList())) {
      section.key("email").mistake("nobody to write to (expected: a list of addresses)");
    }
    String from = section.require("from", MAILBOX, "");
    if (!section.has("smtp")) {
      section.self().mistake("smtp is missing (expected: keys: " + Words.or(ConfigKeys.SMTP) + ")");
    }
    return new MailSettings(id, to, from, server(section));
  }

  private static MailSettings.Server server(Section section) {
    Section smtp = section.section("smtp", ConfigKeys.SMTP);
    var security =
        smtp.get(
            "security", Formats.oneOf(MailSettings.Security.class), MailSettings.Security.STARTTLS);
    if (smtp.has("user") != smtp.has("password")) {
      smtp.self().mistake("user without password, or the reverse (expected: both or none)");
    }
    return new MailSettings.Server(
        section.has("smtp") ? smtp.require("host", Addresses.HOST, "") : "",
        smtp.get("port", Formats.PORT, security.port()),
        security,
        smtp.get("user", Formats.TEXT, ""),
        smtp.get("password", PASSWORD, ""));
  }
}

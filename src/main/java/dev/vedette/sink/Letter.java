package dev.vedette.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vedette.alert.Alert;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A notification as an e-mail, in plain text and in HTML. What belongs to a story answers the
 * letter that told of it first, by whose name mail programs gather a thread; a letter that is sent
 * a second time has the same name as before.
 */
record Letter(MailSettings settings, Notification notification) {

  /** A letter has room for everything. */
  private static final int NO_LIMIT = 10_000_000;

  private static final int MOST_TITLE = 80;
  private static final int MOST_HEADLINE = 150;

  @SuppressWarnings("JavaUtilDate") // Jakarta Mail knows no other time
  MimeMessage message(Session session) throws MessagingException {
    String id = id();
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    message.setFrom(new InternetAddress(settings.from()));
    for (String to : settings.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(subject(), UTF_8.name());
    message.setSentDate(new Date());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    String story = story();
    if (!story.isEmpty() && !story.equals(id)) {
      message.setHeader("In-Reply-To", story);
      message.setHeader("References", story);
    }
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(text(), "text/plain"));
    parts.addBodyPart(part(html(), "text/html"));
    message.setContent(parts);
    return message;
  }

  private static MimeBodyPart part(String text, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(text, type + "; charset=UTF-8");
    return part;
  }

  /** The name of the first letter of the story; empty if there are several stories. */
  private String story() {
    List<String> stories =
        notification.alerts().stream().map(alert -> alert.story().id()).distinct().toList();
    return notification.kind() != Notification.Kind.DIGEST && stories.size() == 1
        ? name("story", stories.get(0))
        : "";
  }

  private String id() {
    boolean first =
        notification.alerts().stream().anyMatch(alert -> alert.type() == Alert.Type.RAISED);
    String story = story();
    return first && !story.isEmpty() ? story : name("event", notification.id());
  }

  private String name(String kind, String id) {
    return "<"
        + kind
        + "."
        + id
        + "@"
        + settings.from().substring(settings.from().indexOf('@') + 1)
        + ">";
  }

  private String subject() {
    if (notification.kind() == Notification.Kind.DIGEST || story().isEmpty()) {
      return "[Vedette] " + Wording.summary(notification);
    }
    Alert first = notification.first();
    return Wording.title(first, MOST_TITLE) + ": " + Wording.headline(first, MOST_HEADLINE);
  }

  private String text() {
    return new ChatText(Markup.NONE, NO_LIMIT, String::length).of(notification) + "\n";
  }

  private String html() {
    String text = new ChatText(Markup.HTML, NO_LIMIT, String::length).of(notification);
    return "<!doctype html>\n<html><body style=\"font-family: sans-serif\">\n"
        + Stream.of(text.split("\n\n", -1))
            .map(part -> "<p dir=\"auto\">" + part.replace("\n", "<br>\n") + "</p>\n")
            .collect(Collectors.joining())
        + "</body></html>\n";
  }
}

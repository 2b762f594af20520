package dev.vedette.sink;

import dev.vedette.document.SafeHtml;
import dev.vedette.document.Secrets;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends letters over SMTP: a connection for each, encrypted unless the operator says otherwise. */
final class MailSink implements AlertSink {

  private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);
  private static final String PATIENCE_MILLIS = "20000";

  private final MailSettings settings;
  private final Secrets own;
  private final Secrets others;
  private final Session session;

  MailSink(MailSettings settings, Secrets secrets) {
    this(settings, secrets, new Properties());
  }

  /**
   * @param more settings of the library, which go before ours
   */
  MailSink(MailSettings settings, Secrets secrets, Properties more) {
    this.settings = settings;
    this.own = Secrets.of(List.of(settings.server().password()));
    this.others = secrets;
    Properties all = properties(settings.server());
    all.putAll(more);
    this.session = Session.getInstance(all);
  }

  private static Properties properties(MailSettings.Server server) {
    boolean tls = server.security() == MailSettings.Security.TLS;
    boolean startTls = server.security() == MailSettings.Security.STARTTLS;
    Properties all = new Properties();
    all.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    all.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    all.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtp.sendpartial", "true"); // one dead address keeps no other from it
    all.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    all.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    all.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    return all;
  }

  @Override
  public Delivery deliver(Notification notification) {
    try {
      MimeMessage letter = new Letter(settings, notification).message(session);
      send(letter);
      return new Delivery.Delivered();
    } catch (SendFailedException e) {
      return ofFailure(e);
    } catch (MessagingException e) {
      return new Delivery.Postponed(null, why(e));
    }
  }

  private void send(MimeMessage letter) throws MessagingException {
    MailSettings.Server server = settings.server();
    Transport transport = session.getTransport("smtp");
    try {
      if (server.user().isEmpty()) {
        transport.connect(server.host(), server.port(), null, null);
      } else {
        transport.connect(server.host(), server.port(), server.user(), server.password());
      }
      transport.sendMessage(letter, letter.getAllRecipients());
    } finally {
      leave(transport);
    }
  }

  /** However a server answers to a farewell, what became of the letter stands before it. */
  private void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("connection to the mail server not closed well sink={}", settings.id(), e);
    }
  }

  private Delivery ofFailure(SendFailedException e) {
    String why = why(e);
    if (e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0) {
      LOG.warn(
          "mail not taken for some, the others have it sink={} not-reached={} why={}",
          settings.id(),
          Stream.of(e.getInvalidAddresses(), e.getValidUnsentAddresses())
              .filter(Objects::nonNull)
              .flatMap(Stream::of)
              .toList(),
          why);
      return new Delivery.Delivered();
    }
    boolean ofTheLetter =
        e instanceof SMTPSendFailedException refusal
            && ".".equals(refusal.getCommand())
            && refusal.getReturnCode() >= 500;
    return ofTheLetter ? new Delivery.Rejected(why) : new Delivery.Postponed(null, why);
  }

  private String why(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return "login refused by " + settings.server();
    }
    Throwable told = e;
    while (told.getCause() != null) {
      told = told.getCause();
    }
    String line = SafeHtml.line(String.valueOf(told.getMessage()));
    return "mail not taken by " + settings.server() + ": " + others.hide(own.hide(line));
  }
}

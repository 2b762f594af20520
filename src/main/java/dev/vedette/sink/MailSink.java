package dev.vedette.sink;

import dev.vedette.document.SafeHtml;
import dev.vedette.document.Secrets;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Sends letters over SMTP: a connection for each, encrypted unless the operator says otherwise. */
final class MailSink implements AlertSink {

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
    all.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    all.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    all.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    return all;
  }

  @Override
  public Delivery deliver(Notification notification) {
    MailSettings.Server server = settings.server();
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage letter = new Letter(settings, notification).message(session);
      if (server.user().isEmpty()) {
        transport.connect(server.host(), server.port(), null, null);
      } else {
        transport.connect(server.host(), server.port(), server.user(), server.password());
      }
      transport.sendMessage(letter, letter.getAllRecipients());
      return new Delivery.Delivered();
    } catch (SMTPSendFailedException e) {
      String why = why(e);
      boolean ofTheLetter = ".".equals(e.getCommand()) && e.getReturnCode() >= 500;
      return ofTheLetter ? new Delivery.Rejected(why) : new Delivery.Postponed(null, why);
    } catch (MessagingException e) {
      return new Delivery.Postponed(null, why(e));
    }
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

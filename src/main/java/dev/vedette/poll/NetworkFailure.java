package dev.vedette.poll;

import dev.vedette.document.SafeHtml;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;

/** What went wrong on the way, for somebody who does not read stack traces. */
final class NetworkFailure {

  private NetworkFailure() {}

  /**
   * @param url redacted
   * @param timeout in words
   */
  static String inWords(IOException failure, String url, String timeout) {
    if (failure instanceof AddressGuard.Forbidden) {
      return "not to be asked: " + url + ": " + SafeHtml.line(String.valueOf(failure.getMessage()));
    }
    if (failure instanceof UnknownHostException) {
      return "no such host: " + url;
    }
    if (failure instanceof ConnectTimeoutException || failure instanceof InterruptedIOException) {
      return "no answer within " + timeout + " from " + url;
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "no connection to " + url;
    }
    if (failure instanceof SSLException) {
      return "no secure connection to " + url + ": " + SafeHtml.line(failure.toString());
    }
    if (failure instanceof NoHttpResponseException
        || failure instanceof ConnectionClosedException
        || failure instanceof SocketException) {
      return "connection closed without an answer by " + url;
    }
    if (failure instanceof MessageConstraintException
        || failure.getCause() instanceof MessageConstraintException) {
      return "headers without measure from " + url;
    }
    if (failure.getCause() instanceof ProtocolException) {
      return "no valid HTTP from " + url;
    }
    return "cannot read " + url + ": " + SafeHtml.line(failure.toString());
  }
}

package dev.vedette.poll;

import dev.vedette.document.Links;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.support.BasicRequestBuilder;

/** Requests as they go over the wire. */
final class Requests {

  private Requests() {}

  /** Whether anything can be asked there. */
  static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getPort() <= Links.LAST_PORT;
  }

  /** Asks for what the request asks for at an address that it was led to. */
  static HttpRequest of(Fetcher.Request request, URI uri) {
    Method method = request.form() == null ? Method.GET : Method.POST;
    BasicRequestBuilder get =
        BasicRequestBuilder.create(method.name())
            .setUri(URI.create(withoutLogin(uri).toASCIIString()))
            .setHeader("Accept", request.accept());
    request.headersFor(uri).forEach(get::setHeader);
    get.setHeader("Accept-Encoding", "gzip, deflate, br");
    if (request.etag() != null) {
      get.setHeader("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      get.setHeader("If-Modified-Since", request.lastModified());
    }
    String login = uri.getUserInfo();
    if (login != null) {
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      get.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return get.build();
  }

  /** A login in the address is sent as a header, to the host that it was written for only. */
  private static URI withoutLogin(URI uri) {
    String login = uri.getRawUserInfo();
    return login == null ? uri : URI.create(uri.toString().replaceFirst("//[^/@]*@", "//"));
  }
}

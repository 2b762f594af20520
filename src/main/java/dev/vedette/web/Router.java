package dev.vedette.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests by the first route that fits; what goes wrong is answered in JSON. */
final class Router extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final List<Route> routes;
  private final JsonMapper mapper;

  Router(List<Route> routes, JsonMapper mapper) {
    this.routes = List.copyOf(routes);
    this.mapper = mapper;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> names = route.matches(path);
      if (names.isPresent()) {
        known = true;
        if (route.method().equals(method(request))) {
          send(request, response, callback, answer(route, new Call(request, names.get(), mapper)));
          return true;
        }
      }
    }
    Answer refused =
        known
            ? Answer.problem(405, request.getMethod() + " is not for " + path)
            : Answer.problem(404, "nothing is at " + path);
    send(request, response, callback, refused);
    return true;
  }

  private static String method(Request request) {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }

  private Answer answer(Route route, Call call) {
    try {
      return route.action().answer(call);
    } catch (Refusal e) {
      return Answer.problem(e.status(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("request not answered path={}", route.template(), e);
      return Answer.problem(500, "something went wrong; the log has more");
    }
  }

  /** Sends an answer; without its body if only the head was asked for. */
  static void send(Request request, Response response, Callback callback, Answer answer) {
    byte[] bytes = answer.bytes();
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
  }
}

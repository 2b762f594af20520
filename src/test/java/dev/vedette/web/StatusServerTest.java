package dev.vedette.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusServerTest {

  private static final WebSettings ANY_PORT = new WebSettings(true, "127.0.0.1", 0);

  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Status status = new Status(true, List.of(), Map.of("entries", 8));
  private StatusServer server;

  @BeforeEach
  void start() throws IOException {
    server = StatusServer.start(ANY_PORT, () -> status, JsonMapper.builder().build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isAliveWhateverItsState() throws Exception {
    status = new Status(false, List.of("the pipeline is error"), Map.of());

    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void isReadyWithWhatIsWorthALook() throws Exception {
    status =
        new Status(true, List.of("source wire has failed 2 times in a row: HTTP 404"), Map.of());

    HttpResponse<String> answer = get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("ready\nsource wire has failed 2 times in a row: HTTP 404\n");
  }

  @Test
  void saysWhyItIsNotReady() throws Exception {
    status = new Status(false, List.of("the pipeline is error"), Map.of());

    HttpResponse<String> answer = get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("not ready\nthe pipeline is error\n");
  }

  @Test
  void tellsItsStatusInJson() throws Exception {
    HttpResponse<String> answer = get("/status");

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(answer.body()).contains("\"ready\" : true").contains("\"entries\" : 8");
  }

  @Test
  void answersNothingElse() throws Exception {
    assertThat(get("/etc/passwd").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/livez").statusCode()).isEqualTo(405);
    assertThat(send("HEAD", "/livez").body()).isEmpty();
  }

  @Test
  void aTakenPortIsReported() {
    int port = URI.create(server.address()).getPort();

    assertThatThrownBy(
            () ->
                StatusServer.start(
                    new WebSettings(true, "127.0.0.1", port),
                    () -> status,
                    JsonMapper.builder().build()))
        .isInstanceOf(BindException.class);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}

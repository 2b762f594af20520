package dev.vedette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vedette.web.WebSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageDoorTest {

  private final List<ServerSocket> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (ServerSocket socket : open) {
      socket.close();
    }
  }

  @Test
  void whereItIsWantedThereIsNothingToSay() {
    assertThat(PageDoor.open(WebSettings.DEFAULTS.on(0), this::listen).problem()).isEmpty();
  }

  @Test
  void aTakenPortIsSaidAndAnotherTaken() throws IOException {
    int taken = listen(WebSettings.DEFAULTS.on(0)).getLocalPort();

    PageDoor<ServerSocket> door = PageDoor.open(WebSettings.DEFAULTS.on(taken), this::listen);

    assertThat(door.problem())
        .isEqualTo(
            "web.port: %d is in use by another process, so the page is served elsewhere"
                .formatted(taken));
    assertThat(door.page()).isNotNull();
  }

  @Test
  void anAddressOfAnotherMachineIsNoTakenPort() {
    WebSettings foreign = new WebSettings(true, "192.0.2.1", 8080, null, false);

    PageDoor<ServerSocket> door = PageDoor.open(foreign, this::listen);

    assertThat(door.page()).isNull();
    assertThat(door.problem())
        .isEqualTo("no page: web.host: '192.0.2.1' (expected: an address of this machine)");
  }

  @Test
  void whateverElseKeepsItShutIsSaid() {
    PageDoor<ServerSocket> door =
        PageDoor.open(
            WebSettings.DEFAULTS,
            where -> {
              throw new IOException("token: a token of 3 characters (expected: at least 16)");
            });

    assertThat(door.problem())
        .isEqualTo(
            "no page at 127.0.0.1: java.io.IOException: token: a token of 3 characters"
                + " (expected: at least 16)");
  }

  private ServerSocket listen(WebSettings where) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(where.host(), where.port()));
    open.add(socket);
    return socket;
  }
}

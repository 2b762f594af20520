package dev.vedette.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private static final Set<String> ALLOWED = Set.of("Reports.example", "10.1.0.0/16", "fd12::/16");

  /** Says of every name that it is at these addresses. */
  private record Names(String... addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = new InetAddress[addresses.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = InetAddress.getByName(addresses[i]);
      }
      return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private static InetAddress[] resolve(String host, String... addresses)
      throws UnknownHostException {
    return new AddressGuard(ALLOWED, new Names(addresses)).resolve(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "2606:4700::1111",
        "64:ff9b::808:808", // 8.8.8.8 behind a translator
        "10.1.255.1", // allowed
        "fd12::1", // allowed
      })
  void isAsked(String address) throws Exception {
    assertThat(resolve("news.example", address)).containsExactly(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.9.10",
        "169.254.169.254", // where clouds keep their secrets
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "0:0:0:0:0:0:0:1",
        "fe80:0:0:0:0:0:0:1",
        "fc00:0:0:0:0:0:0:1",
        "ff02:0:0:0:0:0:0:1",
        "64:ff9b:0:0:0:0:7f00:1", // 127.0.0.1 behind a translator
        "2002:a00:1:0:0:0:0:1", // 10.0.0.1 by 6to4
        "2001:0:0:0:0:0:80ff:fffe", // 127.0.0.1 by Teredo
      })
  void isNotAsked(String address) {
    assertThatThrownBy(() -> resolve("news.example", address))
        .isInstanceOf(AddressGuard.Forbidden.class)
        .hasMessage(
            "news.example is at %s (expected: a public address, or the host in poll.allow-private)",
            address);
  }

  @Test
  void ofSeveralAddressesAllMustBePublic() {
    assertThatThrownBy(() -> resolve("news.example", "8.8.8.8", "127.0.0.1"))
        .isInstanceOf(AddressGuard.Forbidden.class);
  }

  @Test
  void anAllowedHostMayBeAnywhere() throws Exception {
    assertThat(resolve("REPORTS.example", "192.168.1.1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0177.0.0.1", "2130706433", "0x7f.1", "127.1", "127.0.0.01", "1.2.3.4."})
  void aNumberIsNoAddressUnlessAllReadItAlike(String host) {
    assertThatThrownBy(() -> resolve(host, "8.8.8.8"))
        .isInstanceOf(AddressGuard.Forbidden.class)
        .hasMessage(host + " is a number that each reads in his own way");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "wiki, true",
    "wiki.lan, true",
    "feeds.home.arpa, true",
    "10.0.0.1, true",
    "[::1], true",
    "8.8.8.8, false",
    "news.example, false",
    "lan.example, false",
  })
  void hostsThatCanOnlyBePrivateAreKnown(String host, boolean expected) {
    assertThat(PrivateNames.contain(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, true",
    "10.1.0.1, true",
    "fd12::/16, true",
    "10.1.0.0/33, false",
    "10.1.0.0/, false",
    "10.1.0, false",
    "300.1.1.1, false",
    "wiki, false",
  })
  void rangesAreAddressesWithTheBitsThatCount(String text, boolean expected) {
    assertThat(AddressRange.isRange(text)).isEqualTo(expected);
  }
}

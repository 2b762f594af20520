package dev.vedette.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of hosts, and lets nobody be connected to one that is not public: a feed can
 * link, and redirect, to whatever it likes, also to the machines behind our own firewall.
 *
 * <p>What was checked is what is connected to, since the client takes its addresses from here and
 * asks nobody else; a name that points elsewhere a moment later gains nothing by it. Thread-safe.
 */
final class AddressGuard implements DnsResolver {

  /** A host that is not to be asked. */
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Forbidden(String why) {
      super(why);
    }
  }

  /**
   * Whoever reads such a host for a number, reads it in his own way: 0177.1 is 127.0.0.1 to some.
   */
  private static final String NUMBER = "(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?";

  private static final String ADDRESS =
      "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  private final DnsResolver names;
  private final String expected;
  private volatile Allowed allowed;

  /** What is not public and may be asked all the same. */
  private record Allowed(Set<String> hosts, List<AddressRange> ranges) {

    static Allowed of(Collection<String> all) {
      return new Allowed(
          all.stream()
              .filter(host -> !AddressRange.isRange(host))
              .map(host -> host.toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet()),
          all.stream().filter(AddressRange::isRange).map(AddressRange::of).toList());
    }
  }

  AddressGuard(Collection<String> allowPrivate) {
    this(allowPrivate, SystemDefaultDnsResolver.INSTANCE);
  }

  /** One that lets nobody be connected to any address that is not public. */
  static AddressGuard publicOnly() {
    return new AddressGuard(List.of(), SystemDefaultDnsResolver.INSTANCE, "a public address");
  }

  /**
   * @param allowPrivate as in {@link PollSettings#allowPrivate}
   * @param names who knows the addresses of hosts
   */
  AddressGuard(Collection<String> allowPrivate, DnsResolver names) {
    this(allowPrivate, names, "a public address, or the host in poll.allow-private");
  }

  private AddressGuard(Collection<String> allowPrivate, DnsResolver names, String expected) {
    this.names = names;
    this.expected = expected;
    this.allowed = Allowed.of(allowPrivate);
  }

  /** From now on these are allowed, as in {@link PollSettings#allowPrivate}, and no others. */
  void allow(Collection<String> allowPrivate) {
    allowed = Allowed.of(allowPrivate);
  }

  /**
   * The host's addresses, all of which may be asked.
   *
   * @throws Forbidden if one of them may not
   * @throws UnknownHostException if there is no such host
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = PrivateNames.bare(host);
    if (name.matches(NUMBER) && !name.matches(ADDRESS)) {
      throw new Forbidden(host + " is a number that each reads in his own way");
    }
    InetAddress[] addresses = names.resolve(name);
    for (InetAddress address : addresses) {
      if (!isAllowed(name, address)) {
        throw new Forbidden(
            "%s is at %s (expected: %s)".formatted(host, address.getHostAddress(), expected));
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  private boolean isAllowed(String name, InetAddress address) {
    Allowed now = allowed;
    return PublicAddresses.contain(address)
        || now.hosts().contains(name)
        || now.ranges().stream().anyMatch(range -> range.contains(address));
  }
}

package id.gaung.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves names and keeps the addresses the policy allows. The connection is made to exactly these
 * addresses, so a name that answers differently the second time gains nothing.
 */
record PolicyDns(HostPolicy policy) implements Dns {

  /** The name is known, and all its addresses are forbidden. */
  static final class HostRefused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    HostRefused(String host) {
      super("the host policy refuses the address of " + host);
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = Dns.SYSTEM.lookup(host);
    List<InetAddress> allowed = found.stream().filter(a -> policy.allows(host, a)).toList();
    if (allowed.isEmpty()) {
      throw new HostRefused(host);
    }
    return allowed;
  }
}

package id.gaung.platform;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Which servers a person may name when connecting an account. Bluesky and Mastodon accounts live on
 * any server of the world, so a name cannot be on a list; what is kept out is the office's own
 * network: addresses that are not public, and plain HTTP.
 */
public interface HostPolicy {

  /** Reads what a person typed as a server's address: adds https, drops path and slash. */
  Optional<URI> server(String typed);

  /** Asked after the name was resolved, so that a public name with a private address is caught. */
  boolean allows(String host, InetAddress address);

  /**
   * Lets through the listed servers and no other, for practice mode, where nothing may reach a real
   * network.
   */
  final class ListedHosts implements HostPolicy {

    private final PublicHosts hosts;

    /**
     * @param allowed {@code host} for every port, {@code host:port} for one
     */
    public ListedHosts(Set<String> allowed) {
      this.hosts = new PublicHosts(allowed);
    }

    @Override
    public Optional<URI> server(String typed) {
      return hosts.server(typed).filter(hosts::lists);
    }

    @Override
    public boolean allows(String host, InetAddress address) {
      return hosts.names(host);
    }
  }
}

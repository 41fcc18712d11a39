package id.gaung.platform;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through the listed servers and no other, for practice mode, where nothing may reach a real
 * network.
 */
public final class ListedHosts implements HostPolicy {

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

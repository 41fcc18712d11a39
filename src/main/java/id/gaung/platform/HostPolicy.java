package id.gaung.platform;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

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
}

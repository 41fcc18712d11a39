package id.gaung.platform;

import id.gaung.kernel.Network;
import java.net.URI;
import java.util.Map;

/**
 * An account on a network as its client knows it. Nothing in it is secret.
 *
 * @param server where the client sends this account's calls (a PDS, an instance, a Graph host)
 * @param remoteId the network's own id of the account
 * @param handle as people write it, without a leading {@code @}
 * @param traits what the client learnt when connecting and needs later, such as a server's text
 *     limit; read by the client alone
 */
public record Account(
    Network network, URI server, String remoteId, String handle, Map<String, String> traits) {

  public Account {
    traits = Map.copyOf(traits);
  }
}

package id.gaung.platform.meta;

import id.gaung.platform.NetworkSettings;
import java.net.URI;

/**
 * Where the login of a person by Facebook is, and what it opens, for networks that have a login of
 * their own beside it.
 *
 * @param app the office's app at Meta
 * @param web where a person agrees
 * @param graph where everything else is
 * @param version such as {@code v25.0}
 */
public record MetaHosts(MetaApp app, URI web, URI graph, String version) {

  public static NetworkSettings.Key web(String name) {
    return NetworkSettings.Key.address(name, "https://www.facebook.com");
  }

  public static NetworkSettings.Key graph(String name) {
    return NetworkSettings.Key.address(name, "https://graph.facebook.com");
  }
}

package id.gaung.platform.threads;

import id.gaung.kernel.Network;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.util.List;

/**
 * Where Threads is.
 *
 * @param web where posts are seen, {@code https://www.threads.com}
 * @param authorize where a person agrees, {@code https://threads.net}
 * @param graph where everything else is, {@code https://graph.threads.net}
 * @param version such as {@code v1.0}, Threads' own and its only one so far
 */
record ThreadsHosts(URI web, URI authorize, URI graph, String version) {

  private static final List<String> SCOPES =
      List.of(
          "threads_basic", "threads_content_publish", "threads_manage_insights", "threads_delete");

  static List<NetworkSettings.Key> keys() {
    return List.of(
        NetworkSettings.Key.text("version", "v1.0"),
        NetworkSettings.Key.address("web", "https://www.threads.com"),
        NetworkSettings.Key.address("authorize", "https://threads.net"),
        NetworkSettings.Key.address("graph", "https://graph.threads.net"));
  }

  static ThreadsHosts of(NetworkSettings settings) {
    return new ThreadsHosts(
        settings.address("web"),
        settings.address("authorize"),
        settings.address("graph"),
        settings.text("version"));
  }

  GraphApi.Graph asGraph() {
    return new GraphApi.Graph(graph, version, ThreadsErrors::kind);
  }

  /** All that is asked for is needed: what is published here is measured and may be deleted. */
  TokenLogin.Shape login() {
    return new TokenLogin.Shape(
        Network.valueOf(ThreadsNetwork.NAME), authorize, graph, graph, "th", SCOPES, SCOPES, "id");
  }
}

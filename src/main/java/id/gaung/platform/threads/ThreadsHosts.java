package id.gaung.platform.threads;

import id.gaung.kernel.Network;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where Threads is.
 *
 * @param web where posts are seen, {@code https://www.threads.com}
 * @param authorize where a person agrees, {@code https://threads.net}
 * @param graph where everything else is, {@code https://graph.threads.net}
 * @param version such as {@code v1.0}, Threads' own and its only one so far
 * @param wanted permissions that are asked for beside those that are needed
 */
record ThreadsHosts(URI web, URI authorize, URI graph, String version, List<String> wanted) {

  /** Parts of threads, which answer the part before. */
  static final String REPLYING = "threads_manage_replies";

  /** What the account has answered is read where an answer to it was lost. */
  private static final String WANTED = REPLYING + ",threads_read_replies";

  private static final List<String> NEEDED =
      List.of(
          "threads_basic", "threads_content_publish", "threads_manage_insights", "threads_delete");

  static List<NetworkSettings.Key> keys() {
    return List.of(
        NetworkSettings.Key.text("version", "v1.0"),
        NetworkSettings.Key.address("web", "https://www.threads.com"),
        NetworkSettings.Key.address("authorize", "https://threads.net"),
        NetworkSettings.Key.address("graph", "https://graph.threads.net"),
        NetworkSettings.Key.text("permissions", WANTED));
  }

  static ThreadsHosts of(NetworkSettings settings) {
    return new ThreadsHosts(
        settings.address("web"),
        settings.address("authorize"),
        settings.address("graph"),
        settings.text("version"),
        Arrays.stream(settings.text("permissions").split("[\\s,]+", -1))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  GraphApi.Graph asGraph() {
    return new GraphApi.Graph(graph, version, ThreadsErrors::kind);
  }

  /** What is published here is measured and may be deleted, so all that is needed. */
  TokenLogin.Shape login() {
    return new TokenLogin.Shape(
        Network.valueOf(ThreadsNetwork.NAME),
        authorize,
        graph,
        graph,
        "th",
        Stream.concat(NEEDED.stream(), wanted.stream()).distinct().toList(),
        NEEDED,
        "id",
        true);
  }
}

package id.gaung.platform.facebook;

import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaApp;
import java.net.URI;
import java.util.List;

/**
 * How Gaung is known to Facebook, and where Facebook is.
 *
 * @param appId of the app at Meta; empty if Facebook is not set up
 * @param appSecret the secret that goes with it; empty if Facebook is not set up
 * @param web where a person agrees and posts are seen, {@code https://www.facebook.com}
 * @param graph where everything else is, {@code https://graph.facebook.com}
 * @param upload where reels are uploaded, {@code https://rupload.facebook.com}
 * @param graphVersion such as {@code v25.0}
 * @param wanted permissions that are asked for beside those that are needed
 */
public record FacebookConfig(
    String appId,
    String appSecret,
    URI web,
    URI graph,
    URI upload,
    String graphVersion,
    List<String> wanted) {

  /** Comments of the Page's own under its posts. */
  static final String COMMENTING = "pages_manage_engagement";

  /** Counting what visitors wrote, Pages that a business holds, and first comments. */
  static final String WANTED = "pages_read_user_content,business_management," + COMMENTING;

  /** Good until 2028-07-29 by Meta's calendar. */
  public static final String GRAPH_VERSION = "v25.0";

  GraphApi.Graph asGraph() {
    return new GraphApi.Graph(graph, graphVersion, FacebookErrors::kind);
  }

  MetaApp app() {
    return new MetaApp(appId, appSecret);
  }

  /** Never the secret: this text may reach a log. */
  @Override
  public String toString() {
    return "FacebookConfig[" + appId + ", " + graph + "/" + graphVersion + "]";
  }
}

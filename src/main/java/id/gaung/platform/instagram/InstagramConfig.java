package id.gaung.platform.instagram;

import id.gaung.kernel.Network;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaApp;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.util.List;

/**
 * How Gaung is known to Instagram, and where Instagram is.
 *
 * @param appId the <em>Instagram</em> app id of the Meta app (not the Meta app id); empty if
 *     Instagram is not set up
 * @param appSecret the secret that goes with it; empty if Instagram is not set up
 * @param www where a person agrees, {@code https://www.instagram.com}
 * @param api where a code becomes a token, {@code https://api.instagram.com}
 * @param graph where everything else is, {@code https://graph.instagram.com}
 * @param graphVersion such as {@code v25.0}
 */
public record InstagramConfig(
    String appId, String appSecret, URI www, URI api, URI graph, String graphVersion) {

  /** Good until 2028-07-29 by Meta's calendar. */
  public static final String GRAPH_VERSION = "v25.0";

  private static final String PUBLISH = "instagram_business_content_publish";

  /** The real Instagram. */
  public static InstagramConfig of(String appId, String appSecret) {
    return new InstagramConfig(
        appId,
        appSecret,
        URI.create("https://www.instagram.com"),
        URI.create("https://api.instagram.com"),
        URI.create("https://graph.instagram.com"),
        GRAPH_VERSION);
  }

  GraphApi.Graph asGraph() {
    return new GraphApi.Graph(graph, graphVersion, InstagramErrors::kind);
  }

  MetaApp app() {
    return new MetaApp(appId, appSecret);
  }

  /** Business Login for Instagram. */
  TokenLogin.Shape login() {
    return new TokenLogin.Shape(
        Network.valueOf(InstagramNetwork.NAME),
        www,
        api,
        graph,
        "ig",
        List.of("instagram_business_basic", PUBLISH, "instagram_business_manage_insights"),
        List.of(PUBLISH),
        "user_id");
  }

  /** Never the secret: this text may reach a log. */
  @Override
  public String toString() {
    return "InstagramConfig[" + appId + ", " + graph + "/" + graphVersion + "]";
  }
}

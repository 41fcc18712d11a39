package id.gaung.platform.instagram;

import id.gaung.kernel.Network;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.MetaApp;
import id.gaung.platform.meta.MetaApp.MetaHosts;
import id.gaung.platform.meta.TokenLogin;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Gaung is known to Instagram, and where Instagram is.
 *
 * @param app the <em>Instagram</em> app of the Meta app, which Instagram Login takes; empty texts
 *     where it is not set up
 * @param www where a person agrees, {@code https://www.instagram.com}
 * @param api where a code becomes a token, {@code https://api.instagram.com}
 * @param graph where everything else is, {@code https://graph.instagram.com}; accounts are known by
 *     it, whichever login opens them
 * @param graphVersion such as {@code v25.0}
 * @param page the Meta app itself, which Facebook Login takes, and where that is
 * @param wanted permissions that Facebook Login asks for beside those that are needed
 * @param wantedOwn the same of Instagram Login
 */
public record InstagramConfig(
    MetaApp app,
    URI www,
    URI api,
    URI graph,
    String graphVersion,
    MetaHosts page,
    List<String> wanted,
    List<String> wantedOwn) {

  /** Good until 2028-07-29 by Meta's calendar. */
  public static final String GRAPH_VERSION = "v25.0";

  private static final String PUBLISH = "instagram_business_content_publish";

  private static final String META_ID = "metaAppId";
  private static final String META_SECRET = "metaAppSecret";

  /** Pages of a business, deleting, the label of a paid partnership, and first comments. */
  private static final String WANTED =
      String.join(
          ",",
          "business_management",
          LoginKind.DELETING,
          LoginKind.PARTNERSHIP,
          LoginKind.COMMENTING);

  static List<NetworkSettings.Key> keys() {
    return Stream.concat(
            MetaApp.keys().stream(),
            Stream.of(
                NetworkSettings.Key.text("graphVersion", GRAPH_VERSION),
                NetworkSettings.Key.address("web", "https://www.instagram.com"),
                NetworkSettings.Key.address("api", "https://api.instagram.com"),
                NetworkSettings.Key.address("graph", "https://graph.instagram.com"),
                NetworkSettings.Key.text(META_ID, ""),
                NetworkSettings.Key.secret(META_SECRET),
                MetaHosts.web("metaWeb"),
                MetaHosts.graph("metaGraph"),
                NetworkSettings.Key.text("metaPermissions", WANTED),
                NetworkSettings.Key.text("permissions", LoginKind.COMMENTING_OWN)))
        .toList();
  }

  static InstagramConfig of(NetworkSettings settings) {
    String version = settings.text("graphVersion");
    return new InstagramConfig(
        MetaApp.of(settings),
        settings.address("web"),
        settings.address("api"),
        settings.address("graph"),
        version,
        new MetaHosts(
            new MetaApp(settings.text(META_ID), settings.text(META_SECRET)),
            settings.address("metaWeb"),
            settings.address("metaGraph"),
            version),
        names(settings.text("metaPermissions")),
        names(settings.text("permissions")));
  }

  private static List<String> names(String typed) {
    return Arrays.stream(typed.split("[\\s,]+", -1)).filter(name -> !name.isEmpty()).toList();
  }

  /** The logins that are set up, the one that can do more first. */
  Stream<LoginKind> kinds() {
    return Arrays.stream(LoginKind.values()).filter(kind -> app(kind).isComplete());
  }

  private MetaApp app(LoginKind kind) {
    return kind == LoginKind.PAGE ? page.app() : app;
  }

  /** As {@link id.gaung.platform.SocialPlatform#lacking}: one of the two logins is enough. */
  List<String> lacking() {
    if (kinds().findAny().isPresent()) {
      return List.of();
    }
    boolean own = !app.id().isBlank() || !app.secret().isBlank();
    return own
        ? app.lacking()
        : NetworkSettings.empty(META_ID, page.app().id(), META_SECRET, page.app().secret());
  }

  /** In words for the console. */
  SettingsFinding judge() {
    SettingsFinding own = app.judge();
    SettingsFinding byPage = page.app().judge();
    if (own.wrong() || byPage.wrong()) {
      return own.wrong()
          ? own
          : new SettingsFinding(true, byPage.found() + " (" + META_ID + ", " + META_SECRET + ")");
    }
    List<LoginKind> kinds = kinds().toList();
    if (kinds.isEmpty()) {
      return own;
    }
    return new SettingsFinding(
        false,
        kinds.contains(LoginKind.PAGE)
            ? "the keys of the Meta app are set"
                + (kinds.size() == 2 ? ", and those of its own login" : "")
            : "the keys of its own login are set, not those of the Meta app: nothing can be deleted"
                + " and no other account looked at");
  }

  GraphApi.Graph asGraph(LoginKind kind) {
    return new GraphApi.Graph(
        kind == LoginKind.PAGE ? page.graph() : graph, graphVersion, InstagramErrors::kind);
  }

  /** Business Login for Instagram. */
  TokenLogin.Shape login() {
    return new TokenLogin.Shape(
        Network.valueOf(InstagramNetwork.NAME),
        www,
        api,
        graph,
        "ig",
        Stream.concat(
                Stream.of(
                    "instagram_business_basic", PUBLISH, "instagram_business_manage_insights"),
                wantedOwn.stream())
            .distinct()
            .toList(),
        List.of(PUBLISH),
        "user_id",
        false);
  }
}

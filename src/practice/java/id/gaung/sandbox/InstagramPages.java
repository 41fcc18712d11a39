package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Facebook Login for Instagram: Pages, each with the account that is linked to it, and one bare.
 */
final class InstagramPages implements PersonSignIn.Pages {

  static final String DELETING = "instagram_manage_contents";
  static final String COMMENTING = "instagram_manage_comments";
  static final String PARTNERSHIP = "instagram_branded_content_creator";

  /** What the permissions of the network's own login are called here. */
  private static final Map<String, String> NAMES =
      Map.of(
          InstagramServer.GRAPH.basic(),
          "instagram_basic",
          InstagramServer.GRAPH.publish(),
          "instagram_content_publish",
          InstagramServer.GRAPH.insights(),
          "instagram_manage_insights",
          InstagramServer.COMMENTING,
          COMMENTING);

  static final String ALL_SCOPES =
      String.join(
          " ",
          "instagram_basic",
          "instagram_content_publish",
          "instagram_manage_insights",
          COMMENTING,
          "pages_show_list",
          "pages_read_engagement",
          "business_management",
          DELETING,
          PARTNERSHIP);

  private InstagramPages() {}

  static String name(String permission) {
    return NAMES.getOrDefault(permission, permission);
  }

  static PersonSignIn login(Jdbi jdbi, Clock clock) {
    return new PersonSignIn(
        InstagramServer.NETWORK,
        List.of(InstagramServer.OFFICE, InstagramServer.SECOND),
        jdbi,
        clock,
        new InstagramPages());
  }

  @Override
  public ObjectNode shown(PracticeAccount account, String token) {
    ObjectNode page =
        PracticeJson.object()
            .put("id", "2" + account.remoteId().substring(1))
            .put("name", account.displayName())
            .put("access_token", token);
    page.putArray("tasks").add("ANALYZE").add("CREATE_CONTENT").add("MANAGE").add("MODERATE");
    page.putObject("instagram_business_account")
        .put("id", account.remoteId())
        .put("username", account.handle());
    return page;
  }

  @Override
  public List<ObjectNode> others() {
    ObjectNode bare =
        PracticeJson.object()
            .put("id", "20900000000000001")
            .put("name", "Arsip Kota Balikpapan")
            .put("access_token", "EAA-arsip");
    bare.putArray("tasks").add("ANALYZE").add("CREATE_CONTENT");
    return List.of(bare);
  }
}

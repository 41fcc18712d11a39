package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Channel;
import id.gaung.channel.Connected;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.Work;
import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.Watches;
import id.gaung.kernel.Nets;
import id.gaung.media.TestVideos;
import id.gaung.platform.Figure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.WebAddress;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People publish, since the network lets no program do so yet, and the account's login reads what
 * their posts count: nobody types.
 */
@Tag("database")
class HandWithLoginTest extends TaskWorld {

  private static final ScriptedServer NETWORK = new ScriptedServer();
  private static final String VIDEO = "AbC123xyz_0";

  private static final String PROFILE =
      """
      {"items":[{"snippet":{"customUrl":"@umkmbalikpapan"},\
      "statistics":{"subscriberCount":"640","hiddenSubscriberCount":false}}]}""";

  private final Watches watches = EngagementFeature.watches(world.foundation);
  private final EngagementFeature engagement =
      new EngagementFeature(
          world.foundation,
          watches,
          channels.channels(),
          channels.platforms(),
          publishing.renditions(),
          media.photos());

  HandWithLoginTest() {
    publishing.listen(watches);
  }

  @AfterAll
  static void stop() {
    NETWORK.close();
  }

  @Override
  Set<String> reachable() {
    return Set.of("127.0.0.1");
  }

  @Override
  Map<String, String> settings(NetworkModule module) {
    String at = NETWORK.address().toString();
    return module.equals(Nets.YOUTUBE)
        ? Map.of(
            "clientId",
            "c1",
            "clientSecret",
            "s1",
            "auth",
            at,
            "token",
            at,
            "api",
            at,
            "upload",
            at)
        : Map.of();
  }

  private UUID connected() {
    Connected begun =
        channels.connections().connect(admin, new ConnectChannel(Nets.YOUTUBE, Map.of(), ""));
    String state = WebAddress.query(begun.authorize().orElseThrow(), "state").orElseThrow();
    NETWORK.json(
        200, "{\"access_token\":\"ya29.a\",\"refresh_token\":\"1//r\",\"expires_in\":864000}");
    // Names come in small letters, whatever a person typed.
    NETWORK.json(
        200,
        """
        {"items":[{"id":"UCabcdefghijklmnopqrstuv","snippet":{"customUrl":"@umkmbalikpapan"}}]}""");
    return channels
        .connections()
        .complete(admin, Nets.YOUTUBE, state, "code")
        .channelId()
        .orElseThrow();
  }

  private static String shown(String channel) {
    return "{\"items\":[{\"id\":\"%s\",\"snippet\":{\"channelId\":\"%s\"}}]}"
        .formatted(VIDEO, channel);
  }

  private UUID composed(UUID channel) {
    byte[] bytes = TestVideos.mp4().bytes();
    UUID video =
        media.take(
            world.staff,
            new Upload("kopi.mp4", bytes.length, () -> new ByteArrayInputStream(bytes)));
    UUID post =
        publishing
            .posts()
            .compose(
                world.staff,
                new ComposePost(
                    Optional.empty(),
                    Optional.of(world.activeCampaign()),
                    List.of(world.product),
                    List.of(
                        new ComposedRendition(
                            channel,
                            "Kopi Kampung Timur",
                            EVENING,
                            List.of(new PictureChoice(video, "Secangkir kopi")),
                            Map.of(PostOption.TITLE, "Kopi")))));
    for (RenditionRow row : publishing.posts().renditions(post)) {
      publishing
          .renditions()
          .approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    }
    return post;
  }

  private List<String> figures(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select metric || ' ' || value || ' ' || source from snapshot
                    where rendition_id = :id and value is not null order by metric
                    """)
                .bind("id", rendition)
                .mapTo(String.class)
                .list());
  }

  private boolean isTyped(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select typed from watch where rendition_id = :id")
                .bind("id", rendition)
                .mapTo(Boolean.class)
                .one());
  }

  @Test
  void an_account_by_hand_with_a_login_is_read_and_nobody_is_asked_to_type() {
    UUID entered = enter(Nets.YOUTUBE, "UmkmBalikpapan", hand);
    UUID id = connected();
    assertThat(id).isEqualTo(entered);
    Channel channel = channels.channels().get(id);
    assertThat(channel.mode()).isEqualTo(PublishMode.BY_HAND);
    assertThat(channel.responsibleId()).isEqualTo(hand.id());
    assertThat(channel.hasLogin()).isTrue();

    NETWORK.json(200, PROFILE);
    assertThat(channels.channels().followers(channel, Work.READ)).contains(Figure.of(640));

    UUID post = composed(id);
    at(DUE);
    assertThat(states(post)).containsExactly(RenditionState.HANDED_OVER);
    RenditionRow row = rows(post).values().iterator().next();
    String address = "https://youtube.com/shorts/" + VIDEO;
    NETWORK.json(200, shown("UCstrangerstrangerstranger".substring(0, 24)));
    assertThat(wrong(token(hand), Map.of(row.id(), address)))
        .as("the address of a video does not say whose it is")
        .containsExactly("url-" + row.id() + " publishing.hand.address.OTHER_ACCOUNT");
    NETWORK.json(200, "{\"items\":[]}");
    assertThat(wrong(token(hand), Map.of(row.id(), address)))
        .containsExactly("url-" + row.id() + " publishing.hand.address.not-there");
    assertThat(states(post)).containsExactly(RenditionState.HANDED_OVER);
    NETWORK.json(200, shown("UCabcdefghijklmnopqrstuv"));
    assertThat(
            wrong(token(hand), Map.of(row.id(), "https://youtube.com/shorts/" + VIDEO + "?si=q")))
        .isEmpty();
    assertThat(states(post)).containsExactly(RenditionState.PUBLISHED);
    assertThat(isTyped(row.id())).as("people are asked").isFalse();

    to(DUE.plus(Duration.ofHours(3)));
    NETWORK.json(200, PROFILE);
    NETWORK.json(
        200,
        """
        {"items":[{"id":"%s","status":{"uploadStatus":"processed"},\
        "statistics":{"viewCount":"120","likeCount":"9","commentCount":"0"}}]}"""
            .formatted(VIDEO));
    engagement.schedules().forEach(schedule -> schedule.job().run());
    assertThat(figures(row.id())).containsExactly("COMMENTS 0 API", "LIKES 9 API", "VIEWS 120 API");

    to(DUE.plus(Duration.ofDays(2)));
    NETWORK.json(400, "{\"error\":\"invalid_grant\"}");
    engagement.schedules().forEach(schedule -> schedule.job().run());
    assertThat(channels.channels().get(id).hasLogin()).isFalse();
    assertThat(channels.channels().get(id).isConnected()).isTrue();
    to(DUE.plus(Duration.ofDays(3)));
    engagement.schedules().forEach(schedule -> schedule.job().run());
    assertThat(isTyped(row.id())).as("people are asked once the login is over").isTrue();
  }
}

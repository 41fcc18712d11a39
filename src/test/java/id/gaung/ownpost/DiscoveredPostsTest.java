package id.gaung.ownpost;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Channel;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.ChannelState;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connected;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.World;
import id.gaung.creator.ChangeCreator;
import id.gaung.creator.Creator;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.engagement.EngagementFeature;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.ownpost.CreatorPosts.GiveAddress;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.ScriptedServer;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts of creators that are read in the name of an account of the office, from its connecting. */
@Tag("database")
class DiscoveredPostsTest {

  private static final URI URL = URI.create("https://gaung.test");
  private static final String REEL = "https://www.instagram.com/reel/C8abcDEfgHi/";
  private static final String SEEN =
      """
      {"business_discovery":{"media":{"data":[
        {"id":"1","permalink":"https://www.instagram.com/p/Dother_one/","like_count":1},
        {"id":"2","permalink":"https://www.instagram.com/reel/C8abcDEfgHi/","like_count":90,
         "comments_count":7}]},"id":"9"},"id":"17841400000000001"}""";

  private final World world = new World();
  private final ScriptedServer server = new ScriptedServer();
  private final Actor admin = world.person("Ayu", Role.ADMIN);
  private final NetworkModule module = NetworkModule.of(Nets.INSTAGRAM);
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URL).people(),
          new Sealing(new byte[32]),
          List.of(
              module.client(
                  new ClientSetup(
                      NetworkSettings.of(
                          module,
                          Map.of(
                              "appId", "own",
                              "appSecret", "geheim",
                              "api", server.address().toString(),
                              "graph", server.address().toString(),
                              "metaAppId", "meta",
                              "metaAppSecret", "geheim",
                              "metaGraph", server.address().toString())),
                      server.http,
                      server.hosts,
                      world.clock))),
          URL);
  private final PublishingFeature publishing =
      new PublishingFeature(
          world.foundation,
          channels,
          world.campaign.campaigns(),
          world.products,
          world.collaboration.deliverables(),
          world.media,
          new IdentityFeature(world.foundation, true, URL).people(),
          PublishingRules.of(Duration.ofMinutes(60), 4),
          "test");
  private final EngagementFeature engagement =
      new EngagementFeature(
          world.foundation,
          EngagementFeature.watches(world.foundation),
          channels.channels(),
          channels.platforms(),
          publishing.renditions(),
          world.photos);
  private final CreatorPosts own =
      new OwnPostFeature(
              world.foundation,
              world.collaboration,
              world.creators,
              world.campaign.campaigns(),
              world.products,
              channels,
              engagement,
              world.photos)
          .posts();
  private final Offer offer = world.acceptedOffer();

  @BeforeEach
  void know() {
    Creator creator = world.creators.find(world.creator).orElseThrow();
    world.creators.change(
        world.staff,
        world.creator,
        new ChangeCreator(
            creator.name(),
            creator.kind(),
            "081200000101",
            "",
            Optional.empty(),
            "",
            true,
            creator.version(),
            Optional.empty(),
            Optional.of(
                List.of(
                    new AccountEntry(
                        Nets.INSTAGRAM,
                        "dewi.kuliner",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Connected begin(String login) {
    return channels
        .connections()
        .connect(admin, new ConnectChannel(Nets.INSTAGRAM, Map.of("login", login), "Kantor"));
  }

  private Connected agreed(Connected begun) {
    String state =
        begun.authorize().orElseThrow().getQuery().replaceAll(".*\\bstate=([^&]+).*", "$1");
    return channels.connections().complete(admin, Nets.INSTAGRAM, state, "code");
  }

  /** As a person does it on the pages: the way, Facebook's page, then the account. */
  private UUID byPage() {
    Connected begun = begin("page");
    assertThat(begun.authorize().orElseThrow().toString())
        .startsWith("https://www.facebook.com/v25.0/dialog/oauth?client_id=meta")
        .contains("instagram_basic", "instagram_manage_contents", "business_management");
    server
        .json(200, "{\"access_token\":\"EAAshort\"}")
        .json(200, "{\"access_token\":\"EAAlong\"}")
        .json(
            200,
            """
            {"data":[{"permission":"instagram_basic","status":"granted"},
             {"permission":"instagram_content_publish","status":"granted"},
             {"permission":"instagram_manage_insights","status":"granted"},
             {"permission":"pages_show_list","status":"granted"},
             {"permission":"pages_read_engagement","status":"granted"},
             {"permission":"instagram_manage_contents","status":"granted"}]}""")
        .json(
            200,
            """
            {"data":[{"id":"11","name":"Arsip","access_token":"EAA1","tasks":["CREATE_CONTENT",
             "ANALYZE"]},
             {"id":"22","name":"Gaung","access_token":"EAApage","tasks":["CREATE_CONTENT","ANALYZE"],
              "instagram_business_account":{"id":"17841400000000001","username":"gaung.kota"}}]}""")
        .json(200, "{\"id\":\"17841400000000001\",\"username\":\"gaung.kota\"}")
        .json(200, "{\"data\":{\"is_valid\":true,\"data_access_expires_at\":1804000000}}");
    var choosing = agreed(begun).choice().orElseThrow();
    assertThat(choosing.options())
        .extracting(option -> option.handle() + " " + option.against().orElse("open"))
        .containsExactly("Arsip channel.connect.instagram.against.none", "gaung.kota open");
    UUID id =
        channels
            .connections()
            .choose(
                admin, new ChooseAccount(Nets.INSTAGRAM, choosing.state(), "17841400000000001"));
    taken(6);
    return id;
  }

  private UUID byOwnLogin() {
    Connected begun = begin("own");
    server
        .json(200, "{\"access_token\":\"IGshort\"}")
        .json(200, "{\"access_token\":\"IGAAown\",\"expires_in\":5183944}")
        .json(200, "{\"user_id\":\"17841400000000001\",\"username\":\"gaung.kota\"}");
    UUID id = agreed(begun).channelId().orElseThrow();
    taken(3);
    return id;
  }

  private void taken(int requests) {
    for (int i = 0; i < requests; i++) {
      server.taken();
    }
  }

  private UUID approved() {
    UUID id = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world
        .collaboration
        .submissions()
        .submit(
            world.token(offer),
            id,
            new SubmitDraft("Iklan – amplang", "", false),
            Optional.empty());
    world.collaboration.reviews().approve(world.staff, id, ApproveDraft.plain());
    return id;
  }

  private UUID give() {
    return own.give(world.staff, approved(), new GiveAddress(REEL, Optional.empty()));
  }

  private List<String> read() {
    world.clock.step(Duration.ofHours(30));
    engagement.schedules().forEach(schedule -> schedule.job().run());
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select metric || ' ' || value from snapshot where value is not null"
                        + " order by metric")
                .mapTo(String.class)
                .list());
  }

  @Test
  void what_a_creators_post_counts_is_read_in_the_name_of_the_offices_account() {
    UUID office = byPage();
    server.json(200, SEEN);

    UUID post = give();

    assertThat(engagement.watches().typed(List.of(post))).isEmpty();
    var asked = server.taken();
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer EAApage");
    assertThat(URLDecoder.decode(asked.getTarget(), StandardCharsets.UTF_8))
        .startsWith("/v25.0/17841400000000001?fields=business_discovery.username(dewi.kuliner){");
    String followers = "{\"followers_count\":5,\"business_discovery\":{\"followers_count\":9100}}";
    server.json(200, followers).json(200, followers).json(200, SEEN).json(200, SEEN);
    assertThat(read()).contains("COMMENTS 7", "LIKES 90");
    assertThat(followed(office)).containsExactly(5L);
    UUID creators = channels.channels().lookable().get(0).id();
    assertThat(followed(creators)).as("read in the office's name").containsExactly(9100L);
    assertThat(channels.channels().get(office).state()).isEqualTo(ChannelState.CONNECTED);
  }

  private List<Long> followed(UUID channel) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select value from follower_snapshot where channel_id = ?")
                .bind(0, channel)
                .mapTo(Long.class)
                .list());
  }

  @Test
  void a_personal_account_is_not_shown_and_its_figures_are_typed() {
    byPage();
    server.json(
        400,
        "{\"error\":{\"message\":\"Invalid user id\",\"code\":110,\"error_subcode\":2207013}}");

    assertThat(engagement.watches().typed(List.of(give()))).hasSize(1);
  }

  @Test
  void without_the_login_by_page_figures_of_creators_are_typed() {
    byOwnLogin();

    assertThat(engagement.watches().typed(List.of(give()))).hasSize(1);
    assertThat(server.arrived()).isEqualTo(3);
  }

  @Test
  void the_loss_of_the_offices_login_concerns_the_office_and_not_the_creator() {
    UUID office = byPage();
    server.json(200, SEEN);
    give();
    for (int i = 0; i < 3; i++) {
      server.json(400, "{\"error\":{\"message\":\"dead\",\"code\":190,\"error_subcode\":460}}");
    }

    assertThat(read()).isEmpty();

    assertThat(channels.channels().get(office).state()).isEqualTo(ChannelState.RECONNECT);
    String creators =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select state from channel where creator_id is not null")
                    .mapTo(String.class)
                    .one());
    assertThat(creators).isEqualTo("CONNECTED");
  }

  @Test
  void connected_again_by_the_other_login_it_stays_the_same_channel() {
    UUID id = byOwnLogin();
    Channel before = channels.channels().get(id);
    assertThat(module.lacks(before.account())).contains("platform.login.lacks.INSTAGRAM.own");

    assertThat(byPage()).isEqualTo(id);

    Channel after = channels.channels().get(id);
    assertThat(after.server()).isEqualTo(before.server());
    assertThat(after.remoteId()).isEqualTo(before.remoteId());
    assertThat(after.traits()).containsEntry("login", "page");
    assertThat(server.arrived()).as("nothing is given back").isEqualTo(9);
    assertThat(byOwnLogin()).isEqualTo(id);
    assertThat(channels.channels().get(id).traits())
        .as("nothing is left of the Page's")
        .containsOnlyKeys("granted")
        .doesNotContainValue(after.traits().getOrDefault("granted", ""));
    assertThat(channels.channels().all()).hasSize(1);
    channels
        .channels()
        .disconnect(admin, id, new DisconnectChannel(channels.channels().get(id).version()));
    assertThat(server.arrived()).isEqualTo(12);
  }
}

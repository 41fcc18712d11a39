package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Channel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.Watches;
import id.gaung.found.FoundFeature;
import id.gaung.kernel.Nets;
import id.gaung.media.TestVideos;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.FoundPost;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.sandbox.FaultKind;
import id.gaung.sandbox.NewFault;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxFaults;
import id.gaung.sandbox.SandboxServers;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.Upload;
import id.gaung.web.View;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A plan on an account whose posts become drafts in its app, against the practice network: to the
 * person's task, the address, the counts; and whatever goes wrong with a draft.
 */
@Tag("database")
class DraftsTest extends TaskWorld {

  private static final NetworkModule TIKTOK = NetworkModule.of(Nets.TIKTOK);
  private static final Jdbi PRACTICE = JdbiSetup.on(TestDatabase.withPractice().dataSource());
  private static final ListedHosts HOSTS = new ListedHosts(Set.of("127.0.0.1"));
  private static final Rendering RENDERING =
      new Rendering("web", "platform", "task", "task-steps", "publishing", "phone");
  private static int accounts;
  private int texts;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name = "akun.app" + ++accounts;
  private final SandboxFaults faults = new SandboxFaults(PRACTICE, world.clock);
  private final Watches watches = EngagementFeature.watches(world.foundation);
  private final EngagementFeature engagement =
      new EngagementFeature(
          world.foundation,
          watches,
          channels.channels(),
          channels.platforms(),
          publishing.renditions(),
          media.photos());
  private final FoundFeature found =
      new FoundFeature(
          world.foundation,
          publishing.found(),
          watches,
          channels,
          world.campaign.campaigns(),
          world.products);
  private SandboxServers servers;

  DraftsTest() {
    publishing.listen(watches);
    new SandboxAccounts(PRACTICE, world.clock).ensureUsual();
    new SandboxAccounts(PRACTICE, world.clock).ensure(Nets.TIKTOK, name, "Kantor", 900);
  }

  @Override
  SocialPlatform client(NetworkModule module) {
    if (!module.equals(TIKTOK)) {
      return super.client(module);
    }
    servers = new SandboxServers(SandboxConfig.onFreePorts(), PRACTICE, world.clock);
    servers.start();
    return module.client(
        new ClientSetup(
            NetworkSettings.of(
                module, PracticeServer.of(module).settings(servers.uri(Nets.TIKTOK))),
            new PlatformHttp(HOSTS, PlatformHttp.Timeouts.STANDARD),
            HOSTS,
            world.clock));
  }

  @AfterEach
  void stop() {
    faults.switchOffAll(Nets.TIKTOK);
    servers.stop();
  }

  private HttpResponse<String> sent(URI to, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private UUID connected() throws Exception {
    URI authorize =
        channels
            .connections()
            .connect(admin, new ConnectChannel(Nets.TIKTOK, Map.of(), "Kantor"))
            .authorize()
            .orElseThrow();
    String back =
        sent(authorize, "account=" + name + "&decision=allow")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return channels
        .connections()
        .complete(admin, Nets.TIKTOK, value(back, "state"), value(back, "code"))
        .channelId()
        .orElseThrow();
  }

  private static String value(String address, String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&#]+)").matcher(address);
    assertThat(found.find()).isTrue();
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  /** What the person does in the app: the address of the post. */
  private String ended(String caption) throws Exception {
    URI inbox = URI.create(servers.uri(Nets.TIKTOK) + "/@" + name + "/inbox");
    String page =
        http.send(HttpRequest.newBuilder(inbox).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher draft = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"").matcher(page);
    assertThat(draft.find()).as("a draft is there").isTrue();
    String form =
        "draft="
            + URLEncoder.encode(draft.group(1), StandardCharsets.UTF_8)
            + "&text="
            + URLEncoder.encode(caption, StandardCharsets.UTF_8);
    return servers.uri(Nets.TIKTOK)
        + sent(inbox, form).headers().firstValue("Location").orElseThrow();
  }

  private RenditionRow planned(UUID channel) {
    byte[] bytes = TestVideos.mp4().bytes();
    UUID film =
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
                            "Kopi Kampung Timur " + ++texts + " #umkm",
                            EVENING,
                            List.of(new PictureChoice(film, "Secangkir kopi"))))));
    RenditionRow row = publishing.posts().renditions(post).get(0);
    publishing.renditions().approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    return row;
  }

  private RenditionRow now(RenditionRow row) {
    return publishing.posts().renditions(row.postId()).get(0);
  }

  /** Until it is with the person, or ten minutes after it was due. */
  private void due(RenditionRow row) {
    at(DUE);
    for (int i = 0; i < 120 && now(row).state() != RenditionState.HANDED_OVER; i++) {
      at(world.clock.instant().plusSeconds(5));
    }
    assertThat(now(row).state()).isEqualTo(RenditionState.HANDED_OVER);
    assertThat(world.clock.instant()).isBefore(DUE.plus(Duration.ofMinutes(11)));
  }

  private String token() {
    return token(admin);
  }

  private String page(String token) {
    return RENDERING.of(
        new View("task/show.jte", feature.sheets().of(token, tasks.read(token), Form.empty())));
  }

  private void read() {
    engagement.schedules().forEach(schedule -> schedule.job().run());
  }

  private Map<Metric, Long> counted(RenditionRow row) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select metric, max(value) as value from snapshot
                    where rendition_id = :id and value is not null and source = 'API'
                    group by metric
                    """)
                .bind("id", row.id())
                .setMapKeyColumn("metric")
                .setMapValueColumn("value")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<Metric, Long>>() {}));
  }

  @Test
  void a_plan_becomes_a_draft_a_post_and_counts_that_nobody_types() throws Exception {
    UUID id = connected();
    Channel channel = channels.channels().get(id);
    assertThat(channel.mode()).isEqualTo(PublishMode.HANDOVER);
    RenditionRow row = planned(id);
    due(row);

    String token = token();
    assertThat(page(token))
        .contains("Draf sudah menunggu di aplikasi TikTok")
        .contains("TikTok tidak membawa caption bersama draf video")
        .doesNotContain("!task.", "!publishing.");
    String address = ended("Kopi Kampung Timur #umkm");
    assertThat(wrong(token, Map.of(row.id(), address))).isEmpty();

    assertThat(now(row).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(now(row).remoteUrl()).contains(address);
    to(world.clock.instant().plus(Duration.ofHours(3)));
    read();
    assertThat(counted(row))
        .containsKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
    assertThat(counted(row).get(Metric.VIEWS)).isPositive();
    assertThat(
            watches.toType(
                world.clock.instant().plus(Duration.ofDays(5)), world.clock.instant(), 10))
        .as("nobody is asked to type")
        .doesNotContain(row.id());
  }

  @Test
  void what_was_found_before_its_address_came_is_not_beside_gaung() throws Exception {
    RenditionRow row = planned(connected());
    due(row);
    String address = ended("Kopi");
    to(world.clock.instant().plus(Duration.ofMinutes(40)));
    found.schedules().forEach(schedule -> schedule.job().run());
    assertThat(publishing.found().page(false, 1).rows())
        .extracting(FoundPost::remoteUrl)
        .contains(Optional.of(address));

    assertThat(wrong(token(), Map.of(row.id(), address))).isEmpty();

    assertThat(now(row).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(publishing.found().page(false, 1).rows())
        .extracting(FoundPost::remoteUrl)
        .doesNotContain(Optional.of(address));
    long told =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select count(*) from publishing_outcome_line where remote_url = :a")
                    .bind("a", address)
                    .mapTo(Long.class)
                    .one());
    assertThat(told).as("told once").isEqualTo(1);
  }

  @Test
  void a_refused_draft_stops_nothing_and_the_person_reads_why() throws Exception {
    RenditionRow row = planned(connected());
    faults.switchOn(NewFault.of(Nets.TIKTOK, FaultKind.CONTAINER_ERROR));
    due(row);
    assertThat(page(token()))
        .contains("Kali ini tidak ada draf di aplikasi TikTok")
        .contains("menolak foto atau videonya");
  }

  @Test
  void a_network_that_is_away_or_asks_for_peace_delays_nothing_for_long() throws Exception {
    RenditionRow row = planned(connected());
    faults.switchOn(NewFault.of(Nets.TIKTOK, FaultKind.HTTP_500));
    due(row);
    assertThat(page(token())).contains("terganggu atau tidak menjawab tepat waktu");
  }

  @Test
  void a_draft_that_stays_in_work_is_said_to_be_uncertain() throws Exception {
    RenditionRow row = planned(connected());
    faults.switchOn(NewFault.of(Nets.TIKTOK, FaultKind.SLOW_MEDIA).amount(3_600_000));
    due(row);
    assertThat(page(token())).contains("Belum pasti apakah draf ada di aplikasi TikTok");
  }

  @Test
  void a_login_that_ended_stops_nothing() throws Exception {
    UUID id = connected();
    RenditionRow row = planned(id);
    PRACTICE.useHandle(h -> h.execute("update sandbox_token set revoked_at = now()"));
    due(row);
    assertThat(page(token())).contains("tidak berlaku lagi");
    Channel after = channels.channels().get(id);
    assertThat(after.hasLogin()).isFalse();
    assertThat(after.isConnected()).isTrue();
    assertThat(after.mode()).isEqualTo(PublishMode.HANDOVER);
    RenditionRow next = planned(id);
    at(DUE.plus(Duration.ofMinutes(1)));
    assertThat(now(next).state()).isEqualTo(RenditionState.HANDED_OVER);
  }

  @Test
  void by_hand_with_a_login_puts_no_draft_and_reads_the_counts() throws Exception {
    UUID id = connected();
    channels
        .hand()
        .publishBy(
            admin,
            id,
            new ChangeMode(
                PublishMode.BY_HAND,
                hand.id().orElseThrow().toString(),
                channels.channels().get(id).version()));
    RenditionRow row = planned(id);
    at(DUE);
    assertThat(now(row).state()).isEqualTo(RenditionState.HANDED_OVER);
    String token = token(hand);
    assertThat(page(token)).doesNotContain("draf");
    String address = servers.uri(Nets.TIKTOK) + "/@" + name + "/video/7500000000000000999";
    assertThat(wrong(token, Map.of(row.id(), address))).isEmpty();
    assertThat(
            watches.toType(
                world.clock.instant().plus(Duration.ofDays(5)), world.clock.instant(), 10))
        .doesNotContain(row.id());
  }
}

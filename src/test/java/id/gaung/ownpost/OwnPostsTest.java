package id.gaung.ownpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.channel.Channel;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.DeliverableState;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.World;
import id.gaung.creator.ChangeCreator;
import id.gaung.creator.Creator;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.TypeFigures;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.ownpost.CreatorPosts.GiveAddress;
import id.gaung.ownpost.CreatorPosts.TakeBack;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ScriptedServer;
import id.gaung.publishing.FoundPost;
import id.gaung.publishing.FoundPosts;
import id.gaung.publishing.FoundPosts.LinkFound;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.report.Measure;
import id.gaung.report.ReportDocument;
import id.gaung.report.ReportedPost;
import id.gaung.report.WeeklyReports;
import id.gaung.web.Form;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts on creators' own accounts: their address, what they are told to be, and their figures. */
@Tag("database")
class OwnPostsTest {

  private static final URI URL = URI.create("https://gaung.test");
  private static final Week W48 = Week.parse("2026-W48").orElseThrow();
  private static final String CAPTION =
      "Iklan – kerja sama dengan Dinas UMKM\nAmplang renyah! #umkm";
  private static final String REEL = "https://www.instagram.com/reel/C8abcDEfgHi/";
  private static final String DID = "did:plc:dewi";

  private final World world = new World();
  private final ScriptedServer server = new ScriptedServer();
  private final ChannelFeature channels =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URL).people(),
          new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          NetworkModule.published().stream()
              .map(
                  module ->
                      module.client(
                          new ClientSetup(
                              NetworkSettings.of(
                                  module,
                                  module.equals(Nets.BLUESKY)
                                      ? Map.of("open", server.address().toString())
                                      : Map.of()),
                              server.http,
                              server.hosts,
                              world.clock)))
              .toList(),
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
  private final OwnPostFeature feature =
      new OwnPostFeature(
          world.foundation,
          world.collaboration,
          world.creators,
          world.campaign.campaigns(),
          world.products,
          channels,
          engagement,
          world.photos);
  private final CreatorPosts own = feature.posts();
  private final WeeklyReports reports = new WeeklyReports(world.foundation);
  private Offer offer = world.acceptedOffer();

  @BeforeEach
  void know() {
    accounts(
        account(Nets.INSTAGRAM, "dewi.kuliner"),
        account(Nets.TIKTOK, "dewi_kuliner"),
        account(Nets.BLUESKY, "dewi.bsky.social"),
        account(Nets.MASTODON, "dewi@mastodon.social"));
    world.jdbi.useHandle(
        h -> {
          h.execute("set session_replication_role = replica");
          h.execute("delete from weekly_report");
          h.execute("set session_replication_role = default");
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static AccountEntry account(Network network, String handle) {
    return new AccountEntry(network, handle, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void accounts(AccountEntry... accounts) {
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
            Optional.of(List.of(accounts))));
  }

  private Actor creator() {
    return Actor.creatorByLink(world.creator, "Dewi Kuliner");
  }

  private UUID content(int number) {
    return world.collaboration.offers().deliverables(offer.id()).get(number).id();
  }

  private UUID approved(int number) {
    UUID id = content(number);
    SubmitDraft draft = new SubmitDraft(CAPTION, "", false);
    world.collaboration.submissions().submit(world.token(offer), id, draft, Optional.empty());
    world.collaboration.reviews().approve(world.staff, id, ApproveDraft.plain());
    return id;
  }

  private static GiveAddress address(String address) {
    return new GiveAddress(address, Optional.empty());
  }

  private DeliverableState stateOf(UUID content) {
    return world.collaboration.deliverables().find(content).orElseThrow().state();
  }

  private String refused(UUID content, String address) {
    return refused(content, address(address));
  }

  private String refused(UUID content, GiveAddress order) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> own.give(creator(), content, order));
    return Stream.concat(
            problem.errors().stream().map(error -> error.field() + " " + error.key()),
            Stream.of(problem.key()))
        .findFirst()
        .orElseThrow();
  }

  private UUID screenshot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 800, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return world
        .photos
        .store(creator(), new ByteArrayInputStream(out.toByteArray()), "angka.jpg")
        .id();
  }

  private static TypeFigures typed(Optional<UUID> photo) {
    return new TypeFigures(
        Optional.of(1200L),
        Optional.empty(),
        Optional.of(90L),
        Optional.of(7L),
        Optional.of(3L),
        Optional.of(2L),
        Optional.empty(),
        Optional.empty(),
        photo,
        false);
  }

  private void to(LocalDateTime at) {
    world.clock.step(Duration.between(world.clock.instant(), Wita.instant(at)));
  }

  private List<ReportedPost> told(Week week) {
    Instant end = week.next().start().plus(Duration.ofHours(10));
    if (world.clock.instant().isBefore(end)) {
      world.clock.step(Duration.between(world.clock.instant(), end));
    }
    reports.makeDue();
    ReportDocument report = reports.get(week, Optional.empty()).read();
    return report.rows();
  }

  private long count(String sql) {
    return world.jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  @Test
  void a_reel_that_the_creator_tells_of_is_live_measured_and_in_the_report() throws IOException {
    UUID content = approved(0);

    UUID post = own.give(creator(), content, address(REEL + "?igsh=MTc4"));

    assertThat(stateOf(content)).isEqualTo(DeliverableState.LIVE);
    assertThat(engagement.watches().typed(List.of(post))).containsExactly(post);
    to(LocalDateTime.of(2026, 11, 27, 9, 0));
    engagement.typed().typeOwn(creator(), post, typed(Optional.of(screenshot())));

    List<ReportedPost> rows = told(W48);
    assertThat(rows).hasSize(1);
    ReportedPost row = rows.get(0);
    assertThat(row.outside()).isTrue();
    assertThat(row.beside()).isFalse();
    assertThat(row.creator()).contains("Dewi Kuliner");
    assertThat(row.channel()).isEqualTo("@dewi.kuliner");
    assertThat(row.url()).contains("https://www.instagram.com/p/C8abcDEfgHi/");
    assertThat(row.cell(Measure.VIEWS).growth()).contains(1200L);
    assertThat(row.cell(Measure.INTERACTIONS).growth()).contains(102L);
    assertThat(row.cost().orElseThrow().amount()).as("half of the fee").isEqualTo(375_000);
    assertThat(row.products()).hasSize(1);
    assertThat(
            count(
                "select count(*) from snapshot where source = 'SCREENSHOT' and value is not null"))
        .isEqualTo(5);
    assertThat(reports.get(W48, Optional.empty()).read().followers())
        .as("a creator's followers are not the office's")
        .isEmpty();
  }

  @Test
  void numbers_of_a_creator_need_a_picture() {
    UUID post = own.give(creator(), approved(0), address(REEL));
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> engagement.typed().typeOwn(creator(), post, typed(Optional.empty())));
    assertThat(problem.errors().get(0).field()).isEqualTo("photo");
    assertThat(count("select count(*) from snapshot")).isZero();
  }

  @Test
  void a_post_is_one_however_it_is_pasted_and_is_of_one_content() {
    UUID content = approved(0);
    own.give(creator(), content, address(REEL));
    assertThat(refused(content, "instagram.com/dewi.kuliner/p/C8abcDEfgHi/?utm_source=ig"))
        .isEqualTo("address publishing.given.twice");
    assertThat(refused(approved(1), REEL)).isEqualTo("address publishing.given.used");
    assertThat(count("select count(*) from found_post")).isEqualTo(1);
    assertThat(count("select count(*) from watch")).isEqualTo(1);
  }

  /** An address without a name says nothing of whose the post is; the office's own has one. */
  @Test
  void a_post_of_the_office_is_no_creators_although_its_address_names_nobody() {
    UUID content = approved(0);
    world.jdbi.useHandle(
        h -> {
          h.execute(
              "insert into channel (id, network, server, remote_id, handle, traits, label, state,"
                  + " connected_at) values (?, 'INSTAGRAM', 'https://other.test', '17', 'kota',"
                  + " '{}', 'Kota', 'CONNECTED', now())",
              new UUID(4, 4));
          h.execute(
              "insert into found_post (id, channel_id, remote_id, text, published_at, found_at,"
                  + " opening, settled) values (?, ?, 'C8abcDEfgHi', 'Kopi', now(), now(), false,"
                  + " true)",
              new UUID(4, 5),
              new UUID(4, 4));
        });
    assertThat(refused(content, "https://www.instagram.com/reel/C8abcDEfgHi/"))
        .isEqualTo("address publishing.given.used");
    own.give(creator(), content, address("https://www.instagram.com/reel/Ca1bcDEfgHi/"));
    FoundPosts found = publishing.found();
    assertThat(found.unknown(new UUID(4, 4), List.of("Ca1bcDEfgHi", "neu"))).containsExactly("neu");
    assertThat(
            found.keep(
                List.of(
                    new FoundPosts.Found(
                        new UUID(4, 4),
                        new RemotePost(
                            "179",
                            Optional.of(URI.create("https://www.instagram.com/p/Ca1bcDEfgHi/"))),
                        world.clock.instant(),
                        "Kopi",
                        false,
                        true))))
        .isEmpty();
  }

  @Test
  void what_is_no_post_of_the_creator_is_said_plainly() {
    UUID content = approved(0);
    String at = "address publishing.hand.address.";
    assertThat(refused(content, "https://www.tiktok.com/@lain/video/7400000000000000001"))
        .isEqualTo(at + "OTHER_ACCOUNT");
    assertThat(refused(content, "https://www.tiktok.com/@dewi_kuliner")).isEqualTo(at + "PROFILE");
    assertThat(refused(content, "sudah tayang ya kak")).isEqualTo(at + "NO_ADDRESS");
    assertThat(refused(content, "https://www.youtube.com/watch?v=AbC123xyz_0"))
        .isEqualTo("address ownpost.account-unknown");
    assertThat(refused(content, "https://wa.me/6281200000101"))
        .isEqualTo("address ownpost.network-unknown");
    assertThat(refused(content, "https://mstdn.jp/@dewi@mastodon.social/115000000000000001"))
        .isEqualTo(at + "COPY");
    assertThat(
            refused(
                content, new GiveAddress(REEL, Optional.of(LocalDateTime.of(2026, 11, 24, 23, 0)))))
        .isEqualTo("publishedAt ownpost.future");
    assertThat(
            refused(
                content, new GiveAddress(REEL, Optional.of(LocalDateTime.of(2026, 6, 1, 12, 0)))))
        .isEqualTo("publishedAt ownpost.too-old");
    assertThat(stateOf(content)).isEqualTo(DeliverableState.APPROVED);
    assertThat(count("select count(*) from channel")).isZero();
  }

  @Test
  void only_what_was_approved_and_asked_for_can_be_out() {
    assertThat(refused(content(0), REEL)).isEqualTo("ownpost.not-approved");
    UUID content = approved(0);
    world.jdbi.useHandle(
        h -> h.execute("update deliverable set networks = '{TIKTOK}' where id = ?", content));
    assertThat(refused(content, REEL)).isEqualTo("address ownpost.not-meant");
    accounts();
    assertThat(refused(content, REEL)).isEqualTo("address ownpost.no-account");
  }

  @Test
  void another_creator_gives_nothing_for_it() {
    UUID content = approved(0);
    Actor other = Actor.creatorByLink(world.creator("Lain", "6281200000909"), "Lain");
    Problem problem =
        catchThrowableOfType(Problem.class, () -> own.give(other, content, address(REEL)));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
  }

  @Test
  void a_did_and_a_name_are_the_same_account_and_nobody_guesses_it() {
    UUID content = approved(0);
    server.json(500, "{}");
    String name = "https://bsky.app/profile/dewi.bsky.social/post/3one";
    assertThat(refused(content, name)).isEqualTo("address ownpost.account-unread");
    for (int i = 0; i < 3; i++) {
      server.json(200, "{\"did\":\"%s\"}".formatted(DID));
    }
    server.json(200, "{\"posts\":[{\"uri\":\"at://%s/app.bsky.feed.post/3one\"}]}".formatted(DID));

    own.give(creator(), content, address("https://bsky.app/profile/" + DID + "/post/3one?ref=x"));

    assertThat(refused(content, name)).isEqualTo("address publishing.given.twice");
  }

  @Test
  void a_wrong_address_is_taken_back_and_may_be_given_again() {
    UUID content = approved(0);
    UUID post = own.give(creator(), content, address(REEL));
    own.takeBack(world.staff, content, post, new TakeBack("Itu kiriman lain"));
    assertThat(stateOf(content)).isEqualTo(DeliverableState.APPROVED);
    assertThat(count("select count(*) from publishing_outcome_line")).isZero();
    assertThat(
            count(
                "select count(*) from watch where ended_at <= now() + interval '9 years'"
                    + " and end_reason = 'POST_GONE'"))
        .isEqualTo(1);

    assertThat(own.give(creator(), content, address(REEL))).isEqualTo(post);
    assertThat(stateOf(content)).isEqualTo(DeliverableState.LIVE);
    assertThat(count("select count(*) from watch where end_reason = 'POST_GONE'")).isZero();
    assertThat(told(W48)).hasSize(1);
  }

  @Test
  void a_post_of_an_older_week_is_an_opening_balance_in_the_week_in_which_it_is_told()
      throws IOException {
    UUID content = approved(0);
    to(LocalDateTime.of(2026, 12, 8, 9, 0));
    UUID post =
        own.give(
            creator(),
            content,
            new GiveAddress(REEL, Optional.of(LocalDateTime.of(2026, 11, 24, 12, 0))));
    to(LocalDateTime.of(2026, 12, 12, 9, 0));
    engagement.typed().typeOwn(creator(), post, typed(Optional.of(screenshot())));
    ReportedPost row = told(Week.parse("2026-W50").orElseThrow()).get(0);
    assertThat(row.cell(Measure.VIEWS).growth()).isEmpty();
    assertThat(row.cell(Measure.VIEWS).lifetime()).contains(1200L);
  }

  @Test
  void it_is_gone_only_when_nothing_of_the_content_is_out() {
    UUID content = approved(0);
    UUID reel = own.give(creator(), content, address(REEL));
    UUID other =
        own.give(
            creator(),
            content,
            address("https://www.tiktok.com/@dewi_kuliner/video/7400000000000000001"));
    publishing.renditions().markRemoved(List.of(reel), world.staff);
    assertThat(stateOf(content)).isEqualTo(DeliverableState.LIVE);
    publishing.renditions().markRemoved(List.of(other), world.staff);
    assertThat(stateOf(content)).isEqualTo(DeliverableState.REMOVED);
  }

  @Test
  void accounts_of_creators_are_none_that_the_office_publishes_on() {
    own.give(creator(), approved(0), address(REEL));
    UUID id =
        world.jdbi.withHandle(h -> h.createQuery("select id from channel").mapTo(UUID.class).one());
    Channel outside = channels.channels().get(id);
    assertThat(outside.isOutside()).isTrue();
    assertThat(channels.channels().all()).isEmpty();
    assertThat(channels.channels().connected()).isEmpty();
    assertThat(count("select count(*) from channel_hand_line")).isZero();
    assertThat(count("select count(*) from channel_connection_span where outside")).isEqualTo(1);
    assertThat(count("select count(*) from publishing_outcome_line where outside")).isEqualTo(1);
  }

  @Test
  void it_belongs_to_its_content_and_is_linked_to_nothing_else() {
    UUID post = own.give(creator(), approved(0), address(REEL));
    FoundPost found = publishing.found().get(post);
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                publishing
                    .found()
                    .link(
                        world.staff,
                        post,
                        new LinkFound(Optional.empty(), List.of(), found.version())));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
    assertThat(publishing.found().get(post).campaignId()).contains(offer.campaignId());
  }

  @Test
  void its_page_says_what_is_read_and_what_is_typed() {
    UUID content = approved(0);
    own.give(creator(), content, address(REEL));
    OwnPostViews.Show show = feature.views().show(content, Form.empty());
    assertThat(show.mayGive()).isTrue();
    assertThat(show.places())
        .extracting(place -> place.account().network().name() + " " + place.read())
        .containsExactly("INSTAGRAM false", "TIKTOK false", "BLUESKY true", "MASTODON true");
    assertThat(show.lines()).hasSize(1);
    assertThat(show.lines().get(0).typed()).isTrue();
  }
}

package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignStep;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.World;
import id.gaung.followup.FollowUpFeature;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.People;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.publishing.PausedPosts;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.web.Rendering;
import id.gaung.web.TestViewer;
import id.gaung.web.View;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class FirstPagesTest {

  private static final URI GAUNG = URI.create("https://gaung.test");
  private static final Rendering RENDERING = new Rendering("web", "home", "publishing");

  private final World world = new World();
  private Optional<Week> report = Optional.empty();
  private final ChannelFeature channels =
      new ChannelFeature(world.foundation, people(), new Sealing(new byte[32]), List.of(), GAUNG);
  private final PublishingFeature publishing =
      new PublishingFeature(
          world.foundation,
          channels,
          world.campaign.campaigns(),
          world.products,
          world.collaboration.deliverables(),
          world.media,
          people(),
          PublishingRules.of(Duration.ofMinutes(60), 4),
          "test");
  private final FirstPages pages =
      new FirstPages(
          List.of(
              new StaffCards(
                  world.jdbi,
                  paused(),
                  world.campaign.campaigns(),
                  world.products,
                  List::of,
                  world.clock),
              new FollowUpCards(
                  new FollowUpFeature(world.foundation, channels, publishing).followUps(),
                  publishing.hand()),
              new ApproverCards(world.jdbi, world.products, world.clock),
              new CreatorCards(world.jdbi, world.creators, world.campaign.campaigns(), world.clock),
              new AdminCards(world.jdbi, world.foundation.audit(), world.clock),
              new ObserverCards(world.jdbi)),
          () -> report,
          week -> Optional.empty(),
          week -> List.of(),
          new Standing(world.jdbi, world.campaign, world.products, world.clock),
          world.clock);

  @Test
  void where_nothing_waits_the_page_says_so_and_names_the_next_step() {
    HomePages.Show page = of(world.staff);
    assertThat(page.waiting()).isEmpty();
    assertThat(render(page)).contains("Mulai dari sini", "href=\"/campaigns/new\"");
    UUID draft = world.completeDraft();
    assertThat(waiting(world.staff)).isEqualTo(Map.of("drafting", 1L));
    world.take(world.staff, draft, CampaignStep.SUBMIT);
    assertThat(render(of(world.staff)))
        .contains("Tidak ada yang menunggu Anda", "href=\"/campaigns/new\"")
        .doesNotContain("Mulai dari sini");
    Actor treasurer = world.person("Bendahara", Role.TREASURER);
    assertThat(render(of(treasurer))).contains("href=\"/profile\"").doesNotContain("/reports");
  }

  @Test
  void staff_see_offers_that_hurry_until_they_expire_and_for_a_week_after() {
    UUID campaign = world.activeCampaign();
    Offer offer = world.sentOffer(campaign);
    assertThat(waiting(world.staff)).isEmpty();
    at(offer.respondBy().minus(Duration.ofHours(23)));
    assertThat(waiting(world.staff)).containsEntry("offers-due", 1L);
    assertThat(render(of(world.staff)))
        .contains("/campaigns/" + campaign + "/offers", "Amplang untuk semua");
    at(offer.respondBy());
    assertThat(waiting(world.staff)).isEmpty();
    sql("update offer set state = 'EXPIRED'");
    assertThat(waiting(world.staff)).containsEntry("offers-expired", 1L);
    at(offer.respondBy().plus(Duration.ofDays(7)));
    assertThat(waiting(world.staff)).isEmpty();
  }

  @Test
  void drafts_wait_for_staff_or_for_the_creator_never_for_both() {
    Actor dewi = world.person("Dewi", Role.CREATOR);
    Offer offer = world.sentOffer(world.activeCampaign());
    assertThat(waiting(dewi)).isEmpty();
    sql("update creator set person_id = ?", dewi.id().orElseThrow());
    assertThat(waiting(dewi)).isEqualTo(Map.of("answer", 1L));
    world.collaboration.links().accept(world.token(offer), world.acceptance(offer));
    assertThat(waiting(dewi)).isEqualTo(Map.of("deliver", 2L));
    UUID work = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    submit(offer, work);
    assertThat(waiting(dewi)).isEqualTo(Map.of("deliver", 1L));
    assertThat(waiting(world.staff)).isEqualTo(Map.of("drafts", 1L));
    world
        .collaboration
        .reviews()
        .requestChanges(world.staff, work, new RequestChanges("Tambah harga", Optional.empty()));
    assertThat(waiting(dewi)).isEqualTo(Map.of("change", 1L, "deliver", 1L));
    assertThat(waiting(world.staff)).isEmpty();
    sql("update deliverable set state = 'APPROVED' where id = ?", work);
    assertThat(waiting(world.staff)).isEqualTo(Map.of("without-post", 1L));
    assertThat(render(of(dewi))).contains("href=\"/me\"");
  }

  @Test
  void campaigns_wait_for_approvers_who_did_not_make_them_and_come_back_to_staff() {
    UUID campaign = world.completeDraft();
    world.take(world.staff, campaign, CampaignStep.SUBMIT);
    assertThat(waiting(world.approver)).isEqualTo(Map.of("approve", 1L));
    assertThat(waiting(world.both)).isEqualTo(Map.of("approve", 1L));
    sql(
        "insert into contribution (subject_kind, subject_id, version, person_id, at)"
            + " values ('brief', ?, 1, ?, now())",
        campaign,
        world.both.id().orElseThrow());
    assertThat(waiting(world.both)).isEmpty();
    assertThat(waiting(world.approver)).isEqualTo(Map.of("approve", 1L));
    world.take(world.approver, campaign, CampaignStep.REJECT);
    assertThat(waiting(world.approver)).isEmpty();
    assertThat(waiting(world.staff)).isEqualTo(Map.of("returned", 1L));
    assertThat(render(of(world.staff))).contains("/campaigns/" + campaign);
    sql("update campaign set state = 'COMPLETED'");
    assertThat(waiting(world.approver)).isEqualTo(Map.of("close", 1L));
  }

  @Test
  void staff_see_what_waits_for_approvers_and_creators_until_it_is_done() {
    assertThat(others(world.staff)).isEmpty();
    assertThat(render(of(world.staff))).doesNotContain("Menunggu orang lain");
    UUID campaign = world.completeDraft();
    world.take(world.staff, campaign, CampaignStep.SUBMIT);
    assertThat(others(world.staff)).isEqualTo(Map.of("with-approver", 1L));
    assertThat(others(world.approver)).isEmpty();
    assertThat(others(world.both)).as("waits for this person").isEmpty();
    assertThat(render(of(world.staff)))
        .contains("Menunggu orang lain", "href=\"/campaigns/" + campaign);
    world.take(world.approver, campaign, CampaignStep.APPROVE);
    world.take(world.staff, campaign, CampaignStep.ACTIVATE);
    Offer offer = world.sentOffer(campaign);
    assertThat(others(world.staff)).isEqualTo(Map.of("with-creator-answer", 1L));
    world.collaboration.links().accept(world.token(offer), world.acceptance(offer));
    assertThat(others(world.staff)).isEqualTo(Map.of("with-creator-draft", 2L));
    assertThat(render(of(world.staff))).contains("/campaigns/" + campaign + "/offers");
    UUID work = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    submit(offer, work);
    assertThat(others(world.staff)).isEqualTo(Map.of("with-creator-draft", 1L));
    world
        .collaboration
        .reviews()
        .requestChanges(world.staff, work, new RequestChanges("Tambah harga", Optional.empty()));
    assertThat(others(world.staff))
        .isEqualTo(Map.of("with-creator-change", 1L, "with-creator-draft", 1L));
    world.take(world.approver, campaign, CampaignStep.CANCEL);
    assertThat(others(world.staff)).isEmpty();
  }

  @Test
  void posts_of_today_are_counted_by_the_day_of_balikpapan_and_troubles_of_any_day() {
    UUID campaign = world.activeCampaign();
    UUID channel = channel("CONNECTED");
    Instant midnight = Instant.parse("2026-11-23T16:00:00Z");
    rendition(campaign, channel, "PUBLISHED", midnight.minusSeconds(1));
    rendition(campaign, channel, "PUBLISHED", midnight);
    rendition(campaign, channel, "SCHEDULED", midnight.plus(Duration.ofHours(24)).minusSeconds(1));
    rendition(campaign, channel, "SCHEDULED", midnight.plus(Duration.ofHours(24)));
    rendition(campaign, channel, "CANCELLED", midnight);
    rendition(campaign, channel, "FAILED", midnight.minus(Duration.ofDays(9)));
    rendition(campaign, channel, "MISSED", midnight.minus(Duration.ofDays(9)));
    rendition(campaign, channel, "UNCERTAIN", midnight.minus(Duration.ofDays(1)));
    rendition(campaign, channel, "IN_REVIEW", midnight);
    assertThat(facts(world.staff)).isEqualTo(Map.of("today", 2L, "published-today", 1L));
    assertThat(waiting(world.staff)).isEqualTo(Map.of("failed", 1L, "missed", 1L, "uncertain", 1L));
    assertThat(waiting(world.approver)).isEqualTo(Map.of("post-reviews", 1L));
    sql("update publishing_switch set stopped = true");
    assertThat(waiting(world.staff)).containsEntry("stopped", 1L);
  }

  @Test
  void administrators_see_channels_and_people_without_a_way_in() {
    Actor admin = world.person("Admin", Role.ADMIN);
    sql("update person set password_hash = 'x'");
    assertThat(waiting(admin)).isEqualTo(Map.of("no-channel", 0L));
    channel("CONNECTED");
    assertThat(waiting(admin)).isEmpty();
    sql("update channel set state = 'RECONNECT'");
    world.person("Baru", Role.STAFF);
    assertThat(waiting(admin)).isEqualTo(Map.of("reconnect", 1L, "people", 1L));
    assertThat(waiting(world.staff)).isEqualTo(Map.of("reconnect", 1L));
    sql(
        "insert into sign_in_link (token_hash, person_id, created_at, expires_at)"
            + " select decode('00', 'hex'), id, ?, ? from person where name = 'Baru'",
        world.clock.instant(),
        world.clock.instant().plusSeconds(60));
    assertThat(waiting(admin)).isEqualTo(Map.of("reconnect", 1L));
    at(world.clock.instant().plusSeconds(60));
    assertThat(waiting(admin)).containsEntry("people", 1L);
    assertThat(render(of(admin))).contains("href=\"/audit\"");
    sql("update channel set trouble = 'ACCOUNT_BLOCKED'");
    assertThat(waiting(admin)).containsEntry("blocked", 1L).doesNotContainKey("reconnect");
    assertThat(waiting(world.staff)).isEqualTo(Map.of("blocked", 1L));
  }

  @Test
  void observers_see_the_newest_report_and_what_runs() {
    Actor observer = world.person("Komisi II", Role.OBSERVER);
    world.activeCampaign();
    assertThat(render(of(observer))).contains("Belum ada laporan mingguan");
    assertThat(pages.instead(new TestViewer(observer))).isEmpty();
    report = Week.parse("2026-W47");
    assertThat(pages.instead(new TestViewer(observer))).hasToString("Optional[/reports/2026-W47]");
    assertThat(pages.instead(new TestViewer(world.staff))).isEmpty();
    assertThat(facts(observer)).isEqualTo(Map.of("running", 1L));
    assertThat(render(of(observer))).contains("/reports/2026-W47", "Pekan 47 (16–22 Nov 2026)");
  }

  private PausedPosts paused() {
    return new PausedPosts(world.jdbi, channels.channels(), Duration.ofMinutes(60));
  }

  private People people() {
    return new IdentityFeature(world.foundation, true, GAUNG).people();
  }

  @Test
  void a_thread_that_stopped_waits_for_staff_and_leads_to_its_post() {
    rendition(world.activeCampaign(), channel("CONNECTED"), "PUBLISHED", world.clock.instant());
    String row =
        "insert into follow_up (id, rendition_id, kind, number, text, state, next_at)"
            + " select gen_random_uuid(), id, 'THREAD', ?, 'Dua', ?, ? from rendition";
    sql(row, 1, "OUT", null);
    sql(row, 2, "UNCERTAIN", world.clock.instant());
    assertThat(waiting(world.staff)).doesNotContainKey("follow-ups");
    sql("update follow_up set next_at = null where number = 2");
    assertThat(waiting(world.staff)).containsEntry("follow-ups", 1L);
    assertThat(waiting(world.approver)).doesNotContainKey("follow-ups");
    sql("update follow_up set state = 'FAILED' where number = 2");
    sql(row, 3, "FAILED", null);
    assertThat(waiting(world.staff)).as("posts are counted").containsEntry("follow-ups", 1L);
    assertThat(render(of(world.staff)))
        .contains("Utas atau komentar belum tayang", "href=\"/posts/");
  }

  @Test
  void posts_that_their_channels_pause_outlasts_wait_for_staff_at_once() {
    UUID campaign = world.activeCampaign();
    UUID channel = channel("CONNECTED");
    Instant now = world.clock.instant();
    Instant until = now.plus(Duration.ofHours(3));
    // An hour late at most: the first two are over by then, the third goes out just in time.
    rendition(campaign, channel, "SCHEDULED", now.plus(Duration.ofMinutes(5)));
    rendition(campaign, channel, "RETRYING", now.minus(Duration.ofMinutes(5)));
    rendition(campaign, channel, "SCHEDULED", now.plus(Duration.ofHours(2)));
    rendition(campaign, channel, "SCHEDULED", now.plus(Duration.ofHours(4)));
    rendition(campaign, channel, "PUBLISHED", now.minus(Duration.ofMinutes(5)));
    sql("update rendition set next_at = due_at");
    assertThat(waiting(world.staff)).isEmpty();
    sql("update channel set paused_until = ?", until);
    assertThat(waiting(world.staff)).isEqualTo(Map.of("paused-too-long", 2L));
    assertThat(render(of(world.staff))).contains("href=\"/posts/", "Ubah waktunya", "Amplang");
    assertThat(waiting(world.approver)).isEmpty();
    // Tried once more by a person: its lateness counts from then.
    sql("update rendition set grace_from = ? where state = 'RETRYING'", until);
    assertThat(waiting(world.staff)).isEqualTo(Map.of("paused-too-long", 1L));
    at(until);
    assertThat(waiting(world.staff)).isEmpty();
  }

  private void at(Instant instant) {
    world.clock.step(Duration.between(world.clock.instant(), instant));
  }

  private void submit(Offer offer, UUID work) {
    world
        .collaboration
        .submissions()
        .submit(world.token(offer), work, new SubmitDraft("Enak!", "", false), Optional.empty());
  }

  private HomePages.Show of(Actor actor) {
    return pages.of(new TestViewer(actor));
  }

  private static String render(HomePages.Show page) {
    return RENDERING.of(new View("home/show.jte", page));
  }

  /** Each page is rendered as well: no card lacks its words. */
  private Map<String, Long> waiting(Actor actor) {
    HomePages.Show page = of(actor);
    render(page);
    return counts(page.waiting().stream());
  }

  private Map<String, Long> others(Actor actor) {
    return counts(of(actor).others().stream());
  }

  private Map<String, Long> facts(Actor actor) {
    return counts(of(actor).facts().stream());
  }

  private static Map<String, Long> counts(Stream<Card> cards) {
    return cards.collect(Collectors.toMap(Card::key, Card::count));
  }

  private void sql(String statement, Object... args) {
    world.jdbi.useHandle(h -> h.execute(statement, args));
  }

  private UUID channel(String state) {
    UUID id = world.ids.next();
    sql(
        "insert into channel (id, network, server, remote_id, handle, traits, label, state,"
            + " connected_at) values (?, 'BLUESKY', 'https://pds.test', 'did:plc:1', 'kantor',"
            + " '{}'::jsonb, 'Kantor', ?, now())",
        id,
        state);
    return id;
  }

  private void rendition(UUID campaign, UUID channel, String state, Instant dueAt) {
    UUID post = world.ids.next();
    try (Handle handle = world.jdbi.open()) {
      handle.execute(
          "insert into post (id, campaign_id, created_by, created_at) values (?, ?, ?, now())",
          post,
          campaign,
          world.staff.id().orElseThrow());
      handle.execute(
          "insert into contribution (subject_kind, subject_id, version, person_id, at)"
              + " values ('post', ?, 0, ?, now())",
          post,
          world.staff.id().orElseThrow());
      handle.execute(
          "insert into rendition (id, post_id, channel_id, text, due_at, state, created_at)"
              + " values (?, ?, ?, 'Amplang', ?, ?, now())",
          world.ids.next(),
          post,
          channel,
          dueAt,
          state);
    }
  }
}

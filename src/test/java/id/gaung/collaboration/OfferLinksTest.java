package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.AuditEvent;
import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.creator.Creator;
import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.Problem;
import id.gaung.web.PublicPage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class OfferLinksTest {

  private final World world = new World();
  private final Offers offers = world.collaboration.offers();
  private final SentOffers sentOffers = world.collaboration.sent();
  private final OfferLinks links = world.collaboration.links();

  @Test
  void opening_marks_as_viewed_once_and_does_not_move_the_clock() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    assertThat(links.read(token).offer().state()).isEqualTo(OfferState.SENT);
    assertThat(links.open(token).offer().state()).isEqualTo(OfferState.VIEWED);
    world.clock.step(Duration.ofHours(1));
    Offer viewed = links.open(token).offer();
    assertThat(viewed.viewedAt()).contains(World.START);
    assertThat(viewed.respondBy()).isEqualTo(sent.respondBy());
    assertThat(world.actions("offer", sent.id()))
        .containsExactly("offer.viewed", "offer.sent", "offer.drafted");
    AuditEvent event = world.foundation.audit().about("offer", sent.id()).get(0);
    assertThat(event.actorKind()).isEqualTo("CREATOR_LINK");
    assertThat(event.actorId()).contains(world.creator);
  }

  @Test
  void a_head_request_and_a_messengers_preview_do_not_open_it() {
    Offer sent = world.sentOffer(world.activeCampaign());
    PublicOfferPages pages =
        new PublicOfferPages(links, world.collaboration.submissions(), world.media, World.SOCIAL);
    String token = world.token(sent);
    assertThat(pages.look(token).getStatus()).isEqualTo(200);
    pages.show(token, "WhatsApp/2.24.1 A", null);
    pages.show(token, "Mozilla/5.0", "prefetch;prerender");
    assertThat(offers.get(sent.id()).state()).isEqualTo(OfferState.SENT);
    pages.show(token, "Mozilla/5.0 (Linux; Android 14)", null);
    assertThat(offers.get(sent.id()).state()).isEqualTo(OfferState.VIEWED);
    assertThat(PublicOfferPages.class).hasAnnotation(PublicPage.class);
  }

  @Test
  void the_browser_inside_a_messenger_is_a_persons_and_robots_read_at_no_door() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    OfferLinkResource json = new OfferLinkResource(links, world.collaboration.submissions());
    for (String robot :
        List.of(
            "WhatsApp/2.24.1 A",
            "facebookexternalhit/1.1",
            "TelegramBot (like TwitterBot)",
            "Mozilla/5.0 (compatible; Googlebot/2.1)")) {
      json.get(token, robot, null);
      assertThat(offers.get(sent.id()).state()).as(robot).isEqualTo(OfferState.SENT);
    }
    json.get(
        token,
        "Mozilla/5.0 (Linux; Android 14; SM-A546E) Chrome/126.0 Mobile Safari/537.36 [WhatsApp]",
        null);
    assertThat(offers.get(sent.id()).state()).isEqualTo(OfferState.VIEWED);
  }

  @Test
  void a_name_like_a_place_of_the_text_stays_a_name() {
    Offer sent = world.sentOffer(world.activeCampaign());
    Creator creator = world.creators.find(world.creator).orElseThrow();
    Creator odd =
        world.creators.create(
            world.staff,
            new CreateCreator(
                "{3} & {0}",
                CreatorKind.CREATOR, "6281200000999", "", java.util.Optional.empty(), ""));
    String message =
        URLDecoder.decode(
            new InvitationText(links, URI.create("https://gaung.test/"))
                .whatsApp(
                    sent,
                    odd,
                    world.campaign.campaigns().get(sent.campaignId()),
                    offers.deliverables(sent.id()))
                .getRawQuery(),
            StandardCharsets.UTF_8);
    assertThat(message).contains("{3} & {0}").doesNotContain(creator.name());
  }

  @Test
  void accepting_binds_the_brief_that_was_read() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    links.accept(token, world.acceptance(sent));
    Offer accepted = offers.get(sent.id());
    assertThat(accepted.state()).isEqualTo(OfferState.ACCEPTED);
    assertThat(accepted.acceptedName()).contains("Dewi Lestari");
    assertThat(accepted.acceptedBriefSha256()).contains(world.acceptance(sent).briefSha256());
    assertThat(links.read(token).standing()).isEqualTo(LinkState.WORKING);
    Refused.conflict(
        "collaboration.link.answered.ACCEPTED", () -> links.accept(token, world.acceptance(sent)));
    Refused.conflict(
        "collaboration.refused.ACCEPTED",
        () -> sentOffers.withdraw(world.staff, sent.id(), TakeOfferStep.plain()));
  }

  @Test
  void a_later_brief_does_not_change_what_was_offered() {
    UUID campaign = world.activeCampaign();
    Offer sent = world.sentOffer(campaign);
    Map<String, String> changed = new HashMap<>(world.wholeBrief());
    changed.put("reward", "Tanpa imbalan");
    String newer =
        world
            .campaign
            .briefs()
            .save(world.staff, campaign, world.brief(campaign, changed))
            .sha256();
    String token = world.token(sent);
    assertThat(links.read(token).brief().number()).isEqualTo(1);
    Refused.conflict(
        "collaboration.link.brief-differs",
        () -> links.accept(token, new AcceptOffer("Dewi", true, true, true, newer)));
    links.accept(token, world.acceptance(sent));
  }

  @Test
  void declining_keeps_the_reason() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    links.decline(token, new OfferLinks.DeclineOffer("Jadwal penuh"));
    assertThat(offers.get(sent.id()).declineReason()).contains("Jadwal penuh");
    assertThat(links.read(token).standing()).isEqualTo(LinkState.DECLINED);
    Refused.conflict(
        "collaboration.link.answered.DECLINED", () -> links.accept(token, world.acceptance(sent)));
    world.clock.step(Duration.ofDays(3).plusHours(7));
    Refused.gone("collaboration.link.EXPIRED", () -> links.read(token));
  }

  @Test
  void the_clock_refuses_an_acceptance_before_any_job_has_run() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    world.clock.step(Duration.ofDays(3).plusHours(7));
    Problem gone =
        Refused.with(
            Problem.Kind.GONE,
            "collaboration.link.EXPIRED",
            () -> links.accept(token, world.acceptance(sent)));
    assertThat(gone.args()).as("whom to ask").containsExactly("Rina, 0812-0000-0000, jam kerja");
    assertThat(offers.get(sent.id()).state()).isEqualTo(OfferState.SENT);
  }

  @Test
  void a_paused_campaign_can_be_read_and_declined_but_not_accepted() {
    UUID campaign = world.activeCampaign();
    Offer sent = world.sentOffer(campaign);
    String token = world.token(sent);
    world.take(world.staff, campaign, CampaignStep.PAUSE);
    assertThat(links.read(token).standing()).isEqualTo(LinkState.PAUSED);
    Refused.conflict(
        "collaboration.link.paused", () -> links.accept(token, world.acceptance(sent)));
    links.decline(token, new OfferLinks.DeclineOffer("Tidak jadi"));
  }

  @Test
  void a_withdrawn_offer_says_so() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String token = world.token(sent);
    sentOffers.withdraw(world.staff, sent.id(), TakeOfferStep.plain());
    Refused.gone("collaboration.link.WITHDRAWN", () -> links.open(token));
    Refused.gone("collaboration.link.WITHDRAWN", () -> links.accept(token, world.acceptance(sent)));
  }

  @Test
  void tampered_unknown_and_unsent_links_are_unknown() {
    UUID campaign = world.activeCampaign();
    UUID draft = offers.draft(world.staff, campaign, world.offer());
    String unsent = links.token(offers.get(draft));
    for (String token :
        new String[] {
          unsent,
          unsent.substring(0, unsent.length() - 2) + "AA",
          new LinkKey(new byte[32]).token(draft, 1),
          new LinkKey(new byte[32]).token(new UUID(1, 2), 1),
          "x",
          ".",
          ""
        }) {
      Refused.with(Problem.Kind.NOT_FOUND, "collaboration.link.unknown", () -> links.open(token));
    }
  }

  @Test
  void a_renewed_link_kills_the_old_one() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String old = world.token(sent);
    sentOffers.renewLink(world.staff, sent.id(), TakeOfferStep.plain());
    Refused.gone("collaboration.link.renewed", () -> links.open(old));
    Refused.gone("collaboration.link.renewed", () -> links.accept(old, world.acceptance(sent)));
    links.accept(world.token(sent), world.acceptance(sent));
  }

  @Test
  void after_acceptance_the_link_works_until_the_last_day_of_work_is_over() {
    Offer accepted = world.acceptedOffer();
    String token = world.token(accepted);
    Duration left = Duration.between(world.clock.instant(), accepted.endOfWork());
    world.clock.step(left.minusSeconds(1));
    assertThat(links.read(token).standing()).isEqualTo(LinkState.WORKING);
    world.clock.step(Duration.ofSeconds(1));
    Refused.gone("collaboration.link.WORK_OVER", () -> links.read(token));
  }

  @Test
  void nothing_in_the_database_opens_a_link() {
    Offer sent = world.sentOffer(world.activeCampaign());
    String secret = world.token(sent).substring(23);
    String row =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select row_to_json(o)::text from offer o")
                    .mapTo(String.class)
                    .one());
    assertThat(row).doesNotContain(secret);
  }
}

package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.campaign.CampaignPageModels;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.TestViewer;
import id.gaung.web.Texts;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Renders every page of campaigns and collaborations, in both languages. */
@Tag("database")
class PagesTest {

  private static final Pattern MISSING = Pattern.compile("![a-z]+\\.[\\w.-]+!");
  private static final Texts TEXTS =
      Texts.load(List.of("web", "campaign", "collaboration", "creator", "phone"));
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private final World world = new World();
  private final CampaignPageModels campaignPages = new CampaignPageModels(world);

  @Test
  void campaigns_in_every_state_render_for_every_reader() {
    UUID campaign = world.completeDraft();
    EnumSet<CampaignState> shown = EnumSet.noneOf(CampaignState.class);
    for (CampaignStep step :
        List.of(
            CampaignStep.SUBMIT,
            CampaignStep.APPROVE,
            CampaignStep.ACTIVATE,
            CampaignStep.PAUSE,
            CampaignStep.RESUME,
            CampaignStep.COMPLETE,
            CampaignStep.CLOSE)) {
      for (Actor reader : List.of(world.staff, world.approver, world.both, observer())) {
        render(campaignPages.show(viewer(reader), campaign));
        String html = render(campaignPages.history(viewer(reader), campaign));
        boolean named = !reader.is(Role.OBSERVER);
        assertThat(html.contains("Rina")).as(reader.name()).isEqualTo(named);
      }
      shown.add(world.campaign.campaigns().get(campaign).state());
      world.take(step.role() == Role.STAFF ? world.staff : world.approver, campaign, step);
    }
    assertThat(shown).hasSize(6);
    UUID cancelled = world.completeDraft();
    world.take(world.approver, cancelled, CampaignStep.CANCEL);
    assertThat(render(campaignPages.show(viewer(world.staff), cancelled))).contains("Alasan");
  }

  @Test
  void the_other_campaign_pages_render() {
    assertThat(render(campaignPages.list(viewer(world.staff)))).contains("card empty");
    UUID campaign = world.approvedCampaign();
    for (View view : campaignPages.others(viewer(world.staff), campaign)) {
      render(view);
    }
    View brief = campaignPages.brief(viewer(observer()), campaign);
    assertThat(render(brief)).doesNotContain("0812-0000-0000");
    assertThat(render(campaignPages.brief(viewer(world.approver), campaign)))
        .contains("0812-0000-0000");
  }

  @Test
  void the_creators_page_shows_the_offer_and_takes_an_answer_and_drafts() {
    UUID campaign = world.activeCampaign();
    Offer sent = world.sentOffer(campaign);
    PublicOfferPages pages =
        new PublicOfferPages(
            world.collaboration.links(),
            world.collaboration.submissions(),
            world.media,
            World.SOCIAL);
    String token = world.token(sent);
    String open = render(pages.show(token, "Mozilla/5.0", null));
    assertThat(open)
        .contains(
            "Rp750.000",
            "Video pendek",
            "Amplang untuk semua",
            "Isi rights",
            "Jum 27 Nov · 17.00 WITA")
        .contains("noindex", "briefRead", "Iklan – kerja sama dengan Dinas UMKM");
    world.take(world.staff, campaign, CampaignStep.PAUSE);
    assertThat(render(pages.show(token, "Mozilla/5.0", null))).doesNotContain("briefRead");
    world.take(world.staff, campaign, CampaignStep.RESUME);
    world.collaboration.links().accept(token, world.acceptance(sent));
    UUID id = world.collaboration.offers().deliverables(sent.id()).get(0).id();
    assertThat(render(pages.show(token, "Mozilla/5.0", null))).contains("/deliverables/" + id);
    assertThat(render(pages.work(token, id))).contains("image/jpeg", "altText");
    world
        .collaboration
        .submissions()
        .submit(token, id, new SubmitDraft("Enak!", "", false), Optional.empty());
    assertThat(render(pages.work(token, id))).contains("Enak!").doesNotContain("altText");
    world
        .collaboration
        .reviews()
        .requestChanges(world.staff, id, new RequestChanges("Tambah harga", Optional.empty()));
    assertThat(render(pages.work(token, id))).contains("Tambah harga", "Enak!", "altText");
  }

  @Test
  void the_staffs_pages_of_offers_and_reviews_render() {
    UUID campaign = world.activeCampaign();
    InvitationText text =
        new InvitationText(world.collaboration.links(), java.net.URI.create("https://gaung.test/"));
    CampaignOffersPages list =
        new CampaignOffersPages(
            world.campaign.campaigns(),
            world.creators,
            world.collaboration.offers(),
            text,
            World.SOCIAL,
            world.clock);
    InvitationsPages invite =
        new InvitationsPages(
            world.campaign.campaigns(),
            world.creators,
            world.products,
            world.collaboration.offers(),
            world.collaboration.invitations(),
            World.SOCIAL,
            text,
            world.clock);
    Viewer staff = viewer(world.staff);
    assertThat(render(list.list(staff, campaign, 1))).contains("card empty");
    assertThat(render(invite.invite(staff, campaign, List.of(), "dewi")))
        .contains("Dewi Kuliner", "27/11/2026", "17.00")
        .as("the message as it will arrive")
        .contains("Halo Kak Dewi Kuliner", "Balas pesan ini bila ada pertanyaan – Rina");
    assertThat(render(invite.invite(staff, campaign, List.of(), "tidak ada")))
        .doesNotContain("Dewi Kuliner");
    assertThat(render(invite.invite(staff, campaign, List.of(world.creator), "tidak ada")))
        .contains("Dewi Kuliner");
    OfferPages offers =
        new OfferPages(
            world.collaboration.offers(),
            world.collaboration.sent(),
            new OfferShow(
                world.foundation,
                world.collaboration.offers(),
                world.collaboration.deliverables(),
                world.campaign.campaigns(),
                world.campaign.briefs(),
                world.creators,
                text,
                World.SOCIAL));
    UUID draft = world.collaboration.offers().draft(world.staff, campaign, world.offer());
    assertThat(render(offers.show(staff, draft))).doesNotContain("wa.me");
    assertThat(render(offers.edit(staff, draft))).contains("Video pendek", "750000");
    world.collaboration.offers().send(world.staff, draft, TakeOfferStep.plain());
    assertThat(render(offers.show(staff, draft)))
        .contains("https://wa.me/6281200000101?text=Halo%20Kak%20Dewi%20Kuliner")
        .contains("https://gaung.test/o/");
    assertThat(render(list.list(staff, campaign, 1))).contains("Dewi Kuliner");
    Offer offer = world.collaboration.offers().get(draft);
    world.collaboration.links().accept(world.token(offer), world.acceptance(offer));
    assertThat(render(offers.show(staff, draft))).contains("Dewi Lestari");

    ReviewPages reviews = new ReviewPages(world.collaboration.deliverables(), world.clock);
    assertThat(render(reviews.list(staff, 1))).contains("card empty");
    UUID id = world.collaboration.offers().deliverables(draft).get(0).id();
    DeliverablePages work =
        new DeliverablePages(
            world.collaboration.deliverables(),
            world.collaboration.reviews(),
            world.collaboration.offers(),
            world.campaign.briefs(),
            (caption, media) ->
                List.of(
                    new DraftFit.Fit(
                        "instagram",
                        "Instagram",
                        "umkm.kota",
                        5,
                        2200,
                        List.of(new DraftFit.Part(true, caption)),
                        true,
                        List.of())),
            world.foundation);
    assertThat(render(work.show(staff, id))).doesNotContain("request-changes");
    world
        .collaboration
        .submissions()
        .submit(world.token(offer), id, new SubmitDraft("Enak!", "", false), Optional.empty());
    assertThat(render(reviews.list(staff, 1)))
        .contains("Video pendek")
        .containsPattern(
            "(?s)class=\"state pill warn\">[^>]*>[^>]*>[^>]*>\\s*Menunggu ditinjau</span>")
        .contains("<span class=\"keep\">sejak hari ini 10.00 WITA</span>");
    assertThat(render(work.show(staff, id)))
        .contains("request-changes", "Enak!", "form=\"ask-revision\"");
  }

  @Test
  void a_creator_with_an_account_finds_the_links_of_the_own_offers() {
    Actor dewi = world.person("Dewi", Role.CREATOR);
    MePages me =
        new MePages(
            world.collaboration.offers(),
            world.collaboration.links(),
            world.collaboration.submissions(),
            world.campaign.campaigns(),
            world.creators,
            World.SOCIAL,
            world.clock);
    assertThat(render(me.list(viewer(dewi), 1))).contains("card empty");
    Offer sent = world.sentOffer(world.activeCampaign());
    world.jdbi.useHandle(
        h -> h.execute("update creator set person_id = ?", dewi.id().orElseThrow()));
    assertThat(render(me.list(viewer(dewi), 1))).contains("/o/" + world.token(sent));
    world.collaboration.links().accept(world.token(sent), world.acceptance(sent));
    assertThat(render(me.list(viewer(dewi), 1))).contains("Batas draf");
    world.clock.step(Duration.between(world.clock.instant(), sent.endOfWork()).plusDays(1));
    assertThat(render(me.list(viewer(dewi), 1)))
        .contains("sudah berakhir")
        .doesNotContain("Batas draf")
        .doesNotContain("/o/");
    Actor other = world.person("Lain", Role.CREATOR);
    assertThat(render(me.list(viewer(other), 1))).doesNotContain("/o/");
  }

  @Test
  void every_word_for_a_state_or_a_refusal_exists_in_both_languages() {
    for (Language language : Language.values()) {
      Map<String, String> all = TEXTS.all(language);
      for (CampaignState state : CampaignState.values()) {
        assertThat(all)
            .containsKeys(
                "campaign.state." + state,
                "campaign.turn." + state,
                "campaign.next." + state,
                "campaign.refused." + state);
        if (state != CampaignState.DRAFT) {
          assertThat(all).containsKey("campaign.refused.change." + state);
        }
        if (!state.takesOffers()) {
          assertThat(all).containsKey("collaboration.campaign." + state);
        }
      }
      for (OfferState state : OfferState.values()) {
        assertThat(all)
            .containsKeys(
                "collaboration.offer." + state,
                "collaboration.refused." + state,
                "collaboration.me.turn." + state);
      }
      for (DeliverableState state : DeliverableState.values()) {
        assertThat(all)
            .containsKeys(
                "collaboration.deliverable." + state,
                "collaboration.deliverable.turn." + state,
                "collaboration.public.turn." + state,
                "collaboration.review.refused." + state);
        if (!state.canBecome(DeliverableState.SUBMITTED)) {
          assertThat(all).containsKey("collaboration.submit.refused." + state);
        }
      }
      for (LinkState standing : LinkState.values()) {
        if (!standing.isReadable() && standing != LinkState.UNSENT) {
          assertThat(all).containsKey("collaboration.link." + standing);
        }
      }
      for (OfferRule rule : OfferRule.values()) {
        assertThat(all).containsKey(rule.key());
      }
    }
    assertThat(TEXTS.all(Language.ID).keySet()).isEqualTo(TEXTS.all(Language.EN).keySet());
  }

  private static String render(Response response) {
    return render((View) response.getEntity());
  }

  private static String render(View view) {
    String indonesian = "";
    for (Language language : Language.values()) {
      StringOutput out = new StringOutput();
      ENGINE.render(view.template(), Map.of("page", view.page(), "frame", frame(language)), out);
      assertThat(MISSING.matcher(out.toString()).results().map(m -> m.group()).toList())
          .as(view.template())
          .isEmpty();
      indonesian = language == Language.ID ? out.toString() : indonesian;
    }
    return indonesian;
  }

  private static Frame frame(Language language) {
    return new Frame(
        language,
        id.gaung.web.Theme.SYSTEM,
        TEXTS.in(language),
        new Formats(language),
        Optional.empty(),
        "csrf",
        "/campaigns",
        "/campaigns",
        false,
        List.of(),
        Optional.empty(),
        id.gaung.web.OfficeMark.named("Dinas UMKM"));
  }

  private Actor observer() {
    return world.person("Komisi II", Role.OBSERVER);
  }

  private static Viewer viewer(Actor actor) {
    return new TestViewer(actor);
  }
}

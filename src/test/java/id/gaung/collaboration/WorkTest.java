package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.identity.Office;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.web.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class WorkTest {

  private static final String CAPTION = Office.DEFAULT.adLine() + "\nAmplang renyah!";

  private final World world = new World();
  private final Submissions submissions = world.collaboration.submissions();
  private final Reviews reviews = world.collaboration.reviews();
  private final Deliverables deliverables = world.collaboration.deliverables();
  private final Actor publishing = Actor.system("publishing");

  @Test
  void two_rounds_of_changes_then_only_approval_or_cancellation() {
    Offer offer = world.acceptedOffer();
    UUID id = first(offer);
    String token = world.token(offer);
    for (int round = 1; round <= 3; round++) {
      submissions.submit(token, id, text("Draf " + round), Optional.empty());
      if (round < 3) {
        assertThat(reviews.item(id).mayRequestChanges()).isTrue();
        reviews.requestChanges(world.staff, id, changes("Ubah " + round));
        assertThat(state(id)).isEqualTo(DeliverableState.CHANGES_REQUESTED);
      }
    }
    assertThat(reviews.item(id).mayRequestChanges()).isFalse();
    Refused.conflict(
        "collaboration.review.rounds-used",
        () -> reviews.requestChanges(world.staff, id, changes("Lagi")));
    reviews.approve(world.staff, id, ApproveDraft.plain());
    WorkItem item = reviews.item(id);
    assertThat(item.rounds()).extracting(Submission::round).containsExactly(1, 2, 3);
    assertThat(item.rounds())
        .extracting(Submission::decision)
        .containsExactly(
            Optional.of(ReviewDecision.CHANGES_REQUESTED),
            Optional.of(ReviewDecision.CHANGES_REQUESTED),
            Optional.of(ReviewDecision.APPROVED));
    assertThat(item.rounds().get(0).comment()).contains("Ubah 1");
    assertThat(item.rounds().get(2).decidedBy()).isEqualTo(world.staff.id());
    assertThat(deliverables.approvedContent(id).orElseThrow().caption())
        .isEqualTo(Office.DEFAULT.adLine() + "\nDraf 3");
    assertThat(world.actions("deliverable", id))
        .containsExactly(
            "deliverable.approved",
            "deliverable.submitted",
            "deliverable.changes-requested",
            "deliverable.submitted",
            "deliverable.changes-requested",
            "deliverable.submitted");
  }

  @Test
  void staff_who_are_the_creator_do_not_approve_their_own_draft() {
    Offer offer = world.acceptedOffer();
    UUID id = first(offer);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update creator set person_id = ? where id = ?",
                world.staff.id().orElseThrow(),
                offer.creatorId()));
    submissions.submit(world.token(offer), id, text("Draf"), Optional.empty());
    Refused.with(
        Problem.Kind.FORBIDDEN,
        "problem.own-work",
        () -> reviews.approve(world.staff, id, ApproveDraft.plain()));
    reviews.approve(world.both, id, ApproveDraft.plain());
  }

  @Test
  void a_draft_is_sent_only_when_one_is_awaited_and_only_to_the_own_offer() {
    Offer sent = world.sentOffer(world.activeCampaign());
    Refused.conflict(
        "collaboration.submit.not-accepted",
        () -> submissions.submit(world.token(sent), first(sent), text("x"), Optional.empty()));
    Offer offer = world.acceptedOffer();
    UUID id = first(offer);
    String token = world.token(offer);
    Refused.with(
        Problem.Kind.NOT_FOUND,
        "problem.not-found",
        () -> submissions.submit(token, first(sent), text("x"), Optional.empty()));
    submissions.submit(token, id, text("x"), Optional.empty());
    Refused.conflict(
        "collaboration.submit.refused.SUBMITTED",
        () -> submissions.submit(token, id, text("y"), Optional.empty()));
    Refused.conflict(
        "collaboration.review.refused.ASSIGNED",
        () -> reviews.approve(world.staff, second(offer), ApproveDraft.plain()));
    Refused.conflict(
        "problem.stale",
        () -> reviews.approve(world.staff, id, new ApproveDraft("", Optional.of(0))));
    Refused.with(
        Problem.Kind.FORBIDDEN,
        "problem.only.STAFF",
        () -> reviews.approve(world.approver, id, ApproveDraft.plain()));
    reviews.approve(world.staff, id, ApproveDraft.plain());
    Refused.conflict(
        "collaboration.submit.refused.APPROVED",
        () -> submissions.submit(token, id, text("z"), Optional.empty()));
  }

  @Test
  void a_paused_campaign_still_takes_drafts_and_a_cancelled_one_does_not() {
    Offer offer = world.acceptedOffer();
    String token = world.token(offer);
    world.take(world.staff, offer.campaignId(), CampaignStep.PAUSE);
    submissions.submit(token, first(offer), text("x"), Optional.empty());
    world.take(world.approver, offer.campaignId(), CampaignStep.CANCEL);
    Refused.conflict(
        "collaboration.submit.campaign-over",
        () -> submissions.submit(token, second(offer), text("x"), Optional.empty()));
  }

  @Test
  void a_campaign_that_was_ended_early_takes_no_draft() {
    Offer offer = world.acceptedOffer();
    world.take(world.staff, offer.campaignId(), CampaignStep.COMPLETE);
    Refused.conflict(
        "collaboration.submit.campaign-over",
        () -> submissions.submit(world.token(offer), first(offer), text("x"), Optional.empty()));
  }

  @Test
  void a_photo_needs_a_description_and_can_be_kept_for_the_next_round() throws IOException {
    Offer offer = world.acceptedOffer();
    UUID id = first(offer);
    String token = world.token(offer);
    Upload photo = photo();
    Refused.field(
        "altText",
        "collaboration.alt-required",
        () -> submissions.submit(token, id, text(CAPTION), Optional.of(photo)));
    submissions.submit(
        token, id, new SubmitDraft(CAPTION, "Amplang di piring", false), Optional.of(photo));
    UUID kept = reviews.item(id).lastPhoto().orElseThrow();
    reviews.requestChanges(world.staff, id, changes("Perbaiki teks"));
    Refused.field(
        "altText",
        "collaboration.alt-required",
        () -> submissions.submit(token, id, new SubmitDraft("a", " ", true), Optional.empty()));
    submissions.submit(
        token, id, new SubmitDraft(CAPTION, "Amplang di piring", true), Optional.empty());
    assertThat(reviews.item(id).lastPhoto()).contains(kept);
    reviews.approve(world.staff, id, ApproveDraft.plain());
    ApprovedContent content = deliverables.approvedContent(id).orElseThrow();
    assertThat(content.photoId()).contains(kept);
    assertThat(content.altText()).isEqualTo("Amplang di piring");
    assertThat(content.campaignId()).isEqualTo(offer.campaignId());
  }

  @Test
  void the_ad_line_is_added_to_a_draft_that_lacks_it() {
    Offer offer = world.acceptedOffer();
    submissions.submit(world.token(offer), first(offer), text("Enak!"), Optional.empty());
    submissions.submit(world.token(offer), second(offer), text(CAPTION), Optional.empty());
    assertThat(reviews.item(first(offer)).last().orElseThrow().caption())
        .isEqualTo(Office.DEFAULT.adLine() + "\nEnak!");
    assertThat(reviews.item(first(offer)).lacksDisclosure()).isFalse();
    assertThat(reviews.item(second(offer)).lacksDisclosure()).isFalse();
    reviews.approve(world.staff, first(offer), ApproveDraft.plain());
  }

  @Test
  void what_waits_for_review_and_for_a_post_is_listed_with_names() {
    Offer offer = world.acceptedOffer();
    UUID id = first(offer);
    submissions.submit(world.token(offer), id, text(CAPTION), Optional.empty());
    DeliverableView waiting = deliverables.waitingForReview(1).rows().get(0);
    assertThat(waiting.creatorName()).isEqualTo("Dewi Kuliner");
    assertThat(waiting.campaignName()).isEqualTo("Amplang untuk semua");
    reviews.approve(world.staff, id, ApproveDraft.plain());
    assertThat(deliverables.waitingForReview(1).total()).isZero();
    assertThat(deliverables.approvedWithoutPost(1).rows())
        .extracting(DeliverableView::id)
        .containsExactly(id);
  }

  @Test
  void publishing_tells_what_became_of_it() {
    UUID id = approved();
    deliverables.scheduled(List.of(id), publishing);
    deliverables.scheduled(List.of(id), publishing);
    assertThat(state(id)).isEqualTo(DeliverableState.SCHEDULED);
    assertThat(deliverables.approvedWithoutPost(1).total()).isZero();
    Refused.conflict(
        "collaboration.review.refused.SCHEDULED",
        () -> reviews.cancel(world.staff, id, new ApproveDraft("x", Optional.empty())));
    deliverables.backToApproved(List.of(id), publishing);
    assertThat(state(id)).isEqualTo(DeliverableState.APPROVED);
    deliverables.scheduled(List.of(id), publishing);
    deliverables.missed(List.of(id), publishing);
    assertThat(state(id)).isEqualTo(DeliverableState.MISSED);
    deliverables.scheduled(List.of(id), publishing);
    deliverables.live(List.of(id), publishing);
    deliverables.live(List.of(id), publishing);
    deliverables.missed(List.of(id), publishing);
    deliverables.scheduled(List.of(id), publishing);
    assertThat(state(id)).as("one channel more or less").isEqualTo(DeliverableState.LIVE);
    deliverables.removed(List.of(id), publishing);
    assertThat(state(id)).isEqualTo(DeliverableState.REMOVED);
    assertThat(world.actions("deliverable", id).stream().filter("deliverable.live"::equals))
        .hasSize(1);
    assertThat(world.foundation.audit().verify().holds()).isTrue();
  }

  @Test
  void what_is_not_approved_cannot_be_scheduled_and_none_of_the_batch_moves() {
    UUID id = approved();
    Offer offer = world.collaboration.offers().get(deliverables.find(id).orElseThrow().offerId());
    UUID other = second(offer);
    Refused.conflict(
        "collaboration.not-approved", () -> deliverables.scheduled(List.of(id, other), publishing));
    assertThat(state(id)).isEqualTo(DeliverableState.APPROVED);
    deliverables.live(List.of(other), publishing);
    deliverables.backToApproved(List.of(other), publishing);
    assertThat(state(other)).isEqualTo(DeliverableState.ASSIGNED);
    assertThat(deliverables.approvedContent(other)).isEmpty();
  }

  @Test
  void what_was_not_delivered_when_the_work_ends_is_missed_and_can_not_be_scheduled() {
    Offer offer = world.acceptedOffer();
    id.gaung.jobs.Job job = new OfferDeadlines(world.foundation).job();
    world.clock.step(Duration.between(world.clock.instant(), offer.endOfWork()).minusSeconds(1));
    job.run();
    assertThat(state(first(offer))).isEqualTo(DeliverableState.ASSIGNED);
    world.clock.step(Duration.ofSeconds(1));
    job.run();
    assertThat(state(first(offer))).isEqualTo(DeliverableState.MISSED);
    Refused.conflict(
        "collaboration.not-approved",
        () -> deliverables.scheduled(List.of(first(offer)), publishing));
  }

  @Test
  void a_cancelled_deliverable_has_nothing_to_publish_and_needs_a_reason() {
    UUID id = approved();
    Refused.field(
        "reason",
        "collaboration.review.reason-required",
        () -> reviews.cancel(world.staff, id, ApproveDraft.plain()));
    reviews.cancel(world.staff, id, new ApproveDraft("Stok habis", Optional.empty()));
    assertThat(deliverables.approvedContent(id)).isEmpty();
  }

  private UUID approved() {
    Offer offer = world.acceptedOffer();
    submissions.submit(world.token(offer), first(offer), text(CAPTION), Optional.empty());
    reviews.approve(world.staff, first(offer), ApproveDraft.plain());
    return first(offer);
  }

  private UUID first(Offer offer) {
    return world.collaboration.offers().deliverables(offer.id()).get(0).id();
  }

  private UUID second(Offer offer) {
    return world.collaboration.offers().deliverables(offer.id()).get(1).id();
  }

  private DeliverableState state(UUID id) {
    return deliverables.find(id).orElseThrow().state();
  }

  private static SubmitDraft text(String caption) {
    return new SubmitDraft(caption, "", false);
  }

  private static RequestChanges changes(String comment) {
    return new RequestChanges(comment, Optional.empty());
  }

  private static Upload photo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return new Upload(
        "amplang.jpg", bytes.size(), () -> new ByteArrayInputStream(bytes.toByteArray()));
  }
}

package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.DeliverableState;
import id.gaung.collaboration.WorkCounts;
import id.gaung.publishing.WholePosts.MovePost;
import id.gaung.publishing.WholePosts.PublishPost;
import id.gaung.publishing.WholePosts.Seen;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the end of a campaign does to posts that have not gone out. */
class EndedCampaignTest extends PostsWorld {

  @Test
  void a_campaign_that_is_ended_early_cancels_its_scheduled_posts_at_once() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    UUID campaign = publishing.posts().get(id).campaignId();
    world.take(world.staff, campaign, CampaignStep.COMPLETE);
    assertThat(only(id).state()).isEqualTo(RenditionState.CANCELLED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.APPROVED);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(network.calls).isEmpty();
  }

  @Test
  void what_was_missed_in_a_campaign_that_ended_cannot_be_planned_again_and_asks_nobody() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    RenditionRow row = only(id);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update rendition set state = 'MISSED', ended_at = now() where id = ?", row.id()));
    PostCounts counts = new PostCounts(world.jdbi);
    assertThat(counts.of(world.staff.id().orElseThrow(), world.clock.instant()).missed()).isOne();
    world.take(world.staff, row.campaignId(), CampaignStep.COMPLETE);
    assertThat(counts.of(world.staff.id().orElseThrow(), world.clock.instant()).missed()).isZero();
    List<Seen> seen = List.of(new Seen(row.id(), row.version()));
    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () ->
                publishing
                    .whole()
                    .move(world.staff, id, new MovePost(seen, EVENING.plusDays(1), false)),
            () -> publishing.whole().publishNow(world.staff, id, new PublishPost(seen, false)),
            () ->
                publishing
                    .renditions()
                    .retry(world.staff, row.id(), new AdvanceRendition(row.version())))) {
      assertThatThrownBy(act).hasMessageContaining("publishing.campaign-over");
    }
    assertThat(only(id).state()).isEqualTo(RenditionState.MISSED);
  }

  @Test
  void approved_content_of_a_campaign_that_ended_waits_for_no_post() {
    UUID deliverable = approved();
    WorkCounts work = new WorkCounts(world.jdbi);
    assertThat(work.ofStaff().withoutPost()).isOne();
    assertThat(world.collaboration.deliverables().approvedWithoutPost(1).total()).isOne();
    UUID campaign = world.collaboration.deliverables().find(deliverable).orElseThrow().campaignId();
    world.take(world.staff, campaign, CampaignStep.COMPLETE);
    assertThat(work.ofStaff().withoutPost()).isZero();
    assertThat(work.approvedDrafts(5)).isEmpty();
    assertThat(world.collaboration.deliverables().approvedWithoutPost(1).rows()).isEmpty();
    assertThat(world.collaboration.deliverables().approvedWithoutPost(1).total()).isZero();
  }
}

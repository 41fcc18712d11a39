package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.campaign.Campaigns.ChooseProducts;
import id.gaung.collaboration.World;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CampaignsTest {

  private final World world = new World();
  private final Campaigns campaigns = world.campaign.campaigns();
  private final CampaignSteps steps = world.campaign.steps();
  private final Briefs briefs = world.campaign.briefs();

  @Test
  void a_planned_campaign_is_a_draft_with_products_and_the_houses_disclosure() {
    UUID id = campaigns.create(world.staff, world.plan());
    Campaign campaign = campaigns.get(id);
    assertThat(campaign.state()).isEqualTo(CampaignState.DRAFT);
    assertThat(campaign.budget()).isEqualTo(new Rupiah(5_000_000));
    assertThat(campaign.targetViews()).isEmpty();
    assertThat(campaign.targetInteractions()).contains(200L);
    assertThat(campaigns.productIds(id)).containsExactly(world.product);
    assertThat(BriefSection.DISCLOSURE.in(briefs.current(id).orElseThrow().sections()))
        .isEqualTo("Iklan – kerja sama dengan Dinas UMKM");
    assertThat(world.actions("campaign", id)).containsExactly("campaign.planned");
  }

  @Test
  void only_staff_plan() {
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.only.STAFF",
        () -> campaigns.create(world.approver, world.plan()));
  }

  @Test
  void an_unknown_product_is_refused_and_nothing_is_kept() {
    PlanCampaign plan =
        with(world.plan(), Optional.of(List.of(world.ids.next())), Optional.empty());
    refused(Problem.Kind.INVALID, "problem.invalid", () -> campaigns.create(world.staff, plan));
    assertThat(campaigns.page(Optional.empty(), 1).total()).isZero();
  }

  @Test
  void a_name_is_cleaned_alike_when_it_is_given_and_when_it_is_changed() {
    UUID id = campaigns.create(world.staff, named("  Amplang kita ", Optional.empty()));
    assertThat(campaigns.get(id).name()).isEqualTo("Amplang kita");
    campaigns.change(world.staff, id, named("  A  ", Optional.of(0)));
    assertThat(campaigns.get(id).name()).isEqualTo("A");
  }

  private PlanCampaign named(String name, Optional<Integer> version) {
    PlanCampaign plan = world.plan();
    return new PlanCampaign(
        name,
        plan.goal(),
        plan.startsOn(),
        plan.endsOn(),
        plan.budget(),
        Optional.of(4),
        Optional.empty(),
        Optional.of(200L),
        plan.productIds(),
        version);
  }

  @Test
  void a_change_of_an_older_version_is_stale_and_one_without_products_keeps_them() {
    UUID id = campaigns.create(world.staff, world.plan());
    PlanCampaign plan = with(world.plan(), Optional.empty(), Optional.of(0));
    campaigns.change(world.staff, id, plan);
    assertThat(campaigns.productIds(id)).containsExactly(world.product);
    refused(Problem.Kind.CONFLICT, "problem.stale", () -> campaigns.change(world.staff, id, plan));
  }

  @Test
  void submitting_names_everything_that_is_missing() {
    PlanCampaign empty =
        new PlanCampaign(
            "Kosong",
            "Tujuan",
            World.TODAY.minusDays(3),
            World.TODAY.plusDays(3),
            Rupiah.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    UUID id = campaigns.create(world.staff, empty);
    assertThatThrownBy(() -> world.take(world.staff, id, CampaignStep.SUBMIT))
        .asInstanceOf(type(Problem.class))
        .satisfies(
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::key)
                    .containsExactly(
                        "campaign.submit.products",
                        "campaign.submit.brief",
                        "campaign.submit.not-past",
                        "campaign.submit.budget"));
    assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.DRAFT);
  }

  @Test
  void nobody_decides_on_what_they_made_submitted_or_wrote() {
    UUID planned = campaigns.create(world.both, world.plan());
    briefs.save(world.staff, planned, world.brief(planned, world.wholeBrief()));
    world.take(world.staff, planned, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.own-work",
        () -> world.take(world.both, planned, CampaignStep.APPROVE));

    UUID submitted = world.completeDraft();
    world.take(world.both, submitted, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.own-work",
        () -> world.take(world.both, submitted, CampaignStep.REJECT));

    UUID written = campaigns.create(world.staff, world.plan());
    briefs.save(world.both, written, world.brief(written, world.wholeBrief()));
    world.take(world.staff, written, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.own-work",
        () -> world.take(world.both, written, CampaignStep.APPROVE));
    world.take(world.approver, written, CampaignStep.APPROVE);
    assertThat(campaigns.get(written).decidedBy()).isEqualTo(world.approver.id());
  }

  @Test
  void staff_cannot_approve_and_an_approver_cannot_submit() {
    UUID id = world.completeDraft();
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.only.STAFF",
        () -> world.take(world.approver, id, CampaignStep.SUBMIT));
    world.take(world.staff, id, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.only.APPROVER",
        () -> world.take(world.staff, id, CampaignStep.APPROVE));
  }

  @Test
  void a_rejection_needs_a_reason_and_returns_to_draft() {
    UUID id = world.completeDraft();
    world.take(world.staff, id, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () -> steps.take(world.approver, id, CampaignStep.REJECT, TakeStep.none()));
    steps.take(world.approver, id, CampaignStep.REJECT, TakeStep.because("Target kurang jelas"));
    assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.DRAFT);
    assertThat(campaigns.get(id).stateReason()).contains("Target kurang jelas");
    campaigns.change(
        world.staff,
        id,
        with(world.plan(), Optional.empty(), Optional.of(campaigns.get(id).version())));
  }

  @Test
  void a_submitted_campaign_and_its_brief_cannot_be_changed() {
    UUID id = world.completeDraft();
    world.take(world.staff, id, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.CONFLICT,
        "campaign.refused.change.SUBMITTED",
        () ->
            campaigns.change(
                world.staff,
                id,
                with(world.plan(), Optional.empty(), Optional.of(campaigns.get(id).version()))));
    refused(
        Problem.Kind.CONFLICT,
        "campaign.refused.change.SUBMITTED",
        () -> briefs.save(world.staff, id, world.brief(id, world.wholeBrief())));
  }

  @Test
  void a_draft_brief_is_rewritten_and_approval_binds_it() {
    UUID id = world.completeDraft();
    BriefVersion first = briefs.current(id).orElseThrow();
    assertThat(first.number()).isEqualTo(1);
    world.take(world.staff, id, CampaignStep.SUBMIT);
    world.take(world.approver, id, CampaignStep.APPROVE);
    BriefVersion bound = briefs.current(id).orElseThrow();
    assertThat(bound.bound()).isTrue();
    assertThat(bound.sha256()).isEqualTo(first.sha256()).hasSize(64);

    Map<String, String> changed = new HashMap<>(world.wholeBrief());
    changed.put("audience", "Anak muda");
    BriefVersion second =
        briefs.save(world.staff, id, new WriteBrief(changed, Optional.of(bound.sha256())));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.bound()).isTrue();
    assertThat(briefs.version(bound.id()).orElseThrow().sha256()).isEqualTo(first.sha256());
    assertThat(briefs.save(world.staff, id, world.brief(id, changed)).number())
        .as("the same text makes no version")
        .isEqualTo(2);
    refused(
        Problem.Kind.CONFLICT,
        "problem.stale",
        () -> briefs.save(world.staff, id, new WriteBrief(changed, Optional.of(bound.sha256()))));
    changed.remove("contact");
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () -> briefs.save(world.staff, id, world.brief(id, changed)));
  }

  @Test
  void nobody_saves_a_brief_without_saying_which_text_they_read() {
    UUID id = world.completeDraft();
    String before = briefs.current(id).orElseThrow().sha256();
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () ->
            briefs.save(world.staff, id, new WriteBrief(Map.of("summary", "x"), Optional.empty())));
    assertThat(briefs.current(id).orElseThrow().sha256()).isEqualTo(before);
  }

  @Test
  void a_brief_has_at_most_three_key_messages_and_no_unknown_section() {
    UUID id = campaigns.create(world.staff, world.plan());
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () ->
            briefs.save(world.staff, id, world.brief(id, Map.of("key-messages", "a\nb\n\nc\nd"))));
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () -> briefs.save(world.staff, id, world.brief(id, Map.of("x", "y"))));
    briefs.save(world.staff, id, world.brief(id, Map.of("key-messages", "a\nb\nc")));
  }

  @Test
  void nobody_decides_on_what_they_touched_whoever_touched_it_last() {
    // The budget is theirs, and a colleague changed and submitted the campaign after them.
    UUID budget = campaigns.create(world.staff, world.plan());
    campaigns.change(
        world.both,
        budget,
        with(world.plan(), Optional.empty(), Optional.of(campaigns.get(budget).version())));
    campaigns.change(
        world.staff,
        budget,
        with(world.plan(), Optional.empty(), Optional.of(campaigns.get(budget).version())));
    briefs.save(world.staff, budget, world.brief(budget, world.wholeBrief()));
    world.take(world.staff, budget, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.own-work",
        () -> world.take(world.both, budget, CampaignStep.APPROVE));

    // The brief is theirs, and a colleague added a full stop.
    UUID brief = campaigns.create(world.staff, world.plan());
    briefs.save(world.both, brief, world.brief(brief, world.wholeBrief()));
    Map<String, String> dotted = new java.util.HashMap<>(world.wholeBrief());
    dotted.merge("summary", ".", String::concat);
    briefs.save(world.staff, brief, world.brief(brief, dotted));
    world.take(world.staff, brief, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.own-work",
        () -> world.take(world.both, brief, CampaignStep.APPROVE));
    assertThat(
            world.jdbi.onDemand(CampaignCounts.class).toDecide(world.both.id().orElseThrow(), 10))
        .isEmpty();
    assertThat(
            world
                .jdbi
                .onDemand(CampaignCounts.class)
                .toDecide(world.approver.id().orElseThrow(), 10))
        .hasSize(2);
    world.take(world.approver, brief, CampaignStep.APPROVE);
  }

  @Test
  void a_campaign_whose_days_passed_unseen_is_completed() {
    UUID unseen = world.approvedCampaign();
    UUID paused = world.activeCampaign();
    world.take(world.staff, paused, CampaignStep.PAUSE);
    world.clock.step(Duration.ofDays(60));
    refused(
        Problem.Kind.CONFLICT,
        "campaign.period-over",
        () -> world.take(world.staff, paused, CampaignStep.RESUME));
    steps.calendar().run();
    assertThat(campaigns.get(unseen).state()).isEqualTo(CampaignState.COMPLETED);
    assertThat(campaigns.get(paused).state()).isEqualTo(CampaignState.COMPLETED);
  }

  @Test
  void the_text_that_was_agreed_to_is_kept_as_it_was_hashed() {
    UUID id = world.approvedCampaign();
    BriefVersion brief = briefs.current(id).orElseThrow();
    assertThat(brief.holds()).isTrue();
    assertThat(brief.textFormat()).isEqualTo(1);
    assertThat(brief.text()).isEqualTo(BriefText.canonical(1, brief.sections()));
  }

  @Test
  void a_campaign_begins_and_ends_by_the_calendar() {
    UUID id = world.approvedCampaign();
    id.gaung.jobs.Job job = steps.calendar();
    job.run();
    assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.APPROVED);
    // 24 November 10.00 WITA; the first day begins 14 hours later.
    world.clock.step(Duration.ofHours(14));
    job.run();
    job.run();
    assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.ACTIVE);
    world.clock.step(Duration.ofDays(15).minusSeconds(1));
    job.run();
    assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.ACTIVE);
    world.clock.step(Duration.ofSeconds(1));
    job.run();
    assertThat(campaigns.get(id).state()).isEqualTo(CampaignState.COMPLETED);
    assertThat(world.actions("campaign", id))
        .startsWith("campaign.completed", "campaign.activated", "campaign.approved");
    assertThat(world.foundation.audit().verify().holds()).isTrue();
  }

  @Test
  void pausing_resuming_completing_closing() {
    UUID id = world.activeCampaign();
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () -> steps.take(world.staff, id, CampaignStep.PAUSE, TakeStep.none()));
    world.take(world.staff, id, CampaignStep.PAUSE);
    refused(
        Problem.Kind.CONFLICT,
        "campaign.refused.PAUSED",
        () -> world.take(world.staff, id, CampaignStep.COMPLETE));
    world.take(world.staff, id, CampaignStep.RESUME);
    refused(
        Problem.Kind.INVALID,
        "problem.invalid",
        () -> steps.take(world.staff, id, CampaignStep.COMPLETE, TakeStep.none()));
    world.take(world.staff, id, CampaignStep.COMPLETE);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.only.APPROVER",
        () -> world.take(world.staff, id, CampaignStep.CLOSE));
    world.take(world.approver, id, CampaignStep.CLOSE);
    refused(
        Problem.Kind.CONFLICT,
        "campaign.refused.CLOSED",
        () -> world.take(world.approver, id, CampaignStep.CANCEL));
  }

  @Test
  void a_step_on_an_older_version_is_stale() {
    UUID id = world.completeDraft();
    int read = campaigns.get(id).version();
    world.take(world.staff, id, CampaignStep.SUBMIT);
    refused(
        Problem.Kind.CONFLICT,
        "problem.stale",
        () ->
            steps.take(
                world.approver, id, CampaignStep.APPROVE, new TakeStep("", Optional.of(read))));
  }

  @Test
  void the_list_is_filtered_by_state() {
    UUID draft = campaigns.create(world.staff, world.plan());
    UUID active = world.activeCampaign();
    assertThat(campaigns.page(Optional.of(CampaignState.ACTIVE), 1).rows())
        .extracting(Campaign::id)
        .containsExactly(active);
    assertThat(campaigns.page(Optional.empty(), 1).total()).isEqualTo(2);
    assertThat(campaigns.states(List.of(draft, active)))
        .containsEntry(draft, CampaignState.DRAFT)
        .containsEntry(active, CampaignState.ACTIVE);
  }

  @Test
  void products_are_added_and_taken_away_while_it_is_a_draft() {
    UUID id = campaigns.create(world.staff, world.plan());
    campaigns.changeProducts(
        world.staff, id, new ChooseProducts(List.of(), Optional.of(world.product)));
    assertThat(campaigns.productIds(id)).isEmpty();
    campaigns.changeProducts(
        world.staff, id, new ChooseProducts(List.of(world.product), Optional.empty()));
    assertThat(campaigns.productIds(id)).containsExactly(world.product);
    Actor observer = world.person("Komisi II", Role.OBSERVER);
    refused(
        Problem.Kind.FORBIDDEN,
        "problem.only.STAFF",
        () ->
            campaigns.changeProducts(
                observer, id, new ChooseProducts(List.of(), Optional.empty())));
  }

  private static PlanCampaign with(
      PlanCampaign plan, Optional<List<UUID>> productIds, Optional<Integer> version) {
    return new PlanCampaign(
        plan.name(),
        plan.goal(),
        plan.startsOn(),
        plan.endsOn(),
        plan.budget(),
        plan.targetPosts(),
        plan.targetViews(),
        plan.targetInteractions(),
        productIds,
        version);
  }

  private static void refused(Problem.Kind kind, String key, ThrowingCallable command) {
    assertThatThrownBy(command)
        .asInstanceOf(type(Problem.class))
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.kind()).isEqualTo(kind);
            });
  }
}

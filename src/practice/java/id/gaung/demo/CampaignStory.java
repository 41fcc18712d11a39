package id.gaung.demo;

import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.CampaignStep;
import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.campaign.PlanCampaign;
import id.gaung.collaboration.Deliverable;
import id.gaung.collaboration.DeliverableFormat;
import id.gaung.collaboration.DraftOffer;
import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.collaboration.LinkedOffer;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One campaign from its plan to its accepted offers, told as events; see {@link TaskStory}. */
final class CampaignStory {

  /** What the office aims at; a post gets about as much. */
  private static final long VIEWS_OF_A_POST = 8_000;

  private static final long INTERACTIONS_OF_A_POST = 450;

  /** Of the budget, what all creators get; in steps of so many rupiah for each. */
  private static final int FEES_PERCENT = 60;

  private static final long FEE_STEP = 50_000;

  /** It runs on for two weeks after the story's end. */
  private static final String FILMED = "Jajan Pagi Balikpapan";

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;
  private final PlannedCampaign plan;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private UUID campaignId = new UUID(0, 0);

  /**
   * @param start the story's first week
   */
  CampaignStory(
      DemoOffice office,
      DemoActors people,
      DemoStage stage,
      StoryTime time,
      PlannedCampaign plan,
      Week start) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
    this.plan = plan;
    this.firstDay = start.monday().plusWeeks(plan.firstWeek());
    this.lastDay = firstDay.plusWeeks(plan.weeks()).minusDays(1);
  }

  void tell() {
    time.at(TaskStory.on(firstDay.minusDays(7), 0), this::plan);
    time.at(TaskStory.on(firstDay.minusDays(7), 2), () -> step(CampaignStep.APPROVE));
    for (int i = 0; i < plan.creators().size(); i++) {
      int number = i;
      time.at(TaskStory.on(firstDay.minusDays(7), 3 + i), () -> invite(number));
    }
  }

  private void plan() {
    int posts = days().size() * plan.creators().size();
    campaignId =
        office
            .campaign()
            .campaigns()
            .create(
                people.staff(),
                new PlanCampaign(
                    plan.name(),
                    plan.goal(),
                    firstDay,
                    lastDay,
                    new Rupiah(plan.budget()),
                    Optional.of(posts),
                    Optional.of(posts * VIEWS_OF_A_POST),
                    Optional.of(posts * INTERACTIONS_OF_A_POST),
                    Optional.of(plan.products().stream().map(p -> stage.product(p).id()).toList()),
                    Optional.empty()));
    stage.planned(plan.name(), campaignId);
    BriefVersion read = office.campaign().briefs().current(campaignId).orElseThrow();
    office.campaign().briefs().save(people.staff(), campaignId, BriefWords.of(plan, read));
    step(CampaignStep.SUBMIT);
  }

  private void step(CampaignStep step) {
    office
        .campaign()
        .steps()
        .take(
            step == CampaignStep.APPROVE ? people.approver() : people.staff(),
            campaignId,
            step,
            TakeStep.none());
  }

  private void invite(int number) {
    List<DeliverablePlan> tasks = new ArrayList<>();
    List<LocalDate> days = days();
    for (int i = 0; i < days.size(); i++) {
      int count = i * plan.creators().size() + number;
      tasks.add(
          new DeliverablePlan(
              plan.products().get(count % plan.products().size()),
              days.get(i).minusDays(TaskStory.DRAFT_DAYS),
              List.of(),
              Optional.of(format(number, days.get(i)))));
    }
    UUID offer =
        office
            .collaboration()
            .offers()
            .draft(
                people.staff(),
                campaignId,
                new DraftOffer(
                    stage.creator(plan.creators().get(number)),
                    fee(),
                    "Kami menyukai karya Anda dan ingin mengajak Anda bekerja sama.",
                    Optional.empty(),
                    lastDay,
                    tasks,
                    Optional.empty()));
    office.collaboration().offers().send(people.staff(), offer, TakeOfferStep.plain());
    time.at(TaskStory.on(firstDay.minusDays(6), 4 + number), () -> accept(offer, number));
  }

  private void accept(UUID offerId, int number) {
    var links = office.collaboration().links();
    String token = links.token(office.collaboration().offers().get(offerId));
    LinkedOffer opened = links.open(token);
    links.accept(
        token, new AcceptOffer(opened.creator().name(), true, true, true, opened.brief().sha256()));
    List<Deliverable> tasks = office.collaboration().offers().deliverables(offerId);
    for (int i = 0; i < tasks.size(); i++) {
      new TaskStory(office, people, stage, time, plan, number)
          .tell(token, tasks.get(i).id(), days().get(i), i);
    }
  }

  /** One video is asked for whose draft is still open when the story ends. */
  private DeliverableFormat format(int number, LocalDate day) {
    boolean filmed = plan.name().equals(FILMED) && number == 0 && day.equals(lastDay.minusDays(5));
    return filmed ? DeliverableFormat.VIDEO : DeliverableFormat.ANY;
  }

  private Rupiah fee() {
    long each = plan.budget() * FEES_PERCENT / 100 / plan.creators().size();
    return new Rupiah(each / FEE_STEP * FEE_STEP);
  }

  /** Tuesday, Thursday and Saturday of every week. */
  private List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    for (int week = 0; week < plan.weeks(); week++) {
      for (int day : new int[] {1, 3, 5}) {
        days.add(firstDay.plusWeeks(week).plusDays(day));
      }
    }
    return days.stream().filter(day -> day.getDayOfWeek().getValue() % 2 == 0).toList();
  }
}

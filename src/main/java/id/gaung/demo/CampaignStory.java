package id.gaung.demo;

import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.CampaignPlan;
import id.gaung.campaign.CampaignStep;
import id.gaung.campaign.StepOrder;
import id.gaung.catalogue.ProductSummary;
import id.gaung.collaboration.Acceptance;
import id.gaung.collaboration.ChangeRequest;
import id.gaung.collaboration.ContentDraft;
import id.gaung.collaboration.Deliverable;
import id.gaung.collaboration.DeliverablePlan;
import id.gaung.collaboration.LinkedOffer;
import id.gaung.collaboration.OfferDraft;
import id.gaung.collaboration.OfferOrder;
import id.gaung.collaboration.ReviewOrder;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.publishing.ComposePost;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One campaign from its plan to its last post, told as events. */
final class CampaignStory {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("id"));
  private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 30);
  private static final Rupiah FEE = new Rupiah(750_000);

  /** Days before a post goes out. */
  private static final int DRAFT_DAYS = 3;

  private static final int REVIEW_DAYS = 2;

  private final DemoOffice office;
  private final People people;
  private final Stage stage;
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
      People people,
      Stage stage,
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
    time.at(on(firstDay.minusDays(6), 0), this::plan);
    time.at(on(firstDay.minusDays(5), 2), () -> step(CampaignStep.APPROVE));
    for (int i = 0; i < plan.creators().size(); i++) {
      int number = i;
      time.at(on(firstDay.minusDays(5), 3 + i), () -> invite(number));
    }
  }

  private void plan() {
    campaignId =
        office
            .campaign()
            .campaigns()
            .create(
                people.staff(),
                new CampaignPlan(
                    plan.name(),
                    plan.goal(),
                    firstDay,
                    lastDay,
                    new Rupiah(plan.budget()),
                    Optional.of(days().size() * plan.creators().size()),
                    Optional.of(20_000L),
                    Optional.of(2_500L),
                    Optional.of(plan.products().stream().map(p -> stage.product(p).id()).toList()),
                    Optional.empty()));
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
            StepOrder.none());
  }

  private void invite(int number) {
    List<DeliverablePlan> tasks = new ArrayList<>();
    for (LocalDate day : days()) {
      tasks.add(
          new DeliverablePlan(
              "Foto dan cerita untuk " + day.format(DAY), day.minusDays(DRAFT_DAYS)));
    }
    UUID offer =
        office
            .collaboration()
            .offers()
            .draft(
                people.staff(),
                campaignId,
                new OfferDraft(
                    stage.creator(plan.creators().get(number)),
                    FEE,
                    "Kami menyukai karya Anda dan ingin mengajak Anda bekerja sama.",
                    Optional.empty(),
                    lastDay,
                    tasks,
                    Optional.empty()));
    office.collaboration().offers().send(people.staff(), offer, OfferOrder.plain());
    time.at(on(firstDay.minusDays(4), 4 + number), () -> accept(offer, number));
  }

  private void accept(UUID offerId, int number) {
    var links = office.collaboration().links();
    String token = links.token(office.collaboration().offers().get(offerId));
    LinkedOffer opened = links.open(token);
    links.accept(
        token, new Acceptance(opened.creator().name(), true, true, true, opened.brief().sha256()));
    List<Deliverable> tasks = office.collaboration().offers().deliverables(offerId);
    for (int i = 0; i < tasks.size(); i++) {
      tellTask(token, tasks.get(i), number, i);
    }
  }

  private void tellTask(String token, Deliverable task, int creator, int index) {
    LocalDate day = days().get(index);
    int count = index * plan.creators().size() + creator;
    boolean hasChanges = count % 5 == 3;
    String signature =
        "Salam dari "
            + Cast.CREATORS.get(plan.creators().get(creator)).name()
            + ", "
            + day.getDayOfMonth()
            + "/"
            + day.getMonthValue()
            + ".";
    time.at(on(day.minusDays(DRAFT_DAYS), 2), () -> submit(token, task.id(), count, signature));
    if (hasChanges) {
      time.at(on(day.minusDays(DRAFT_DAYS), 5), () -> askForChanges(task.id()));
      time.at(
          on(day.minusDays(REVIEW_DAYS), 1), () -> submit(token, task.id(), count + 1, signature));
    }
    time.at(on(day.minusDays(REVIEW_DAYS), 4), () -> approve(task.id()));
    LocalTime hour = LocalTime.of(plan.hours().get(creator % plan.hours().size()), 0);
    time.at(on(day.minusDays(1), 3), () -> schedule(task.id(), day.atTime(hour), count));
  }

  private void submit(String token, UUID task, int count, String signature) {
    ProductSummary product = product(count);
    byte[] photo = DrawnPhoto.of(product.name(), count);
    office
        .collaboration()
        .submissions()
        .submit(
            token,
            task,
            new ContentDraft(
                Captions.of(product.name(), product.umkmName(), count, signature),
                Captions.altText(product.name()),
                false),
            Optional.of(
                new Upload("foto.jpg", photo.length, () -> new ByteArrayInputStream(photo))));
  }

  private void askForChanges(UUID task) {
    office
        .collaboration()
        .reviews()
        .requestChanges(
            people.staff(),
            task,
            new ChangeRequest(
                "Mohon tampilkan produknya lebih dekat; keterangannya sudah bagus.",
                Optional.empty()));
  }

  private void approve(UUID task) {
    office.collaboration().reviews().approve(people.staff(), task, ReviewOrder.plain());
  }

  private void schedule(UUID task, LocalDateTime due, int count) {
    var content = office.collaboration().deliverables().approvedContent(task).orElseThrow();
    List<ComposePost.PictureChoice> pictures =
        content.photoId().stream()
            .map(photo -> new ComposePost.PictureChoice(photo, content.altText()))
            .toList();
    List<ComposePost.Rendition> renditions = new ArrayList<>();
    for (UUID channel : stage.channels()) {
      renditions.add(new ComposePost.Rendition(channel, content.caption(), due, pictures));
    }
    office
        .publishing()
        .posts()
        .compose(
            people.staff(),
            new ComposePost(
                Optional.of(task), Optional.empty(), List.of(product(count).id()), renditions));
    Instant out = Wita.instant(due);
    // Looked at when due, while the networks work on the pictures, and at the first reading.
    for (int seconds : new int[] {0, 4, 12, 30, 60, 120, 15 * 60}) {
      time.lookAt(out.plusSeconds(seconds));
    }
  }

  private ProductSummary product(int count) {
    return stage.product(plan.products().get(count % plan.products().size()));
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

  private static Instant on(LocalDate day, int hours) {
    return Wita.instant(day.atTime(OFFICE_OPENS).plusHours(hours));
  }
}

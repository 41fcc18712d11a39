package id.gaung.demo;

import id.gaung.catalogue.ProductSummary;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.Wita;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Upload;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One task of a creator from its draft to the post, told as events. */
final class TaskStory {

  private static final Formats DAYS = new Formats(Language.ID);

  /** Days before a post goes out, until which its draft is to be there. */
  static final int DRAFT_DAYS = 3;

  /** Half the creators work ahead, and their posts are scheduled so. */
  private static final int[] SENT_DAYS = {6, 5};

  private static final int[] APPROVED_DAYS = {5, 3};
  private static final int[] SCHEDULED_DAYS = {3, 1};

  /** Of so many contents one stands on its creator's own account, too. */
  private static final int OWN_EVERY = 6;

  private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 30);

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;
  private final PlannedCampaign plan;
  private final int creator;

  /**
   * @param creator by the number in the plan
   */
  TaskStory(
      DemoOffice office,
      DemoActors people,
      DemoStage stage,
      StoryTime time,
      PlannedCampaign plan,
      int creator) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
    this.plan = plan;
    this.creator = creator;
  }

  /**
   * @param token of the creator's link
   * @param day on which it goes out
   * @param index among the tasks of the offer
   */
  void tell(String token, UUID task, LocalDate day, int index) {
    int count = index * plan.creators().size() + creator;
    boolean hasChanges = count % 5 == 3;
    String signature =
        "Cerita "
            + DemoCreators.all().get(plan.creators().get(creator)).name()
            + ", "
            + DAYS.dayMonth(day)
            + ".";
    int ahead = creator % SENT_DAYS.length;
    LocalDate sent = day.minusDays(SENT_DAYS[ahead]);
    time.at(on(sent, 2), () -> submit(token, task, count, 0, signature));
    if (hasChanges) {
      time.at(on(sent, 5), () -> askForChanges(task));
      time.at(on(sent.plusDays(1), 1), () -> submit(token, task, count, 1, signature));
    }
    time.at(on(day.minusDays(APPROVED_DAYS[ahead]), 4), () -> approve(task));
    LocalTime hour = LocalTime.of(plan.hours().get(creator % plan.hours().size()), 0);
    time.at(
        on(day.minusDays(SCHEDULED_DAYS[ahead]), 5),
        () -> schedule(token, task, day.atTime(hour), count));
  }

  private void submit(String token, UUID task, int count, int round, String signature) {
    ProductSummary product = product(count);
    byte[] photo = stage.picture(product, count + round);
    office
        .collaboration()
        .submissions()
        .submit(
            token,
            task,
            new SubmitDraft(
                Captions.of(product.name(), product.umkmName(), count + round, signature),
                Captions.altText(product.name()),
                false),
            Optional.of(
                new Upload(
                    fileName(product), photo.length, () -> new ByteArrayInputStream(photo))));
  }

  private static String fileName(ProductSummary product) {
    return product.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".jpg";
  }

  private void askForChanges(UUID task) {
    office
        .collaboration()
        .reviews()
        .requestChanges(
            people.staff(),
            task,
            new RequestChanges(
                "Mohon tampilkan produknya lebih dekat; keterangannya sudah bagus.",
                Optional.empty()));
  }

  private void approve(UUID task) {
    office.collaboration().reviews().approve(people.staff(), task, ApproveDraft.plain());
  }

  private void schedule(String token, UUID task, LocalDateTime due, int count) {
    var content = office.collaboration().deliverables().approvedContent(task).orElseThrow();
    List<ComposePost.PictureChoice> pictures =
        content.photoId().stream()
            .map(photo -> new ComposePost.PictureChoice(photo, content.altText()))
            .toList();
    List<ComposedRendition> renditions = new ArrayList<>();
    for (DemoAccount account : stage.accounts().inTurn(count)) {
      renditions.add(new ComposedRendition(account.id(), content.caption(), due, pictures));
    }
    UUID post =
        office
            .publishing()
            .posts()
            .compose(
                people.staff(),
                new ComposePost(
                    Optional.of(task), Optional.empty(), List.of(product(count).id()), renditions));
    lookWhenOut(office, time, post, Wita.instant(due));
    if (creator == 0 && count % OWN_EVERY == 0) {
      UUID who = stage.creator(plan.creators().get(creator));
      new CreatorPostStory(office, time, who, token, stage.picture(product(count), count))
          .tell(task, content.caption(), Wita.instant(due), count / OWN_EVERY);
    }
  }

  static void lookWhenOut(DemoOffice office, StoryTime time, UUID post, Instant out) {
    time.lookAt(out);
    // While the networks work on the pictures.
    for (int seconds : new int[] {4, 12, 30, 60, 120}) {
      time.lookAt(
          out.plusSeconds(seconds),
          () ->
              office.publishing().posts().renditions(post).stream()
                  .anyMatch(row -> row.state().isQueued()));
    }
  }

  private ProductSummary product(int count) {
    return stage.product(plan.products().get(count % plan.products().size()));
  }

  static Instant on(LocalDate day, int hours) {
    return Wita.instant(day.atTime(OFFICE_OPENS).plusHours(hours));
  }
}

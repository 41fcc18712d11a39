package id.gaung.campaign;

import id.gaung.campaign.CampaignOverview.Standing;
import id.gaung.web.Tab;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands above every page of a campaign: where it stands, its stages, the next step of this
 * reader, and the tabs.
 *
 * @param steps those the reader may take now
 * @param ownWork whether the reader would decide on it, had they not made it themselves
 * @param missing what must be done before it can be submitted; empty if it is no draft
 * @param brief the newest version
 * @param waitsDays how many days the oldest draft has waited for staff
 */
public record CampaignHead(
    Campaign campaign,
    Standing standing,
    List<CampaignStep> steps,
    boolean ownWork,
    List<SubmissionRule> missing,
    BriefVersion brief,
    LocalDate today,
    long waitsDays,
    boolean staff,
    boolean approver) {

  public String here() {
    return "/campaigns/" + campaign.id();
  }

  public boolean mayEdit() {
    return staff && campaign.state() == CampaignState.DRAFT;
  }

  public boolean mayInvite() {
    return staff && campaign.takesOffers(today);
  }

  public boolean mayWriteBrief() {
    return staff
        && (campaign.state() == CampaignState.DRAFT || campaign.state().takesBriefVersions());
  }

  /** Pictures are not shown to observers, who may not open them. */
  public boolean pictures() {
    return staff || approver;
  }

  public List<Tab> tabs() {
    List<Tab> tabs = new ArrayList<>();
    tabs.add(Tab.of("campaign.tab.summary", here()));
    tabs.add(Tab.of("campaign.brief", here() + "/brief"));
    if (staff) {
      tabs.add(Tab.counted("campaign.tab.creators", here() + "/creators", standing.invitations()));
    }
    tabs.add(Tab.counted("campaign.tab.posts", here() + "/posts", standing.posts()));
    tabs.add(Tab.of("campaign.history", here() + "/history"));
    return tabs;
  }

  /** Which of the six stages it is at; empty for one that was cancelled. */
  public Optional<Integer> stage() {
    return switch (campaign.state()) {
      case DRAFT -> Optional.of(0);
      case SUBMITTED -> Optional.of(1);
      case APPROVED, ACTIVE, PAUSED -> Optional.of(workStage());
      case COMPLETED -> Optional.of(5);
      case CLOSED -> Optional.of(6);
      case CANCELLED -> Optional.empty();
    };
  }

  private int workStage() {
    if (standing.accepted() == 0) {
      return 2;
    }
    boolean made = standing.working() + standing.toReview() + standing.toSchedule() == 0;
    return made && standing.posts() > 0 ? 4 : 3;
  }

  /** Days until it begins, while it has not; then until it ends; empty once it is over. */
  public Optional<Left> left() {
    if (campaign.state().isEnded()) {
      return Optional.empty();
    }
    if (campaign.startsOn().isAfter(today)) {
      return Optional.of(
          new Left("campaign.begins-in", ChronoUnit.DAYS.between(today, campaign.startsOn())));
    }
    return campaign.isOver(today)
        ? Optional.empty()
        : Optional.of(
            new Left("campaign.ends-in", ChronoUnit.DAYS.between(today, campaign.endsOn())));
  }

  /** How much of its time is over, in percent. */
  public int elapsed() {
    long all = ChronoUnit.DAYS.between(campaign.startsOn(), campaign.endsOn()) + 1;
    long gone = ChronoUnit.DAYS.between(campaign.startsOn(), today) + 1;
    return (int) Math.max(0, Math.min(100, gone * 100 / all));
  }

  /** Steps that stand in the menu: those that the band does not offer. */
  public List<CampaignStep> rarely() {
    Optional<CampaignStep> offered = next().step();
    return steps.stream().filter(step -> !offered.equals(Optional.of(step))).toList();
  }

  /** The one thing to do next, or for whom it waits. */
  public CampaignNext next() {
    return steps.contains(CampaignStep.APPROVE)
        ? CampaignNext.step("campaign.now.approve", CampaignStep.APPROVE)
        : switch (campaign.state()) {
          case DRAFT -> staff ? planning() : waiting();
          case APPROVED, ACTIVE -> staff ? working() : waiting();
          case PAUSED ->
              steps.contains(CampaignStep.RESUME)
                  ? CampaignNext.step("campaign.now.paused", CampaignStep.RESUME)
                  : waiting();
          case COMPLETED ->
              steps.contains(CampaignStep.CLOSE)
                  ? CampaignNext.step("campaign.now.close", CampaignStep.CLOSE)
                  : waiting();
          case SUBMITTED, CLOSED, CANCELLED -> waiting();
        };
  }

  private CampaignNext planning() {
    if (missing.contains(SubmissionRule.PRODUCTS)) {
      return CampaignNext.link(
          "campaign.now.products", "campaign.products.choose", here() + "/products");
    }
    if (missing.contains(SubmissionRule.BRIEF)) {
      Completeness written = Completeness.of(brief.sections());
      return new CampaignNext(
          "campaign.now.brief",
          List.of(written.of() - written.written()),
          "campaign.brief.write",
          Optional.of(here() + "/brief/edit"),
          "pencil",
          Optional.empty());
    }
    return missing.isEmpty()
        ? CampaignNext.step("campaign.now.submit", CampaignStep.SUBMIT)
        : CampaignNext.link(missing.get(0).key(), "campaign.edit", here() + "/edit");
  }

  private CampaignNext working() {
    if (standing.toReview() > 0) {
      return new CampaignNext(
          waitsDays > 0 ? "campaign.now.review" : "campaign.now.review-today",
          List.of(standing.toReview(), waitsDays),
          "campaign.now.review.act",
          Optional.of("/reviews"),
          "review",
          Optional.empty());
    }
    if (standing.toSchedule() > 0) {
      return counted(
          "campaign.now.schedule",
          "campaign.now.schedule.act",
          standing.toSchedule(),
          "/posts/new",
          "calendar-plus");
    }
    if (standing.drafted() > 0) {
      return counted(
          "campaign.now.send",
          "campaign.now.send.act",
          standing.drafted(),
          here() + "/creators",
          "send");
    }
    if (mayInvite() && standing.open() + standing.accepted() == 0) {
      return counted(
          "campaign.now.invite", "campaign.now.invite.act", 0, here() + "/offers/new", "send");
    }
    if (standing.troubled() > 0) {
      return counted(
          "campaign.now.trouble",
          "campaign.now.trouble.act",
          standing.troubled(),
          here() + "/posts",
          "alert");
    }
    if (standing.open() > 0) {
      return waiting("campaign.now.open", standing.open());
    }
    return standing.working() > 0 ? waiting("campaign.now.working", standing.working()) : waiting();
  }

  private static CampaignNext counted(
      String key, String act, long count, String href, String icon) {
    return new CampaignNext(key, List.of(count), act, Optional.of(href), icon, Optional.empty());
  }

  private CampaignNext waiting() {
    return waiting("campaign.next." + campaign.state(), 0);
  }

  private static CampaignNext waiting(String key, long count) {
    return new CampaignNext(key, List.of(count), "", Optional.empty(), "", Optional.empty());
  }

  /** A number of days and the key of the sentence that says it. */
  public record Left(String key, long days) {}
}

package id.gaung.campaign;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.jobs.ForEach;
import id.gaung.jobs.Job;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The steps of campaigns. One step, one transaction, one audit row. */
public final class CampaignSteps {

  private static final Actor CALENDAR = Actor.system("campaign");

  private final CampaignDao dao;
  private final Foundation foundation;
  private final Briefs briefs;
  private final Contributions contributions;
  private final List<CampaignListener> listeners = new CopyOnWriteArrayList<>();

  CampaignSteps(Foundation foundation, Briefs briefs) {
    this.dao = foundation.jdbi().onDemand(CampaignDao.class);
    this.foundation = foundation;
    this.briefs = briefs;
    this.contributions = new Contributions(foundation);
  }

  /** Called by the wiring, before anything runs. */
  public void listen(CampaignListener listener) {
    listeners.add(listener);
  }

  /**
   * Takes a step.
   *
   * @throws Problem forbidden if it is not this person's step; conflict if the campaign is in
   *     another state, or if it changed since it was read; invalid if something is missing
   */
  public void take(Actor by, UUID id, CampaignStep step, TakeStep order) {
    Permissions.require(by, step.role());
    if (step.isReasoned() && order.reason().isBlank()) {
      throw Problem.invalid("reason", "campaign.reason-required");
    }
    foundation.transactions().run(() -> move(by, lock(id, order), step, reason(order)));
  }

  /** What is missing before the campaign can be submitted; empty if nothing. */
  public List<SubmissionRule> missing(Campaign campaign) {
    return SubmissionRule.broken(
        new SubmissionRule.Case(
            campaign,
            dao.productIds(campaign.id()).size(),
            Completeness.of(brief(campaign.id()).sections()),
            today()));
  }

  /** A step that the calendar takes. */
  private record Due(UUID id, CampaignStep step) {}

  /**
   * Begins approved campaigns whose first day has come, and completes those whose last day is over:
   * active, paused, or approved while nobody was there to begin them.
   */
  Job calendar() {
    return ForEach.of("campaign-calendar", foundation.clock(), this::due, this::byCalendar);
  }

  private List<Due> due() {
    return Stream.concat(
            dao.toActivate(today()).stream().map(id -> new Due(id, CampaignStep.ACTIVATE)),
            dao.toComplete(today()).stream().map(id -> new Due(id, CampaignStep.COMPLETE)))
        .toList();
  }

  private void byCalendar(Due due) {
    CampaignStep step = due.step();
    foundation
        .transactions()
        .run(
            () ->
                dao.lock(due.id())
                    // Somebody may have been faster since the list was read.
                    .filter(campaign -> step.isFrom(campaign.state()))
                    .ifPresent(campaign -> move(CALENDAR, campaign, step, Optional.empty())));
  }

  private Campaign lock(UUID id, TakeStep order) {
    Campaign campaign = dao.lock(id).orElseThrow(Problem::notFound);
    if (order.version().filter(read -> read != campaign.version()).isPresent()) {
      throw Problem.stale();
    }
    return campaign;
  }

  private void move(Actor by, Campaign campaign, CampaignStep step, Optional<String> reason) {
    if (!step.isFrom(campaign.state())) {
      throw Problem.conflict("campaign.refused." + campaign.state());
    }
    guard(by, campaign, step);
    boolean decides = step == CampaignStep.APPROVE || step == CampaignStep.REJECT;
    int moved =
        dao.move(
            campaign.id(),
            campaign.version(),
            step.to(),
            reason,
            step == CampaignStep.SUBMIT ? by.id() : campaign.submittedBy(),
            decides ? by.id() : campaign.decidedBy(),
            foundation.clock().instant());
    if (moved == 0) {
      throw Problem.stale();
    }
    Change change =
        Change.of(by, step.action(), "campaign", campaign.id()).moving(campaign.state(), step.to());
    if (step == CampaignStep.SUBMIT) {
      contributions.record(by, Contributions.Kind.CAMPAIGN, campaign.id(), campaign.version() + 1);
    }
    if (step == CampaignStep.APPROVE) {
      BriefVersion bound = briefs.bind(campaign.id());
      change = change.with("brief", bound.number()).with("sha256", bound.sha256());
    }
    foundation.audit().record(reason.isPresent() ? change.with("reason", reason.get()) : change);
    if (step == CampaignStep.CANCEL) {
      listeners.forEach(listener -> listener.cancelled(campaign.id(), by));
    } else if (step == CampaignStep.COMPLETE) {
      listeners.forEach(listener -> listener.completed(campaign.id(), by));
    }
  }

  private void guard(Actor by, Campaign campaign, CampaignStep step) {
    switch (step) {
      case SUBMIT -> {
        List<SubmissionRule> broken = missing(campaign);
        if (!broken.isEmpty()) {
          throw Problem.invalid(broken.stream().map(SubmissionRule::error).toList());
        }
      }
      case APPROVE -> {
        notOwn(by, campaign);
        notOver(campaign);
      }
      case REJECT -> notOwn(by, campaign);
      case ACTIVATE -> notOver(campaign);
      case CLOSE ->
          listeners.stream()
              .flatMap(listener -> listener.blocksClosing(campaign.id()).stream())
              .findFirst()
              .ifPresent(
                  key -> {
                    throw Problem.conflict(key);
                  });
      case COMPLETE -> {
        if (campaign.state() != CampaignState.ACTIVE && !isOver(campaign)) {
          throw Problem.conflict("campaign.refused." + campaign.state());
        }
      }
      // What is over does not begin again: the calendar would end it within the minute.
      case RESUME -> notOver(campaign);
      case PAUSE, CANCEL -> {}
    }
  }

  private void notOwn(Actor by, Campaign campaign) {
    contributions.refuseOwn(
        by, campaign.id(), Contributions.Kind.CAMPAIGN, Contributions.Kind.BRIEF);
  }

  private void notOver(Campaign campaign) {
    if (isOver(campaign)) {
      throw Problem.conflict("campaign.period-over");
    }
  }

  /** Whether the calendar lets it be taken now. */
  boolean isOffered(CampaignStep step, Campaign campaign) {
    boolean over = isOver(campaign);
    return switch (step) {
      case COMPLETE -> over || campaign.state() == CampaignState.ACTIVE;
      case ACTIVATE, RESUME -> !over;
      default -> true;
    };
  }

  private boolean isOver(Campaign campaign) {
    return campaign.isOver(today());
  }

  private BriefVersion brief(UUID campaignId) {
    return briefs.current(campaignId).orElseThrow(Problem::notFound);
  }

  private LocalDate today() {
    return Wita.date(foundation.clock().instant());
  }

  private static Optional<String> reason(TakeStep order) {
    return Optional.of(order.reason().strip()).filter(text -> !text.isEmpty());
  }

  /**
   * What goes with a step.
   *
   * @param reason compulsory for some steps
   * @param version of the campaign that was read; refused when it changed since. Whoever comes by a
   *     door must name it; without it the newest is meant
   */
  public record TakeStep(
      @Size(max = 1000) String reason,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<@NotNull Integer> version) {

    public static TakeStep none() {
      return new TakeStep("", Optional.empty());
    }

    public static TakeStep because(String reason) {
      return new TakeStep(reason, Optional.empty());
    }
  }
}

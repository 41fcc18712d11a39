package id.gaung.campaign;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.identity.Offices;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The briefs of campaigns. The version of a draft is rewritten; once the campaign was approved each
 * change of text is a new version, bound at once, because offers refer to it.
 */
public final class Briefs {

  private final BriefDao dao;
  private final CampaignDao campaigns;
  private final Foundation foundation;
  private final Contributions contributions;
  private final Offices offices;

  Briefs(Foundation foundation, Offices offices) {
    this.offices = offices;
    this.dao = foundation.jdbi().onDemand(BriefDao.class);
    this.campaigns = foundation.jdbi().onDemand(CampaignDao.class);
    this.foundation = foundation;
    this.contributions = new Contributions(foundation);
  }

  /** The newest version. */
  public Optional<BriefVersion> current(UUID campaignId) {
    return dao.current(campaignId);
  }

  public Optional<BriefVersion> version(UUID id) {
    return dao.find(id);
  }

  /** All versions, newest first. */
  public List<BriefVersion> versions(UUID campaignId) {
    return dao.all(campaignId);
  }

  /** Other campaigns with an approved brief, the newest first. */
  List<Earlier> earlier(UUID campaignId) {
    return dao.earlier(campaignId);
  }

  /**
   * Saves the text.
   *
   * @return the version that now is current
   * @throws Problem stale if somebody saved another text since; conflict if the campaign's state
   *     allows no change; invalid if the draft does not say what it is based on, or if a section is
   *     too long, or missing after approval
   */
  public BriefVersion save(Actor by, UUID campaignId, WriteBrief draft) {
    Permissions.require(by, Role.STAFF);
    refuse(draft.errors());
    return foundation
        .transactions()
        .call(
            () -> {
              CampaignState state =
                  campaigns.lock(campaignId).orElseThrow(Problem::notFound).state();
              BriefVersion current = dao.current(campaignId).orElseThrow(Problem::notFound);
              if (!draft.basedOn().equals(Optional.of(current.sha256()))) {
                throw Problem.stale();
              }
              Map<String, String> tidy = BriefText.tidy(draft.sections());
              if (state.takesBriefVersions()) {
                refuse(WriteBrief.missing(tidy));
              } else if (state != CampaignState.DRAFT) {
                throw Problem.conflict("campaign.refused.change." + state);
              }
              return tidy.equals(current.sections()) ? current : write(by, current, tidy);
            });
  }

  private BriefVersion write(Actor by, BriefVersion current, Map<String, String> tidy) {
    UUID author = by.id().orElseThrow();
    BriefVersion next =
        current.bound()
            ? version(current.campaignId(), current.number() + 1, tidy, true, author)
            : rewritten(current, tidy, author);
    if (current.bound()) {
      dao.insert(next);
    } else if (dao.rewrite(next) == 0) {
      throw Problem.stale();
    }
    contributions.record(by, Contributions.Kind.BRIEF, next.campaignId(), next.number());
    foundation
        .audit()
        .record(
            Change.of(by, "campaign.brief-changed", "campaign", next.campaignId())
                .with("number", next.number())
                .with("sha256", next.sha256()));
    return next;
  }

  /** The line with which each caption begins, as the office has it now. */
  public String adLine() {
    return offices.current().adLine();
  }

  /** The first version, with the house's disclosure already in it. Joins the caller. */
  void begin(UUID campaignId, UUID author) {
    Map<String, String> sections =
        Map.of(BriefSection.DISCLOSURE.key(), offices.current().adLine());
    dao.insert(version(campaignId, 1, sections, false, author));
  }

  /** Binds the newest version; the caller holds the campaign's row. */
  BriefVersion bind(UUID campaignId) {
    BriefVersion current = dao.current(campaignId).orElseThrow(Problem::notFound);
    dao.bind(current.id());
    return current;
  }

  private BriefVersion version(
      UUID campaignId, int number, Map<String, String> tidy, boolean bound, UUID author) {
    return new BriefVersion(
        foundation.ids().next(),
        campaignId,
        number,
        tidy,
        BriefText.FORMAT,
        BriefText.canonical(tidy),
        BriefText.sha256(tidy),
        bound,
        author,
        foundation.clock().instant());
  }

  private BriefVersion rewritten(BriefVersion old, Map<String, String> tidy, UUID author) {
    return new BriefVersion(
        old.id(),
        old.campaignId(),
        old.number(),
        tidy,
        BriefText.FORMAT,
        BriefText.canonical(tidy),
        BriefText.sha256(tidy),
        false,
        author,
        foundation.clock().instant());
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  /** A campaign whose brief can be taken as a beginning. */
  public record Earlier(UUID id, String name) {}
}

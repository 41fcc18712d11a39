package id.gaung.collaboration;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Briefs;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Invites several creators to a campaign at once: all of them, or none. */
public final class Invitations {

  /** More at once are no choice any more. */
  static final int MOST = 50;

  private final OfferDao dao;
  private final DeliverableDao deliverables;
  private final Foundation foundation;
  private final OfferLocks held;
  private final Briefs briefs;
  private final Creators creators;
  private final OfferTermsBook terms;
  private final OfferMails mails;

  Invitations(
      Foundation foundation,
      Campaigns campaigns,
      Briefs briefs,
      Creators creators,
      OfferTermsBook terms,
      OfferMails mails) {
    this.mails = mails;
    this.terms = terms;
    this.dao = foundation.jdbi().onDemand(OfferDao.class);
    this.deliverables = foundation.jdbi().onDemand(DeliverableDao.class);
    this.foundation = foundation;
    this.held = new OfferLocks(foundation, campaigns);
    this.briefs = briefs;
    this.creators = creators;
  }

  /** Who has an invitation of the campaign that is not over. */
  public Set<UUID> invited(UUID campaignId) {
    return dao.invited(campaignId);
  }

  /** What each of the creators was last paid, of those who ever accepted. */
  public Map<UUID, LastFee> lastFees(Collection<UUID> creatorIds) {
    return dao.lastFees(creatorIds).stream()
        .collect(Collectors.toMap(LastFee::creatorId, Function.identity()));
  }

  /** The middle of the accepted fees of the last year; empty before the first. */
  public Optional<Rupiah> usualFee() {
    return dao.usualFee(foundation.clock().instant().minus(java.time.Duration.ofDays(365)));
  }

  /**
   * Makes the offers and sends them, with the newest version of the brief; one audit row each.
   *
   * @return the offers, in the order in which they were asked for
   * @throws Problem invalid if anything about one of them is wrong, each error under the field of
   *     its creator; conflict if one has an offer of this campaign already. Then none is made
   */
  public List<UUID> send(Actor by, UUID campaignId, InviteCreators asked) {
    Permissions.require(by, Role.STAFF);
    return foundation.transactions().call(() -> sendAll(by, campaignId, asked));
  }

  private List<UUID> sendAll(Actor by, UUID campaignId, InviteCreators asked) {
    Campaign campaign = held.takingOffers(campaignId);
    Map<UUID, Creator> known =
        creators.find(asked.invitees().stream().map(Invitee::creatorId).toList());
    List<DraftOffer> drafts = asked.invitees().stream().map(asked::draft).toList();
    check(drafts, campaign, known);
    BriefVersion brief = briefs.current(campaignId).orElseThrow(Problem::notFound);
    Instant now = foundation.clock().instant();
    List<Offer> offers = new ArrayList<>();
    List<Deliverable> planned = new ArrayList<>();
    for (DraftOffer draft : drafts) {
      Offer offer =
          draft.offer(foundation.ids().next(), campaignId, brief.id(), by.id().orElseThrow(), now);
      offers.add(offer);
      planned.addAll(draft.planned(offer, foundation.ids()));
    }
    dao.insertAll(offers);
    List<UUID> ids = offers.stream().map(Offer::id).toList();
    // The driver, which makes one statement of many inserts, does not count what each has done.
    Set<UUID> made = dao.stored(ids);
    for (Offer offer : offers) {
      if (!made.contains(offer.id())) {
        Creator twice = Optional.ofNullable(known.get(offer.creatorId())).orElseThrow();
        throw Problem.conflict("collaboration.already-invited", twice.name());
      }
    }
    deliverables.insert(planned);
    dao.sendAll(ids, now);
    for (Offer offer : offers) {
      terms.write(offer, by.id().orElseThrow());
      foundation
          .audit()
          .record(
              Change.of(by, "offer.sent", "offer", offer.id())
                  .moving(OfferState.DRAFT, OfferState.SENT)
                  .with("brief", brief.number())
                  .with("fee", offer.fee().amount()));
    }
    mails.sent(offers, campaign);
    return ids;
  }

  private void check(List<DraftOffer> drafts, Campaign campaign, Map<UUID, Creator> known) {
    List<FieldError> errors = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (DraftOffer draft : drafts) {
      Creator creator = known.get(draft.creatorId());
      if (creator == null || !creator.active() || !seen.add(draft.creatorId())) {
        errors.add(FieldError.of("creator", "collaboration.creator-unknown"));
        continue;
      }
      for (FieldError error :
          OfferRule.broken(new OfferRule.Case(draft, campaign, foundation.clock().instant()))) {
        errors.add(named(error, draft.creatorId()));
      }
    }
    if (drafts.isEmpty()) {
      errors.add(FieldError.of("creator", "collaboration.invite.nobody"));
    }
    if (drafts.size() > MOST) {
      errors.add(FieldError.of("creator", "collaboration.invite.too-many", Integer.toString(MOST)));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.stream().distinct().toList());
    }
  }

  /** The fields of all stand once; those of a creator carry the creator's id. */
  private static FieldError named(FieldError error, UUID creatorId) {
    return switch (error.field()) {
      case "fee" -> new FieldError("fee." + creatorId, error.key(), error.args());
      case "deliverables[0].title" ->
          new FieldError("title." + creatorId, error.key(), error.args());
      case "deliverables[0].dueOn" -> new FieldError("dueOn", error.key(), error.args());
      default -> error;
    };
  }

  /** What a creator was last paid, and when that was agreed. */
  public record LastFee(UUID creatorId, Rupiah fee, Instant at) {}

  /**
   * One of those who are invited.
   *
   * @param title of the content, as the creator reads it
   * @param format what the content is to show
   */
  public record Invitee(UUID creatorId, Rupiah fee, String title, DeliverableFormat format) {

    /** Asked for photos or a video, whatever the creator likes. */
    public Invitee(UUID creatorId, Rupiah fee, String title) {
      this(creatorId, fee, title, DeliverableFormat.ANY);
    }
  }
}

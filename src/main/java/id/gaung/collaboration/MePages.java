package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Role;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a creator with an account sees: their own offers, with the links that open them. */
@Path("me")
@Produces(MediaType.TEXT_HTML)
public final class MePages {

  private final Offers offers;
  private final OfferLinks links;
  private final Submissions submissions;
  private final Campaigns campaigns;
  private final Creators creators;
  private final Clock clock;

  MePages(
      Offers offers,
      OfferLinks links,
      Submissions submissions,
      Campaigns campaigns,
      Creators creators,
      Clock clock) {
    this.submissions = submissions;
    this.offers = offers;
    this.links = links;
    this.campaigns = campaigns;
    this.creators = creators;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.Names.CREATOR)
  public View list(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    Optional<Creator> creator = creators.ofPerson(viewer.id());
    Page<Offer> found =
        creator
            .map(c -> offers.ofCreator(c.id(), page))
            .orElseGet(() -> PageRequest.of(1).page(List.of(), 0));
    Map<UUID, Campaign> of =
        campaigns.find(found.rows().stream().map(Offer::campaignId).distinct().toList());
    Page<CampaignOffersPages.Row> rows =
        found.map(
            o ->
                new CampaignOffersPages.Row(
                    o, Optional.ofNullable(of.get(o.campaignId())).map(Campaign::name).orElse("")));
    Instant now = clock.instant();
    Map<UUID, String> tokens =
        found.rows().stream()
            .filter(
                o ->
                    Optional.ofNullable(of.get(o.campaignId()))
                        .filter(c -> LinkState.of(o, c, now).isReadable())
                        .isPresent())
            .collect(Collectors.toMap(Offer::id, links::token));
    Map<UUID, List<Deliverable>> work =
        submissions.asked(
            found.rows().stream()
                .filter(o -> o.state() == OfferState.ACCEPTED && tokens.containsKey(o.id()))
                .map(Offer::id)
                .toList());
    return new View("collaboration/me.jte", new Show(creator.isPresent(), rows, tokens, work));
  }

  /**
   * The offers of the creator who is signed in.
   *
   * @param known whether the office has registered this person as a creator
   * @param tokens of those whose links open something
   * @param work what the accepted ones ask for
   */
  public record Show(
      boolean known,
      Page<CampaignOffersPages.Row> rows,
      Map<UUID, String> tokens,
      Map<UUID, List<Deliverable>> work) {

    /** Work that waits for the creator first, then invitations to answer, then the rest. */
    public List<CampaignOffersPages.Row> ordered() {
      return rows.rows().stream().sorted(Comparator.comparing(this::rank)).toList();
    }

    private int rank(CampaignOffersPages.Row row) {
      if (waiting(row.offer()).isPresent()) {
        return 0;
      }
      return row.offer().state().isOpen() ? 1 : 2;
    }

    /** The draft that is due first. */
    public Optional<Deliverable> waiting(Offer offer) {
      return work(offer).stream()
          .filter(d -> d.state().awaitsDraft())
          .min(Comparator.comparing(Deliverable::dueOn));
    }

    public List<Deliverable> work(Offer offer) {
      return work.getOrDefault(offer.id(), List.of());
    }

    /** Key of what is to be done; nothing more where an accepted offer's link opens nothing. */
    public String turn(Offer offer) {
      return offer.state() == OfferState.ACCEPTED && !tokens.containsKey(offer.id())
          ? "collaboration.me.over"
          : "collaboration.me.turn." + offer.state();
    }
  }
}

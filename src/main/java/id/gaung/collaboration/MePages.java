package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.SocialSide.Posted;
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
import java.util.OptionalLong;
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
  private final SocialSide social;
  private final Clock clock;

  MePages(
      Offers offers,
      OfferLinks links,
      Submissions submissions,
      Campaigns campaigns,
      Creators creators,
      SocialSide social,
      Clock clock) {
    this.social = social;
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
                .filter(o -> o.state() == OfferState.ACCEPTED)
                .map(Offer::id)
                .toList());
    Map<UUID, List<Posted>> posted =
        social.posted(
            work.values().stream()
                .flatMap(List::stream)
                .filter(d -> d.state() == DeliverableState.LIVE)
                .map(Deliverable::id)
                .toList());
    return new View(
        "collaboration/me.jte", new Show(creator.isPresent(), rows, tokens, work, posted));
  }

  /**
   * The offers of the creator who is signed in.
   *
   * @param known whether the office has registered this person as a creator
   * @param tokens of those whose links open something
   * @param work what the accepted ones ask for
   * @param posted what is out, by deliverable; also of those whose link opens nothing any more
   */
  public record Show(
      boolean known,
      Page<CampaignOffersPages.Row> rows,
      Map<UUID, String> tokens,
      Map<UUID, List<Deliverable>> work,
      Map<UUID, List<Posted>> posted) {

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

    /** The draft that is due first; none where the link opens nothing. */
    public Optional<Deliverable> waiting(Offer offer) {
      return work(offer).stream()
          .filter(d -> d.state().awaitsDraft() && tokens.containsKey(offer.id()))
          .min(Comparator.comparing(Deliverable::dueOn));
    }

    public List<Deliverable> work(Offer offer) {
      return work.getOrDefault(offer.id(), List.of());
    }

    /** The offer's contents that are out, the newest first. */
    public List<Out> out(Offer offer) {
      return work(offer).stream()
          .map(d -> new Out(d, posted.getOrDefault(d.id(), List.of())))
          .filter(out -> !out.posts().isEmpty())
          .sorted(Comparator.comparing(Out::since).reversed())
          .toList();
    }

    /** Interactions of all of them; empty if none tells any. */
    public OptionalLong engagements(Offer offer) {
      return Out.sum(out(offer).stream().flatMap(out -> out.posts().stream()).toList());
    }

    /** Key of what is to be done; nothing more where an accepted offer's link opens nothing. */
    public String turn(Offer offer) {
      return offer.state() == OfferState.ACCEPTED && !tokens.containsKey(offer.id())
          ? "collaboration.me.over"
          : "collaboration.me.turn." + offer.state();
    }
  }

  /**
   * A content that is out.
   *
   * @param posts made of it, on one account each; never empty
   */
  public record Out(Deliverable content, List<Posted> posts) {

    /** When the first of them came out. */
    public Instant since() {
      return posts.stream().map(Posted::publishedAt).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Interactions on all accounts that tell any; empty if none does. */
    public OptionalLong engagements() {
      return sum(posts);
    }

    static OptionalLong sum(List<Posted> posts) {
      List<Posted> telling = posts.stream().filter(p -> p.engagements().isPresent()).toList();
      return telling.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(telling.stream().mapToLong(p -> p.engagements().orElse(0)).sum());
    }
  }
}

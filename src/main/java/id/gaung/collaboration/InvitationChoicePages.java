package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Inviting creators, begun from the directory: to which campaign? */
@Path("invitations/new")
@Produces(MediaType.TEXT_HTML)
public final class InvitationChoicePages {

  private final Campaigns campaigns;
  private final Clock clock;

  InvitationChoicePages(Campaigns campaigns, Clock clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View choose(@Auth Viewer viewer, @QueryParam("creator") List<UUID> chosen) {
    LocalDate today = Wita.date(clock.instant());
    List<Campaign> open =
        Stream.of(CampaignState.ACTIVE, CampaignState.APPROVED)
            .flatMap(state -> campaigns.page(Optional.of(state), 1).rows().stream())
            .filter(campaign -> campaign.takesOffers(today))
            .toList();
    return new View("collaboration/invite_where.jte", new Choice(open, chosen));
  }

  /** Campaigns that take creators now, and who was chosen already. */
  public record Choice(List<Campaign> campaigns, List<UUID> chosen) {

    public String href(Campaign campaign) {
      return "/campaigns/"
          + campaign.id()
          + "/offers/new"
          + chosen.stream()
              .map(creator -> "creator=" + creator)
              .collect(Collectors.joining("&", "?", ""));
    }
  }
}

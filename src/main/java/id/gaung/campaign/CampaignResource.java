package id.gaung.campaign;

import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Campaigns, their briefs and their steps as JSON. */
@Path("api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
public final class CampaignResource {

  private final Campaigns campaigns;
  private final CampaignSteps steps;
  private final Briefs briefs;

  CampaignResource(Campaigns campaigns, CampaignSteps steps, Briefs briefs) {
    this.campaigns = campaigns;
    this.steps = steps;
    this.briefs = briefs;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  @Operation(summary = "Campaigns, the latest start first")
  public PageResponse<CampaignResponse> list(
      @Auth Viewer viewer,
      @QueryParam("state") Optional<CampaignState> state,
      @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(
        campaigns.page(state, page), c -> CampaignResponse.from(c, Optional.empty()));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Plan a campaign; it begins as a draft")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CampaignResponse.class)))
  public Response create(@Auth Viewer viewer, PlanCampaign plan) {
    UUID id = campaigns.create(viewer.actor(), plan);
    return Response.created(URI.create("/api/v1/campaigns/" + id)).entity(answer(id)).build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  @Operation(summary = "One campaign")
  public CampaignResponse get(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return answer(id);
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Change a draft; the version that was read is compulsory")
  public CampaignResponse change(@Auth Viewer viewer, @PathParam("id") UUID id, PlanCampaign plan) {
    campaigns.change(viewer.actor(), id, plan);
    return answer(id);
  }

  @GET
  @Path("{id}/brief")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  @Operation(summary = "The newest version of the brief")
  public BriefResponse brief(@Auth Viewer viewer, @PathParam("id") UUID id) {
    boolean anonymous = !viewer.is(Role.STAFF) && !viewer.is(Role.APPROVER);
    return BriefResponse.from(briefs.current(id).orElseThrow(Problem::notFound), anonymous);
  }

  @PUT
  @Path("{id}/brief")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(
      summary =
          "Save the brief; after approval this makes a new version; basedOn, the sha256 that was"
              + " read, is compulsory")
  public BriefResponse save(@Auth Viewer viewer, @PathParam("id") UUID id, WriteBrief draft) {
    return BriefResponse.from(briefs.save(viewer.actor(), id, draft), false);
  }

  @POST
  @Path("{id}/{step: submit|approve|reject|activate|pause|resume|complete|close|cancel}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "Take a step; reject, pause, resume and cancel need a reason")
  public CampaignResponse take(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @PathParam("step") String step,
      TakeStep order) {
    steps.take(viewer.actor(), id, CampaignStep.ofPath(step), order);
    return answer(id);
  }

  private CampaignResponse answer(UUID id) {
    return CampaignResponse.from(campaigns.get(id), Optional.of(campaigns.productIds(id)));
  }

  /**
   * A brief as the API tells it.
   *
   * @param sha256 over the canonical text; give it back as {@code basedOn} when saving
   */
  public record BriefResponse(
      int number,
      Map<String, String> sections,
      String sha256,
      boolean bound,
      Instant savedAt,
      int written,
      int compulsory) {

    /**
     * @param anonymous whether the contact, which names a person, is left out
     */
    static BriefResponse from(BriefVersion version, boolean anonymous) {
      Map<String, String> sections = new TreeMap<>(version.sections());
      if (anonymous) {
        sections.remove(BriefSection.CONTACT.key());
      }
      Completeness completeness = Completeness.of(version.sections());
      return new BriefResponse(
          version.number(),
          sections,
          version.sha256(),
          version.bound(),
          version.createdAt(),
          completeness.written(),
          completeness.of());
    }
  }
}

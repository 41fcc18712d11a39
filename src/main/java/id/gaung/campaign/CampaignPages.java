package id.gaung.campaign;

import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Campaigns as pages: the list, planning one, and its steps. */
@Path("campaigns")
@Produces(MediaType.TEXT_HTML)
public final class CampaignPages {

  private static final String STEP =
      "{step: submit|approve|reject|activate|pause|resume|complete|close|cancel}";

  private final Campaigns campaigns;
  private final CampaignSteps steps;
  private final CampaignShow show;

  CampaignPages(Campaigns campaigns, CampaignSteps steps, CampaignShow show) {
    this.campaigns = campaigns;
    this.steps = steps;
    this.show = show;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View list(
      @Auth Viewer viewer,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("page") @DefaultValue("1") int page) {
    Optional<CampaignState> filter =
        Arrays.stream(CampaignState.values()).filter(s -> s.name().equals(state)).findFirst();
    return new View(
        "campaign/list.jte",
        new Listing(campaigns.page(filter, page), filter, viewer.is(Role.STAFF)));
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View plan(@Auth Viewer viewer) {
    return form(Form.empty(), Optional.empty());
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response create(@Auth Viewer viewer, Form form) {
    return form.submit(
        PlanCampaign.class,
        plan -> {
          UUID id = campaigns.create(viewer.actor(), plan);
          return Flash.to("/campaigns/" + id + "/products", "campaign.flash.planned");
        },
        again -> form(again, Optional.empty()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show.page(viewer, id, Form.empty());
  }

  @GET
  @Path("{id}/edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Campaign campaign = campaigns.get(id);
    return form(Form.of(PlanCampaign.of(campaign)), Optional.of(campaign));
  }

  @POST
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        PlanCampaign.class,
        plan -> {
          campaigns.change(viewer.actor(), id, plan);
          return Flash.to("/campaigns/" + id, "campaign.flash.changed");
        },
        again -> again(again, campaigns.get(id)));
  }

  /** Asks for a reason, or, for a step that needs none, for confirmation. */
  @GET
  @Path("{id}/" + STEP)
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View ask(@Auth Viewer viewer, @PathParam("id") UUID id, @PathParam("step") String step) {
    return ask(id, CampaignStep.ofPath(step), Form.empty());
  }

  /** Whose step it is, is decided by the step. */
  @POST
  @Path("{id}/" + STEP)
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public Response take(
      @Auth Viewer viewer, @PathParam("id") UUID id, @PathParam("step") String path, Form form) {
    CampaignStep step = CampaignStep.ofPath(path);
    return form.submit(
        TakeStep.class,
        order -> {
          steps.take(viewer.actor(), id, step, order);
          return Flash.to("/campaigns/" + id, "campaign.flash." + step);
        },
        again -> step.isReasoned() ? ask(id, step, again) : show.page(viewer, id, again));
  }

  private View ask(UUID id, CampaignStep step, Form form) {
    return new View("campaign/step.jte", new Step(campaigns.get(id), step, form));
  }

  private static View again(Form form, Campaign newest) {
    return form(form.against(Form.of(PlanCampaign.of(newest)), "version"), Optional.of(newest));
  }

  private static View form(Form form, Optional<Campaign> campaign) {
    return new View("campaign/form.jte", new Editor(form, campaign));
  }

  /** The form of a new campaign, or of one being changed. */
  public record Editor(Form form, Optional<Campaign> campaign) {

    public String action() {
      return campaign.map(c -> "/campaigns/" + c.id()).orElse("/campaigns");
    }

    /** Where cancelling leads. */
    public String back() {
      return action();
    }
  }

  /**
   * The list of campaigns.
   *
   * @param state the filter; empty for all
   * @param mayPlan whether the reader may plan one
   */
  public record Listing(Page<Campaign> rows, Optional<CampaignState> state, boolean mayPlan) {

    /** The address of a page of this list, up to its number. */
    public String href() {
      return state.map(s -> "/campaigns?state=" + s + "&").orElse("/campaigns?");
    }
  }

  /** Asks for the reason of a step. */
  public record Step(Campaign campaign, CampaignStep step, Form form) {}

  /**
   * One campaign.
   *
   * @param form of the step that was refused, if one was
   * @param steps which this reader may take now
   * @param ownWork whether the reader would decide on it, had they not made it themselves
   * @param missing what must be done before it can be submitted; empty if it is no draft
   */
  public record Show(
      Campaign campaign,
      Form form,
      List<CampaignStep> steps,
      boolean ownWork,
      List<SubmissionRule> missing,
      BriefVersion brief,
      Completeness completeness,
      List<ProductSummary> products,
      List<HistoryLine> history,
      boolean staff) {

    public boolean mayEdit() {
      return staff && campaign.state() == CampaignState.DRAFT;
    }
  }
}

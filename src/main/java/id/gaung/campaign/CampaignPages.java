package id.gaung.campaign;

import id.gaung.campaign.CampaignSteps.TakeStep;
import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Language;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Campaigns as pages: the list, planning one, and its steps. */
@Path("campaigns")
@Produces(MediaType.TEXT_HTML)
public final class CampaignPages {

  /** How many campaigns a new one can begin with; a menu has seven entries at most. */
  /** As long as a campaign is planned to be, unless somebody chooses otherwise. */
  private static final int USUAL_WEEKS = 6;

  private static final int EARLIER = 6;

  /** As amounts are typed, in both languages. */
  private static final Formats AMOUNTS = new Formats(Language.ID);

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

  /**
   * @param state only campaigns in it; empty or unknown for all
   * @param search a part of the name
   */
  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View list(
      @Auth Viewer viewer,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    Optional<CampaignState> filter =
        Arrays.stream(CampaignState.values()).filter(s -> s.name().equals(state)).findFirst();
    return show.list(viewer, filter, search.strip(), page);
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View plan(@Auth Viewer viewer, @QueryParam("from") Optional<UUID> from) {
    LocalDate monday = Week.of(show.today()).next().monday();
    return form(
        from.map(campaigns::get)
            .map(PlanCampaign::of)
            .map(CampaignPages::again)
            .orElseGet(Form::empty)
            .with("startsOn", monday.toString())
            .with("endsOn", monday.plusWeeks(USUAL_WEEKS).minusDays(1).toString()),
        Optional.empty());
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response create(@Auth Viewer viewer, Form form) {
    return form.submit(
        PlanCampaign.class,
        plan -> {
          UUID id = campaigns.create(viewer.actor(), plan);
          String next = form.has("then", "keep") ? "" : "/products";
          return Flash.to("/campaigns/" + id + next, "campaign.flash.planned");
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
  @Path("{id}/creators")
  @RolesAllowed(Role.Names.STAFF)
  public View creators(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show.creators(viewer, id);
  }

  @GET
  @Path("{id}/posts")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View posts(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("page") @DefaultValue("1") int page) {
    return show.posts(viewer, id, page);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View history(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show.history(viewer, id);
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
    return ask(viewer, id, CampaignStep.ofPath(step), Form.empty());
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
        again -> step.isReasoned() ? ask(viewer, id, step, again) : show.page(viewer, id, again));
  }

  private View ask(Viewer viewer, UUID id, CampaignStep step, Form form) {
    return new View(
        "campaign/step.jte", new Step(show.head(viewer, id), show.unmade(viewer, id), step, form));
  }

  /** The plan of an earlier campaign without what is its own: its name, its days, its version. */
  private static Form again(PlanCampaign earlier) {
    return Form.of(earlier)
        .with("name", "")
        .with("budget", AMOUNTS.rupiah(earlier.budget()))
        .with("version", "");
  }

  private View again(Form form, Campaign newest) {
    return form(form.against(Form.of(PlanCampaign.of(newest)), "version"), Optional.of(newest));
  }

  private View form(Form form, Optional<Campaign> campaign) {
    return new View(
        "campaign/form.jte",
        new CampaignEditor(
            form,
            campaign,
            campaigns.usualTargets(),
            campaigns.page(Optional.empty(), 1).rows().stream().limit(EARLIER).toList()));
  }

  /**
   * Asks for the reason of a step, and says what it stops.
   *
   * @param unmade the fees of what is agreed and not out yet
   */
  public record Step(CampaignHead head, Rupiah unmade, CampaignStep step, Form form) {

    /** Whether others' work stops by it, which is said before. */
    public boolean stops() {
      return step.isGrave() || step == CampaignStep.PAUSE;
    }
  }

  /**
   * One campaign: its summary.
   *
   * @param form of the step that was refused, if one was
   * @param countedAnew over which changes of counting the figures go
   * @param board a few of each lane; empty for who may not see creators
   */
  public record Show(
      CampaignHead head,
      Form form,
      List<ProductSummary> products,
      List<CampaignGoals> goals,
      CampaignOverview.Reach reach,
      List<CampaignOverview.CountedAnew> countedAnew,
      CampaignSpending spending,
      Map<CampaignOverview.Lane, List<CreatorOnBoard>> board,
      List<ShownPost> posts) {}

  /** The campaign's creators by how far they are. */
  public record Board(CampaignHead head, Map<CampaignOverview.Lane, List<CreatorOnBoard>> lanes) {}

  /** The campaign's posts. */
  public record PostsPage(CampaignHead head, Page<ShownPost> rows) {}

  /** What happened to the campaign, the newest first. */
  public record Past(CampaignHead head, List<HistoryLine> history) {}
}

package id.gaung.campaign;

import id.gaung.kernel.Problem;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The brief of a campaign as pages. */
@Path("campaigns/{id}/brief")
@Produces(MediaType.TEXT_HTML)
public final class BriefPages {

  private static final String BASED_ON = "basedOn";

  private final Campaigns campaigns;
  private final Briefs briefs;
  private final CampaignShow show;

  BriefPages(Campaigns campaigns, Briefs briefs, CampaignShow show) {
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.show = show;
  }

  /**
   * @param number of the version to read; 0 for the newest
   */
  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER})
  public View read(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("version") @DefaultValue("0") int number) {
    List<BriefVersion> versions = briefs.versions(id);
    BriefVersion version =
        versions.stream()
            .filter(v -> number == 0 || v.number() == number)
            .findFirst()
            .orElseThrow(Problem::notFound);
    return new View(
        "campaign/brief.jte",
        new Show(
            show.head(viewer, id),
            version,
            versions,
            !viewer.is(Role.STAFF) && !viewer.is(Role.APPROVER)));
  }

  @GET
  @Path("edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    BriefVersion current = briefs.current(id).orElseThrow(Problem::notFound);
    return form(id, current, stored(current));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response save(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          briefs.save(viewer.actor(), id, draft(form));
          return Flash.to("/campaigns/" + id + "/brief", "campaign.flash.brief");
        },
        again -> {
          BriefVersion current = briefs.current(id).orElseThrow(Problem::notFound);
          return form(id, current, again.against(stored(current), BASED_ON));
        });
  }

  private static Form stored(BriefVersion current) {
    Form form = Form.empty().with(BASED_ON, current.sha256());
    current.sections().forEach((key, text) -> form.with("sections." + key, text));
    return form;
  }

  private static WriteBrief draft(Form form) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (BriefSection section : BriefSection.values()) {
      sections.put(section.key(), form.value("sections." + section.key()));
    }
    return new WriteBrief(sections, Optional.of(form.value(BASED_ON)));
  }

  private View form(UUID id, BriefVersion current, Form form) {
    return new View("campaign/brief_form.jte", new Editor(campaigns.get(id), current, form));
  }

  /** Writing the brief. */
  public record Editor(Campaign campaign, BriefVersion current, Form form) {

    public Completeness completeness() {
      return Completeness.of(current.sections());
    }

    public String field(BriefSection section) {
      return "sections." + section.key();
    }
  }

  /**
   * A brief to read.
   *
   * @param versions all versions, newest first
   * @param anonymous whether personal data is withheld from the reader
   */
  public record Show(
      CampaignHead head,
      BriefVersion version,
      List<BriefVersion> versions,
      boolean anonymous) {

    public Completeness completeness() {
      return Completeness.of(version.sections());
    }

    /** The section's text for this reader. */
    public String text(BriefSection section) {
      return section.in(version.sections());
    }

    /** The contact names a person, which observers do not read. */
    public boolean isWithheld(BriefSection section) {
      return anonymous && section == BriefSection.CONTACT;
    }
  }
}

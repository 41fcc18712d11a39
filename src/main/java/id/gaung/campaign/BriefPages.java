package id.gaung.campaign;

import id.gaung.campaign.CampaignSteps.TakeStep;
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
  private final CampaignSteps steps;
  private final CampaignShow show;
  private final BriefSources sources;

  BriefPages(Campaigns campaigns, Briefs briefs, CampaignSteps steps, CampaignShow show) {
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.steps = steps;
    this.show = show;
    this.sources = new BriefSources(briefs);
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

  /**
   * @param from what fills the sections that are still empty: {@code campaign}, {@code template} or
   *     the id of another campaign. A brief that nobody wrote in begins with the campaign's data
   */
  @GET
  @Path("edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("from") @DefaultValue("") String from) {
    BriefVersion current = briefs.current(id).orElseThrow(Problem::notFound);
    boolean untouched = !current.bound() && Completeness.of(current.sections()).written() <= 1;
    String source = from.isEmpty() && untouched ? BriefSources.CAMPAIGN : from;
    Form form = stored(current);
    boolean filled = false;
    if (!source.isEmpty()) {
      for (var text : sources.texts(source, campaigns.get(id), show.linked(id)).entrySet()) {
        String field = "sections." + text.getKey();
        if (form.value(field).isBlank() && !text.getValue().isBlank()) {
          form.with(field, text.getValue());
          filled = true;
        }
      }
    }
    return form(id, current, form, filled);
  }

  /** Saves, and submits the campaign to the head of division if that was asked for. */
  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response save(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          BriefVersion saved = briefs.save(viewer.actor(), id, draft(form));
          if (!form.has("then", "submit")) {
            return Flash.to("/campaigns/" + id + "/brief", "campaign.flash.brief");
          }
          // What is refused now is only the submitting: the text is saved, and the next saving
          // begins from it.
          form.with(BASED_ON, saved.sha256());
          steps.take(viewer.actor(), id, CampaignStep.SUBMIT, TakeStep.none());
          return Flash.to("/campaigns/" + id, "campaign.flash." + CampaignStep.SUBMIT);
        },
        again -> {
          BriefVersion current = briefs.current(id).orElseThrow(Problem::notFound);
          return form(id, current, again.against(stored(current), BASED_ON), false);
        });
  }

  /**
   * Saves while somebody writes, and answers with a part of the page: the hash that the next saving
   * is based on. For a draft alone: each text after approval is a version that creators may get.
   */
  @POST
  @Path("kept")
  @RolesAllowed(Role.Names.STAFF)
  public View keep(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    if (briefs.current(id).orElseThrow(Problem::notFound).bound()) {
      throw Problem.conflict("campaign.brief.kept-no-more");
    }
    BriefVersion saved = briefs.save(viewer.actor(), id, draft(form));
    return new View("campaign/brief_kept.jte", new Kept(saved));
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

  private View form(UUID id, BriefVersion current, Form form, boolean filled) {
    return new View(
        "campaign/brief_form.jte",
        new BriefEditor(
            campaigns.get(id),
            current,
            form,
            filled,
            show.linked(id),
            briefs.earlier(id),
            briefs.adLine()));
  }

  /** What was just saved by itself. */
  public record Kept(BriefVersion saved) {}

  /**
   * A brief to read.
   *
   * @param versions all versions, newest first
   * @param anonymous whether personal data is withheld from the reader
   */
  public record Show(
      CampaignHead head, BriefVersion version, List<BriefVersion> versions, boolean anonymous) {

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

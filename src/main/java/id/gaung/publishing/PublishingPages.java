package id.gaung.publishing;

import id.gaung.identity.People;
import id.gaung.kernel.Role;
import id.gaung.publishing.PublishingSwitch.SwitchState;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.publishing.PublishingSwitch.Waiting;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The page that stops everything, and lists what went wrong. */
@Path("publishing")
@Produces(MediaType.TEXT_HTML)
public final class PublishingPages {

  private static final String HOME = "/publishing";

  private final PublishingSwitch control;
  private final PostSlots slots;
  private final People people;

  PublishingPages(PublishingSwitch control, PostSlots slots, People people) {
    this.control = control;
    this.slots = slots;
    this.people = people;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  public View show(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return show(viewer, page, Form.empty());
  }

  private View show(Viewer viewer, int page, Form form) {
    SwitchState state = control.state();
    return new View(
        "publishing/switch.jte",
        new Show(
            state,
            control.waiting(),
            state.changedBy().map(id -> people.names(List.of(id)).getOrDefault(id, "")).orElse(""),
            slots.list(Posts.NEEDING_ATTENTION, PostFilter.NONE, page),
            viewer.is(Role.STAFF) || viewer.is(Role.APPROVER),
            form));
  }

  @POST
  @Path("stop")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  public Response stop(@Auth Viewer viewer, Form form) {
    return whole(form)
        .submit(
            TurnSwitch.class,
            order -> {
              control.stop(viewer.actor(), order);
              return Flash.to(HOME, "publishing.done.stopped");
            },
            again -> show(viewer, 1, again));
  }

  @POST
  @Path("start")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  public Response start(@Auth Viewer viewer, Form form) {
    return form.submit(
        TurnSwitch.class,
        order -> {
          control.start(viewer.actor(), order);
          return Flash.to(HOME, "publishing.done.started");
        },
        again -> show(viewer, 1, again));
  }

  /** A reason of the page's own and a few words make one text. */
  private static Form whole(Form form) {
    String cause = form.value("cause").strip();
    String words = form.value("reason").strip();
    if (cause.isEmpty() || words.startsWith(cause)) {
      return form;
    }
    return form.with("reason", words.isEmpty() ? cause : cause + ": " + words).with("cause", "");
  }

  /**
   * The switch, and what a person should look at.
   *
   * @param posts whether the reader may open posts
   */
  public record Show(
      SwitchState state,
      Waiting waiting,
      String changedBy,
      PostSlots.Listing attention,
      boolean posts,
      Form form) {}
}

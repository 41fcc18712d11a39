package id.gaung.mail;

import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.mail.MailViews.Line;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The administrator's page about mail: what is set, a try, what became of each message. */
@Path("settings/mail")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class MailPages {

  private final MailDecisions decisions;
  private final MailViews views;
  private final Optional<SmtpSettings> settings;
  private final Runnable send;

  /**
   * @param send sends at once what is due, beside the caller
   */
  MailPages(
      MailDecisions decisions, MailViews views, Optional<SmtpSettings> settings, Runnable send) {
    this.decisions = decisions;
    this.views = views;
    this.settings = settings;
    this.send = send;
  }

  @GET
  public View show(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return page(viewer, page, Form.empty());
  }

  /** A message to oneself. */
  @POST
  @Path("test")
  public Response test(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          decisions.test(viewer.actor());
          send.run();
          return Flash.to("/settings/mail", "mail.test.written");
        },
        again -> page(viewer, 1, again));
  }

  @POST
  @Path("{id}/again")
  public Response again(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return decided(viewer, form, by -> decisions.sendAgain(by.actor(), id), "mail.again.done");
  }

  @POST
  @Path("{id}/arrived")
  public Response arrived(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return decided(viewer, form, by -> decisions.arrived(by.actor(), id), "mail.arrived.done");
  }

  private Response decided(Viewer viewer, Form form, Consumer<Viewer> step, String done) {
    return form.attempt(
        () -> {
          step.accept(viewer);
          return Flash.to("/settings/mail", done);
        },
        again -> page(viewer, 1, again));
  }

  private View page(Viewer viewer, int number, Form form) {
    return new View(
        "mail/settings.jte",
        new Show(settings, views.lastTest(viewer.id()), views.unknown(), views.log(number), form));
  }

  /**
   * The page.
   *
   * @param settings empty where no server is set up
   * @param test the reader's last try
   */
  public record Show(
      Optional<SmtpSettings> settings,
      Optional<Line> test,
      List<Line> unknown,
      Page<Line> log,
      Form form) {

    /** Whether something is under way, so that the page looks again by itself. */
    public boolean isMoving() {
      return test.filter(
              line ->
                  (line.state() == MailState.QUEUED && line.attempts() == 0)
                      || line.state() == MailState.SENDING)
          .isPresent();
    }
  }
}

package id.gaung.mail;

import id.gaung.kernel.Role;
import id.gaung.mail.MailViews.Waiting;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** What waits to be passed on by hand, all of it; the first page shows the first of it. */
@Path("messages")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Names.STAFF, Role.Names.ADMIN})
public final class MessagePages {

  private static final int MOST = 100;

  private final MailDecisions decisions;
  private final MailViews views;

  MessagePages(MailDecisions decisions, MailViews views) {
    this.decisions = decisions;
    this.views = views;
  }

  @GET
  public View show(@Auth Viewer viewer) {
    return page(viewer, Form.empty());
  }

  @POST
  @Path("{id}/passed-on")
  public Response passedOn(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          decisions.passOn(viewer.actor(), id);
          return Flash.to(form.value("back").equals("/") ? "/" : "/messages", "mail.passed.done");
        },
        again -> page(viewer, again));
  }

  private View page(Viewer viewer, Form form) {
    return new View("mail/messages.jte", new Show(views.waiting(viewer, MOST), form));
  }

  /** The page. */
  public record Show(List<Waiting> messages, Form form) {}
}

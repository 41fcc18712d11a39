package id.gaung.task;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.FittedPhoto;
import id.gaung.media.PhotoAnswer;
import id.gaung.publishing.HandPosts;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.PublicPage;
import id.gaung.web.TakesFile;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;

/** A post to put out by hand, on a phone: no account, no password, the link is the key. */
@Path("tasks/{token}")
@Produces(MediaType.TEXT_HTML)
@PublicPage("the link is the key")
public final class TaskPages {

  private static final String CACHING = "private, max-age=3600";

  private final Tasks tasks;
  private final TaskViews sheets;

  TaskPages(Tasks tasks, TaskViews sheets) {
    this.tasks = tasks;
    this.sheets = sheets;
  }

  @GET
  public Response show(@PathParam("token") String token) {
    return unindexed(page(token, Form.empty()));
  }

  private View page(String token, Form form) {
    return new View("task/show.jte", sheets.of(token, tasks.read(token), form));
  }

  @POST
  @TakesFile
  public Response published(@PathParam("token") String token, Form form) {
    return form.attempt(
        () -> {
          Map<UUID, HandPosts.Given> given = sheets.given(tasks.read(token), form);
          tasks.published(token, given);
          boolean addressed = given.values().stream().anyMatch(one -> !one.address().isEmpty());
          return Flash.to("/tasks/" + token, addressed ? "task.done.published" : "task.done.shot");
        },
        again -> page(token, again));
  }

  @POST
  @Path("refuse")
  public Response refuse(@PathParam("token") String token, Form form) {
    return form.submit(
        RefuseTask.class,
        refusal -> {
          tasks.refuse(token, refusal);
          return Flash.to("/tasks/" + token, "task.done.refused");
        },
        again -> page(token, again));
  }

  @POST
  @Path("give")
  public Response give(@PathParam("token") String token, Form form) {
    return form.submit(
        GiveTask.class,
        gift -> {
          tasks.giving().give(tasks.read(token), gift);
          return Response.ok(new View("task/given.jte", new Given(sheets.office()))).build();
        },
        again -> page(token, again));
  }

  @POST
  @Path("early")
  public Response early(@PathParam("token") String token, Form form) {
    return form.attempt(
        () -> {
          tasks.tellEarly(token, form.value("early").equals("true"));
          return Flash.to("/tasks/" + token, "task.done.early");
        },
        again -> page(token, again));
  }

  /** A picture to save on the phone. */
  @GET
  @Path("media/{rendition}/{position}")
  @Produces({"image/jpeg", "image/png"})
  public Response media(
      @PathParam("token") String token,
      @PathParam("rendition") UUID rendition,
      @PathParam("position") int position,
      @Context Request request) {
    FittedPhoto photo = sheets.picture(tasks.read(token), rendition, position);
    String end = photo.mimeType().equals("image/png") ? "png" : "jpg";
    if (position < 1) {
      throw Problem.notFound();
    }
    return Response.fromResponse(PhotoAnswer.of(photo, request, CACHING))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"gaung-" + position + "." + end + "\"")
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  /** The task is with somebody else now. */
  public record Given(id.gaung.identity.Office office) {}

  private static Response unindexed(View view) {
    return Response.ok(view).header("X-Robots-Tag", "noindex, nofollow").build();
  }

  /**
   * Looks at a task's link before the picture that comes by it is read: a wrong link sends nothing.
   */
  static final class LinkFirst implements DynamicFeature {

    private final Tasks tasks;

    LinkFirst(Tasks tasks) {
      this.tasks = tasks;
    }

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
      if (info.getResourceClass() == TaskPages.class
          && info.getResourceMethod().isAnnotationPresent(TakesFile.class)) {
        context.register(new Gate(tasks));
      }
    }

    @Priority(Priorities.AUTHORIZATION)
    private record Gate(Tasks tasks) implements ContainerRequestFilter {
      @Override
      public void filter(ContainerRequestContext request) {
        tasks.read(String.valueOf(request.getUriInfo().getPathParameters().getFirst("token")));
      }
    }
  }

  /** Staff give a task to somebody else, on its post's page. */
  @Path("task-holders/{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Role.Names.STAFF)
  public static final class GivingPages {

    private final TaskGiving giving;

    GivingPages(TaskGiving giving) {
      this.giving = giving;
    }

    @POST
    public Response give(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
      UUID postId = giving.give(viewer.actor(), id, form.as(GiveTask.class));
      return Flash.to("/posts/" + postId, "task.done.given");
    }
  }
}

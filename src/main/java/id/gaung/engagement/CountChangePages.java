package id.gaung.engagement;

import id.gaung.kernel.Role;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Translator;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where an administrator keeps the days on which networks changed how they count. */
@Path("settings/counting")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class CountChangePages {

  private static final String HERE = "/settings/counting";

  private final CountChanges changes;

  CountChangePages(CountChanges changes) {
    this.changes = changes;
  }

  @GET
  public View list(@Auth Viewer viewer) {
    return page(Optional.empty(), Form.empty());
  }

  /** The same page with one of them to change. */
  @GET
  @Path("{id}")
  public View one(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return page(Optional.of(id), Form.of(EnterCountChange.of(changes.get(id))));
  }

  @POST
  public Response add(@Auth Viewer viewer, Form form) {
    return form.with("version", "0")
        .submit(
            EnterCountChange.class,
            entered -> {
              changes.add(viewer.actor(), entered);
              return Flash.to(HERE, "engagement.counting.added");
            },
            again -> page(Optional.empty(), again));
  }

  @POST
  @Path("{id}")
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        EnterCountChange.class,
        entered -> {
          changes.change(viewer.actor(), id, entered);
          return Flash.to(HERE, "engagement.counting.changed");
        },
        again ->
            page(
                Optional.of(id),
                again.against(Form.of(EnterCountChange.of(changes.get(id))), "version")));
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        Read.class,
        read -> {
          changes.remove(viewer.actor(), id, read.version());
          return Flash.to(HERE, "engagement.counting.removed");
        },
        again -> page(Optional.empty(), again));
  }

  private View page(Optional<UUID> chosen, Form form) {
    return new View("engagement/counting.jte", new Show(changes.all(), chosen, form));
  }

  /** The version that the reader saw. */
  record Read(int version) {}

  /**
   * @param chosen the one that the form changes; empty where it adds one
   */
  public record Show(List<CountChange> changes, Optional<UUID> chosen, Form form) {

    public String action() {
      return chosen.map(id -> HERE + "/" + id).orElse(HERE);
    }

    /** Networks by their stored names. */
    public Map<String, String> networks() {
      Map<String, String> named = new LinkedHashMap<>();
      NetworkModule.published().forEach(n -> named.put(n.name(), n.label()));
      changes.stream().map(CountChange::network).forEach(n -> named.put(n.name(), n.label()));
      return named;
    }

    /** Everything, and each metric. */
    public Map<String, String> metrics(Translator t) {
      Map<String, String> named = new LinkedHashMap<>();
      named.put("", t.get("engagement.counting.all"));
      for (Metric metric : Metric.values()) {
        named.put(metric.name(), t.name("metric", metric));
      }
      return named;
    }
  }
}

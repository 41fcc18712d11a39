package id.gaung.engagement;

import id.gaung.engagement.Engagement.PostEngagement;
import id.gaung.engagement.Engagement.ReadNow;
import id.gaung.engagement.Engagement.Standing;
import id.gaung.kernel.Role;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A post's figures: what its network counts, and what follows from it. */
@Path("engagement/posts/{id}")
@Produces(MediaType.TEXT_HTML)
public final class EngagementPages {

  private final Engagement engagement;

  EngagementPages(Engagement engagement) {
    this.engagement = engagement;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new View(
        "engagement/show.jte",
        Show.of(engagement.of(id), engagement.isHidden(id), viewer.is(Role.STAFF)));
  }

  @POST
  @Path("read")
  @RolesAllowed(Role.Names.STAFF)
  public Response read(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    ReadNow came = engagement.readNow(viewer.actor(), id);
    return Flash.to("/engagement/posts/" + id, "engagement.read-now." + came);
  }

  @POST
  @Path("check")
  @RolesAllowed(Role.Names.STAFF)
  public Response check(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    Standing standing = engagement.check(viewer.actor(), id);
    return Flash.to("/engagement/posts/" + id, "engagement.presence." + standing);
  }

  /**
   * @param counts the newest known value of each metric, in the order of {@link Metric}
   * @param figures every formula with its value, empty where an input is missing
   * @param readings one row per reading, newest first
   * @param hidden whether it stands on its account but its network does not show it
   */
  public record Show(
      PostEngagement post,
      Map<Metric, Snapshot> counts,
      List<NamedFigure> figures,
      List<ReadingRow> readings,
      boolean hidden,
      boolean mayAct) {

    /** A formula and what it gives for this post. */
    public record NamedFigure(String key, Optional<BigDecimal> value) {}

    /** All metrics as found at one instant. */
    public record ReadingRow(Instant at, Map<Metric, Snapshot> figures) {}

    /** Why the newest reading has no value of the metric; empty if it has, or nothing was read. */
    public Optional<Figure.Gap> gap(Metric metric) {
      return readings.stream()
          .findFirst()
          .map(row -> row.figures().get(metric))
          .flatMap(Snapshot::gap);
    }

    static Show of(PostEngagement post, boolean hidden, boolean mayAct) {
      Map<Metric, Snapshot> counts = new EnumMap<>(Metric.class);
      post.last().forEach(snapshot -> counts.put(snapshot.metric(), snapshot));
      List<NamedFigure> figures =
          Arrays.stream(Formula.values())
              .map(f -> new NamedFigure(f.key(), f.of(post.figures())))
              .toList();
      Map<Instant, Map<Metric, Snapshot>> byTime = new LinkedHashMap<>();
      post.readings()
          .forEach(
              snapshot ->
                  byTime
                      .computeIfAbsent(snapshot.observedAt(), at -> new EnumMap<>(Metric.class))
                      .put(snapshot.metric(), snapshot));
      List<ReadingRow> rows = new ArrayList<>();
      byTime.forEach((at, found) -> rows.add(new ReadingRow(at, found)));
      return new Show(post, counts, figures, rows, hidden, mayAct);
    }
  }
}

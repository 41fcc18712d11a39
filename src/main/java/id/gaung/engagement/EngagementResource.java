package id.gaung.engagement;

import id.gaung.channel.Budget;
import id.gaung.engagement.Engagement.PostEngagement;
import id.gaung.engagement.Engagement.ReadNow;
import id.gaung.engagement.Engagement.Standing;
import id.gaung.kernel.Role;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Figures of published posts. */
@Path("api/v1/engagement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "engagement")
public final class EngagementResource {

  private final Engagement engagement;
  private final TypedFigures typed;

  EngagementResource(Engagement engagement, TypedFigures typed) {
    this.engagement = engagement;
    this.typed = typed;
  }

  @POST
  @Path("posts/{id}/type")
  @Operation(summary = "Keeps what somebody read off a post that its network is not asked about")
  @RolesAllowed(Role.Names.STAFF)
  public PostEngagementResponse type(
      @Auth Viewer viewer, @PathParam("id") UUID id, TypeFigures figures) {
    typed.type(viewer.actor(), id, figures);
    return PostEngagementResponse.from(engagement.of(id));
  }

  @GET
  @Path("posts/{id}")
  @Operation(summary = "The newest counts of a published rendition, its figures and its readings")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
  public PostEngagementResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return PostEngagementResponse.from(engagement.of(id));
  }

  @POST
  @Path("posts/{id}/read")
  @Operation(
      summary = "Reads the counts of a published rendition now, and says what came of it",
      description = "Where nothing could be read, the figures are those of before.")
  @RolesAllowed(Role.Names.STAFF)
  public ReadNowResponse read(@Auth Viewer viewer, @PathParam("id") UUID id) {
    ReadNow outcome = engagement.readNow(viewer.actor(), id);
    return new ReadNowResponse(outcome, PostEngagementResponse.from(engagement.of(id)));
  }

  @POST
  @Path("posts/{id}/check")
  @Operation(
      summary = "Asks the network whether a post still stands; one that is gone counts as removed")
  @RolesAllowed(Role.Names.STAFF)
  public PresenceResponse check(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new PresenceResponse(engagement.check(viewer.actor(), id));
  }

  /**
   * A post's figures as the API gives them. What is missing is null, never 0.
   *
   * @param counts the newest known value of each metric
   * @param figures by formula, two decimals
   */
  record PostEngagementResponse(
      UUID renditionId,
      Instant publishedAt,
      OptionalLong followersAtPublication,
      Map<Metric, Count> counts,
      OptionalLong engagements,
      Map<String, Optional<BigDecimal>> figures,
      List<ReadingResponse> readings,
      Optional<Waits> waits) {

    /** Until when the counts are not read by themselves, and which limit of the network says so. */
    record Waits(Instant until, Optional<Limit> limit) {

      static Waits from(Budget.Wait wait) {
        return new Waits(
            wait.until(),
            wait.limit().map(l -> new Limit(l.of().name(), l.most(), l.used(), l.inPercent())));
      }
    }

    /** How much of a network's limit is used. */
    record Limit(String of, long most, long used, boolean inPercent) {}

    record Count(long value, Instant observedAt, Snapshot.Source source) {}

    record ReadingResponse(
        Metric metric,
        Optional<Long> value,
        Optional<Figure.Gap> gap,
        Instant observedAt,
        Snapshot.Source source) {}

    static PostEngagementResponse from(PostEngagement post) {
      Map<Metric, Count> counts = new LinkedHashMap<>();
      post.last()
          .forEach(
              s ->
                  s.value()
                      .ifPresent(
                          value ->
                              counts.put(
                                  s.metric(), new Count(value, s.observedAt(), s.source()))));
      Map<String, Optional<BigDecimal>> figures = new LinkedHashMap<>();
      for (Formula f : Formula.values()) {
        figures.put(f.key(), f.of(post.figures()));
      }
      return new PostEngagementResponse(
          post.watch().renditionId(),
          post.watch().publishedAt(),
          post.figures().followersAtPublication(),
          counts,
          post.figures().engagements(),
          figures,
          post.readings().stream()
              .map(
                  s ->
                      new ReadingResponse(
                          s.metric(), s.value(), s.gap(), s.observedAt(), s.source()))
              .toList(),
          post.waits().map(Waits::from));
    }
  }

  /** What a network said of a post, as the API gives it. */
  record PresenceResponse(Standing presence) {}

  /** What came of a reading that was asked for, as the API gives it. */
  record ReadNowResponse(ReadNow outcome, PostEngagementResponse engagement) {}
}

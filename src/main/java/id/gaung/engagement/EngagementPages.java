package id.gaung.engagement;

import id.gaung.engagement.Engagement.PostEngagement;
import id.gaung.engagement.Engagement.ReadNow;
import id.gaung.engagement.Engagement.Standing;
import id.gaung.engagement.SubjectDao.Subject;
import id.gaung.kernel.Role;
import id.gaung.media.ChosenPhoto;
import id.gaung.media.Photos;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.TakesFile;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** A post's figures: what its network counts, and what follows from it. */
@Path("engagement/posts/{id}")
@Produces(MediaType.TEXT_HTML)
public final class EngagementPages {

  private final Engagement engagement;
  private final TypedFigures typed;
  private final Photos photos;
  private final CountChanges countChanges;

  EngagementPages(
      Engagement engagement, TypedFigures typed, Photos photos, CountChanges countChanges) {
    this.engagement = engagement;
    this.typed = typed;
    this.photos = photos;
    this.countChanges = countChanges;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show(viewer, id, Form.empty());
  }

  private View show(Viewer viewer, UUID id, Form form) {
    PostEngagement post = engagement.of(id);
    Show shown =
        Show.of(
            post,
            engagement.subject(id),
            engagement.isHidden(id),
            countChanges.within(post.network(), post.readings()),
            viewer);
    return new View("engagement/show.jte", typed.isTyped(id) ? shown.typing(form) : shown);
  }

  /** Keeps what somebody read off the post and typed. */
  @POST
  @Path("type")
  @TakesFile
  @RolesAllowed(Role.Names.STAFF)
  public Response type(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          ChosenPhoto.keep(photos, viewer.actor(), form, "photo", "removePhoto", "photoId");
          typed.type(viewer.actor(), id, form.as(TypeFigures.class));
          return Flash.to("/engagement/posts/" + id, "engagement.done.typed");
        },
        again -> show(viewer, id, again));
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
   * @param metrics those that the network counts, or that were read once
   * @param counts the newest known value of each metric, in the order of {@link Metric}
   * @param figures every formula with its value, empty where an input is missing
   * @param readings one row per reading, newest first
   * @param changes when its network changed how it counts, while it was read
   * @param hidden whether it stands on its account but its network does not show it
   * @param campaigns whether the reader may open campaigns
   * @param typing where people type what it counts
   */
  public record Show(
      PostEngagement post,
      Subject subject,
      List<Metric> metrics,
      Map<Metric, Snapshot> counts,
      List<NamedFigure> figures,
      List<ReadingRow> readings,
      List<CountChange> changes,
      boolean hidden,
      boolean mayAct,
      boolean campaigns,
      Optional<Form> typing) {

    Show typing(Form form) {
      return new Show(
          post,
          subject,
          metrics,
          counts,
          figures,
          readings,
          changes,
          hidden,
          mayAct,
          campaigns,
          Optional.of(form));
    }

    /** What people can read off it. */
    public List<Metric> typed() {
      return metrics.stream()
          .filter(NetworkModule.counts(post.network()).typed()::contains)
          .toList();
    }

    /** Until when people type it. */
    public Instant typedUntil() {
      return TypedFigures.until(post.watch().publishedAt());
    }

    /** A formula and what it gives for this post. */
    public record NamedFigure(String key, Optional<BigDecimal> value) {}

    /** All metrics as found at one instant. */
    public record ReadingRow(Instant at, Map<Metric, Snapshot> figures) {

      Optional<Long> value(Metric metric) {
        return Optional.ofNullable(figures.get(metric)).flatMap(Snapshot::value);
      }

      /** The sum of those; empty if one of them is not known. */
      Optional<Long> sum(Collection<Metric> metrics) {
        return metrics.stream().allMatch(metric -> value(metric).isPresent())
            ? metrics.stream().flatMap(metric -> value(metric).stream()).reduce(Long::sum)
            : Optional.empty();
      }
    }

    /** What the post shows, else how its text begins; empty if it has neither. */
    public String name() {
      return subject.product().orElseGet(() -> text().lines().findFirst().orElse(""));
    }

    /** How the text begins, as people read it. */
    public String text() {
      return subject.beginning();
    }

    /** In rupiah, as the weekly report divides it; empty if either is not known. */
    public Optional<BigDecimal> costPerInteraction() {
      OptionalLong engagements = post.figures().engagements();
      return subject
          .cost()
          .filter(cost -> engagements.isPresent() && engagements.getAsLong() > 0)
          .map(
              cost ->
                  BigDecimal.valueOf(cost.amount())
                      .divide(
                          BigDecimal.valueOf(engagements.getAsLong()), 2, RoundingMode.HALF_UP));
    }

    /** The same as people read it: in whole rupiah, with sen only below one. */
    public Optional<String> costSaid(Formats f) {
      return costPerInteraction().map(f::rupiah);
    }

    /** Metrics that have their own tile: all that the network offers. */
    public List<Metric> tiles() {
      return metrics.stream().filter(metric -> !isUnoffered(metric)).toList();
    }

    /** Metrics that the network does not offer, in a sentence's words. */
    public List<String> unoffered(Translator t) {
      return metrics.stream()
          .filter(this::isUnoffered)
          .map(metric -> t.name("metric", metric).toLowerCase(Locale.ROOT))
          .toList();
    }

    private boolean isUnoffered(Metric metric) {
      return !counts.containsKey(metric)
          && gap(metric).filter(gap -> gap == Figure.Gap.NOT_OFFERED).isPresent();
    }

    /** Formulas that have a value. */
    public List<NamedFigure> figured() {
      return figures.stream().filter(figure -> figure.value().isPresent()).toList();
    }

    /** Names of those that have none. */
    public List<String> unfigured(Translator t) {
      return figures.stream()
          .filter(figure -> figure.value().isEmpty())
          .map(figure -> t.get("formula." + figure.key()))
          .toList();
    }

    /** Lines over time; none of what was known fewer than two times. */
    public List<TrendCharts> trends() {
      return Stream.of(
              TrendCharts.of(
                  "interactions", readings, row -> row.sum(post.figures().engagementSet())),
              TrendCharts.of(TrendCharts.VIEWS, readings, row -> row.value(Metric.VIEWS)))
          .flatMap(Optional::stream)
          .toList();
    }

    /** When its network changed how it counts what a line shows, between the line's ends. */
    public List<CountChange> changes(TrendCharts trend) {
      return trend.across(changes, post.figures().engagementSet());
    }

    /** Why the newest reading has no value of the metric; empty if it has, or nothing was read. */
    public Optional<Figure.Gap> gap(Metric metric) {
      return readings.stream()
          .findFirst()
          .map(row -> row.figures().get(metric))
          .flatMap(Snapshot::gap);
    }

    static Show of(
        PostEngagement post,
        Subject subject,
        boolean hidden,
        List<CountChange> changes,
        Viewer viewer) {
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
      boolean staff = viewer.is(Role.STAFF);
      return new Show(
          post,
          subject,
          List.of(Metric.values()),
          counts,
          figures,
          rows,
          changes,
          hidden,
          staff,
          staff || viewer.is(Role.APPROVER) || viewer.is(Role.OBSERVER),
          Optional.empty());
    }
  }
}

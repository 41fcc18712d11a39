package id.gaung.engagement;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channels;
import id.gaung.engagement.Snapshot.Source;
import id.gaung.engagement.TypedFigures.TypedDao.TypedRow;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Network;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaUses.MediaUse;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * What people read off a post and type, where nobody can ask its network: kept as readings like any
 * other, with who said so and, where there is one, a picture of it.
 */
public final class TypedFigures {

  /** The refusal of a count above that of the views, until a person confirms it. */
  public static final String UNLIKELY = "engagement.typed.above-views";

  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Foundation foundation;
  private final Watches watches;
  private final TypedDao dao;
  private final Channels channels;

  TypedFigures(Foundation foundation, Watches watches, Channels channels) {
    this.foundation = foundation;
    this.watches = watches;
    this.dao = foundation.jdbi().onDemand(TypedDao.class);
    this.channels = channels;
  }

  /** Whether people type what that post counts. */
  boolean isTyped(UUID renditionId) {
    return watches.isTyped(renditionId);
  }

  /** Until when they do. */
  static Instant until(Instant publishedAt) {
    return Watches.typedUntil(publishedAt);
  }

  /** Where photos among those prove a reading. */
  public List<MediaUse> shown(Set<UUID> photos) {
    return dao.shown(photos).stream()
        .map(
            row ->
                new MediaUse(
                    row.photoId(), "figures", "", "/engagement/posts/" + row.renditionId()))
        .toList();
  }

  /**
   * Keeps what was typed as one reading; what is left empty is not known, and never zero.
   *
   * @throws Problem if the post's counts are not typed, or nothing was typed
   */
  public void type(Actor by, UUID renditionId, TypeFigures typed) {
    Permissions.require(by, Role.STAFF);
    keep(by, renditionId, typed);
  }

  /**
   * As {@link #type}, by the creator whose post it is; only with a picture of what was read off.
   *
   * @throws Problem naming {@code photo} if there is none
   */
  public void typeOwn(Actor creator, UUID renditionId, TypeFigures typed) {
    if (typed.photoId().isEmpty()) {
      throw Problem.invalid("photo", "engagement.typed.no-photo");
    }
    keep(creator, renditionId, typed);
  }

  private void keep(Actor by, UUID renditionId, TypeFigures typed) {
    DueWatch watch = watches.find(renditionId).orElseThrow(Problem::notFound);
    if (!watches.isTyped(renditionId)) {
      throw Problem.conflict("engagement.typed.refused.read");
    }
    Network network = channels.get(watch.channelId()).network();
    Set<Metric> offered = NetworkModule.counts(network).typed();
    Map<Metric, Long> values = new EnumMap<>(Metric.class);
    offered.forEach(metric -> typed.of(metric).ifPresent(value -> values.put(metric, value)));
    if (values.isEmpty()) {
      throw Problem.invalid(field(Metric.LIKES), "engagement.typed.nothing");
    }
    List<FieldError> unlikely =
        typed.unlikely(values).stream()
            .map(metric -> new FieldError(field(metric), UNLIKELY, List.of()))
            .toList();
    if (!unlikely.isEmpty()) {
      throw Problem.invalid(unlikely);
    }
    Instant now = foundation.clock().instant();
    Instant seen = typed.seenAt().map(Wita::instant).orElse(now);
    if (seen.isAfter(now.plus(AHEAD))) {
      throw Problem.invalid("seenAt", "engagement.typed.future");
    }
    if (seen.isBefore(watch.publishedAt())) {
      throw Problem.invalid("seenAt", "engagement.typed.before");
    }
    Source source = typed.photoId().isPresent() ? Source.SCREENSHOT : Source.STAFF_TYPED;
    List<TypedRow> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Optional<Long> value = Optional.ofNullable(values.get(metric));
      Figure.Gap none = offered.contains(metric) ? Figure.Gap.NOT_YET : Figure.Gap.NOT_OFFERED;
      rows.add(
          new TypedRow(
              renditionId,
              metric,
              value,
              value.isPresent() ? Optional.empty() : Optional.of(none),
              seen,
              source,
              typed.photoId()));
    }
    foundation
        .transactions()
        .run(
            () -> {
              dao.insert(rows);
              typed
                  .followers()
                  .ifPresent(count -> dao.followers(watch.channelId(), count, seen, source.name()));
              foundation
                  .audit()
                  .record(
                      Change.of(by, "rendition.figures-typed", "rendition", renditionId)
                          .with("source", source));
            });
  }

  private static String field(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }

  interface TypedDao {

    /** A figure that somebody typed. */
    record TypedRow(
        UUID renditionId,
        Metric metric,
        Optional<Long> value,
        Optional<Figure.Gap> gap,
        Instant observedAt,
        Source source,
        Optional<UUID> photoId) {}

    @SqlBatch(
        """
        insert into snapshot (rendition_id, metric, value, gap, observed_at, source,
          evidence_photo_id)
        values (:renditionId, :metric, :value, :gap, :observedAt, :source, :photoId)
        """)
    void insert(@BindMethods Collection<TypedRow> rows);

    @SqlUpdate(
        """
        insert into follower_snapshot (channel_id, value, observed_at, source)
        values (:channelId, :value, :observedAt, :source)
        """)
    void followers(UUID channelId, long value, Instant observedAt, String source);

    /** A reading that a photo proves. */
    record ShownRow(UUID photoId, UUID renditionId) {}

    @SqlQuery(
        """
        select distinct evidence_photo_id as photo_id, rendition_id from snapshot
        where evidence_photo_id = any(:photos)
        """)
    List<ShownRow> shown(Collection<UUID> photos);
  }
}

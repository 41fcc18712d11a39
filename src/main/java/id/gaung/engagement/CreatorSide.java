package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.SocialSide;
import id.gaung.collaboration.VideoLimits;
import id.gaung.engagement.CreatorSide.CreatorSideDao.Reading;
import id.gaung.kernel.Network;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.TextLength;
import id.gaung.platform.VideoRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What creators see of the accounts and of the posts made of their content. */
final class CreatorSide implements SocialSide {

  private final CreatorSideDao dao;
  private final Channels channels;
  private final Platforms platforms;

  CreatorSide(Foundation foundation, Channels channels, Platforms platforms) {
    this.dao = foundation.jdbi().onDemand(CreatorSideDao.class);
    this.channels = channels;
    this.platforms = platforms;
  }

  /**
   * Of several accounts on a network the one with the least room counts, under the photos or the
   * film that creators hand in.
   */
  @Override
  public List<Room> rooms(String caption) {
    Map<Network, Room> rooms = new TreeMap<>();
    for (Channel channel : channels.connected()) {
      platforms
          .find(channel.network())
          .map(platform -> platform.rules(channel.account()).captionLength(caption))
          .ifPresent(
              length ->
                  rooms.merge(
                      channel.network(),
                      room(channel.network(), length),
                      (one, other) -> one.left() <= other.left() ? one : other));
    }
    return List.copyOf(rooms.values());
  }

  private static Room room(Network network, TextLength length) {
    return new Room(network.path(), network.label(), length.used(), length.limit());
  }

  @Override
  public List<VideoLimits> videos() {
    Map<Network, VideoLimits> limits = new TreeMap<>();
    for (Channel channel : channels.connected()) {
      platforms
          .publishing(channel)
          .flatMap(platform -> platform.rules(channel.account()).video())
          .ifPresent(
              rules ->
                  limits.merge(
                      channel.network(), limits(channel.network(), rules), VideoLimits::and));
    }
    return List.copyOf(limits.values());
  }

  private static VideoLimits limits(Network network, VideoRules rules) {
    return new VideoLimits(
        network.path(),
        network.label(),
        rules.shortest(),
        rules.longest(),
        rules.maxBytes(),
        rules.minRatio(),
        rules.maxRatio(),
        rules.maxWidth(),
        rules.mimeTypes());
  }

  @Override
  public Map<UUID, List<Posted>> posted(Collection<UUID> deliverableIds) {
    if (deliverableIds.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Reading>> byRendition = new LinkedHashMap<>();
    for (Reading reading : dao.posted(deliverableIds)) {
      byRendition.computeIfAbsent(reading.renditionId(), id -> new ArrayList<>()).add(reading);
    }
    Map<UUID, Channel> known =
        channels.find(
            byRendition.values().stream().map(r -> r.get(0).channelId()).distinct().toList());
    Map<UUID, List<Posted>> posted = new LinkedHashMap<>();
    for (List<Reading> readings : byRendition.values()) {
      Channel channel = known.get(readings.get(0).channelId());
      if (channel != null) {
        Posted one = posted(channel, readings);
        posted.computeIfAbsent(one.deliverableId(), id -> new ArrayList<>()).add(one);
      }
    }
    return posted;
  }

  private static Posted posted(Channel channel, List<Reading> readings) {
    Reading first = readings.get(0);
    Map<Metric, Long> counts = new EnumMap<>(Metric.class);
    for (Reading reading : readings) {
      reading
          .metric()
          .ifPresent(metric -> reading.value().ifPresent(value -> counts.put(metric, value)));
    }
    PostFigures figures =
        new PostFigures(
            NetworkModule.counts(channel.network()).engagements(), counts, OptionalLong.empty());
    return new Posted(
        first.deliverableId(),
        channel.network().path(),
        channel.network().label(),
        channel.handle(),
        first.remoteUrl(),
        first.publishedAt(),
        first.gone(),
        named(counts),
        figures.count(Metric.VIEWS),
        figures.engagements());
  }

  private static Map<String, Long> named(Map<Metric, Long> counts) {
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach((metric, count) -> named.put(metric.name(), count));
    return named;
  }

  interface CreatorSideDao {

    /**
     * The newest value of one metric of a post that is out or was.
     *
     * @param metric empty while nothing was read
     */
    record Reading(
        UUID deliverableId,
        UUID renditionId,
        UUID channelId,
        Optional<String> remoteUrl,
        Instant publishedAt,
        boolean gone,
        Optional<Metric> metric,
        Optional<Long> value) {}

    @SqlQuery(
        """
        select o.deliverable_id, o.rendition_id, o.channel_id, o.remote_url, o.published_at,
          o.state = 'REMOVED' as gone, s.metric, s.value
        from publishing_outcome_line o
        left join lateral (
          select distinct on (metric) metric, value from snapshot
          where rendition_id = o.rendition_id and value is not null
          order by metric, observed_at desc, id desc) s on true
        where o.deliverable_id = any(:ids) and o.state in ('PUBLISHED', 'REMOVED')
        order by o.published_at, o.rendition_id
        """)
    List<Reading> posted(Collection<UUID> ids);
  }
}

package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.DraftFit;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaItem;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.VideoFacts;
import id.gaung.platform.TextLength;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds drafts against the rules of the accounts that are connected. */
final class ConnectedAccountsFit implements DraftFit {

  private final Channels channels;
  private final Platforms platforms;
  private final MediaSource media;
  private final Clock clock;

  ConnectedAccountsFit(Channels channels, Platforms platforms, MediaSource media, Clock clock) {
    this.media = media;
    this.clock = clock;
    this.channels = channels;
    this.platforms = platforms;
  }

  @Override
  public List<Fit> of(String caption, List<DraftPhoto> shown) {
    Optional<VideoFacts> video = video(shown);
    return channels.connected().stream()
        .sorted(Comparator.comparing(Channel::network).thenComparing(Channel::id))
        .flatMap(
            channel ->
                platforms.publishing(channel).stream()
                    .map(
                        platform ->
                            fit(
                                channel,
                                platform.rules(channel.account()),
                                caption,
                                !shown.isEmpty(),
                                video)))
        .toList();
  }

  @Override
  public Optional<Instant> proposed() {
    LocalDateTime now = Wita.dateTime(clock.instant()).truncatedTo(ChronoUnit.MINUTES);
    return QuickTimes.fresh(now).stream().findFirst().map(Wita::instant);
  }

  private Optional<VideoFacts> video(List<DraftPhoto> shown) {
    Map<UUID, MediaItem> items = media.items(shown.stream().map(DraftPhoto::photoId).toList());
    return shown.stream()
        .flatMap(
            one ->
                Stream.ofNullable(items.get(one.photoId()))
                    .filter(MediaItem::isVideo)
                    .map(item -> LibraryMedia.facts(item, one.altText())))
        .findFirst();
  }

  private static Fit fit(
      Channel channel,
      ContentRules rules,
      String caption,
      boolean attached,
      Optional<VideoFacts> video) {
    TextLength length = attached ? rules.captionLength(caption) : rules.length(caption);
    return new Fit(
        channel.network().path(),
        channel.network().label(),
        channel.handle(),
        length.used(),
        length.limit(),
        rules.asShown(caption).stream()
            .map(part -> new Part(part.kind() == Segment.Kind.PLAIN, part.text()))
            .toList(),
        !rules.textAlone(),
        video.map(facts -> rules.check(caption, facts)).orElse(List.of()).stream()
            .filter(ReadyMedia::isOfMedia)
            .map(issue -> new Against(issue.key(), issue.args()))
            .toList());
  }
}

package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaItem;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.PostOption;
import id.gaung.platform.SocialPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a post by the rules of each of its networks, with the pictures as they will be sent, and
 * names everything that stands against it at once. Makes pictures fit on the way, so to be called
 * outside a transaction.
 */
final class Composition {

  private static final Duration EARLIEST = Duration.ofMinutes(1);
  private static final Duration LATEST = Duration.ofDays(366);

  private final Channels channels;
  private final Platforms platforms;
  private final MediaSource media;
  private final Clock clock;

  Composition(Channels channels, Platforms platforms, MediaSource media, Clock clock) {
    this.channels = channels;
    this.platforms = platforms;
    this.media = media;
    this.clock = clock;
  }

  /**
   * @return those of their media that are videos
   * @throws Problem invalid, with a field {@code text-CHANNEL}, {@code media-CHANNEL}, {@code
   *     dueAt-CHANNEL} or {@code altText-CHANNEL} each
   */
  Set<UUID> check(List<ComposedRendition> renditions) {
    Map<UUID, MediaItem> items = items(renditions);
    refuse(errors(renditions, items, true));
    return items.values().stream()
        .filter(MediaItem::isVideo)
        .map(MediaItem::id)
        .collect(Collectors.toSet());
  }

  private Map<UUID, MediaItem> items(List<ComposedRendition> renditions) {
    return media.items(
        renditions.stream()
            .flatMap(r -> r.pictures().stream())
            .map(ComposePost.PictureChoice::photoId)
            .distinct()
            .toList());
  }

  /** The same of one that was composed before, when a picture needed no description. */
  void checkAgain(ComposedRendition rendition) {
    List<ComposedRendition> alone = List.of(rendition);
    refuse(errors(alone, items(alone), false));
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private List<FieldError> errors(
      List<ComposedRendition> renditions, Map<UUID, MediaItem> items, boolean describedPictures) {
    Map<UUID, Channel> known =
        channels.find(renditions.stream().map(ComposedRendition::channelId).toList());
    List<FieldError> errors = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (ComposedRendition r : renditions) {
      Channel channel = known.get(r.channelId());
      if (channel == null || channel.isOutside() || !seen.add(r.channelId())) {
        errors.add(FieldError.of("renditions", "publishing.channel-unknown"));
        continue;
      }
      if (!channel.isConnected()) {
        errors.add(
            FieldError.of(
                "renditions",
                channel.isBlocked()
                    ? "publishing.channel-blocked"
                    : "publishing.channel-not-connected",
                channel.shownAs()));
        continue;
      }
      dueAt(r.dueAt())
          .map(key -> FieldError.of("dueAt-" + r.channelId(), key).about(channel.shownAs()))
          .ifPresent(errors::add);
      if (describedPictures && r.pictures().stream().anyMatch(p -> p.altText().isBlank())) {
        errors.add(
            FieldError.of("altText-" + r.channelId(), "publishing.alt-required")
                .about(channel.shownAs()));
      }
      errors.addAll(licences(channel, r, items));
      errors.addAll(content(channel, r, items));
    }
    return errors;
  }

  /** What may not be shown there, or not any more by then. */
  private static List<FieldError> licences(
      Channel channel, ComposedRendition r, Map<UUID, MediaItem> items) {
    Instant due = Wita.instant(r.dueAt());
    List<FieldError> errors = new ArrayList<>();
    for (ComposePost.PictureChoice picture : r.pictures()) {
      MediaItem item = items.get(picture.photoId());
      if (item != null && item.isOver(due)) {
        errors.add(
            FieldError.of("dueAt-" + r.channelId(), "publishing.licence-over", item.name())
                .about(channel.shownAs()));
      }
      if (item != null && !item.mayBeOn(channel.network().path())) {
        errors.add(
            FieldError.of("media-" + r.channelId(), "publishing.licence-elsewhere", item.name())
                .about(channel.shownAs()));
      }
    }
    return errors;
  }

  /** The key of what is wrong with a time; empty if nothing. */
  Optional<String> dueAt(LocalDateTime dueAt) {
    Instant due = Wita.instant(dueAt);
    Instant now = clock.instant();
    if (due.isBefore(now.minus(EARLIEST))) {
      return Optional.of("publishing.due-past");
    }
    return due.isAfter(now.plus(LATEST)) ? Optional.of("publishing.due-far") : Optional.empty();
  }

  private List<FieldError> content(
      Channel channel, ComposedRendition r, Map<UUID, MediaItem> items) {
    boolean video =
        r.pictures().stream()
            .anyMatch(
                shown ->
                    Optional.ofNullable(items.get(shown.photoId()))
                        .filter(MediaItem::isVideo)
                        .isPresent());
    if (video && r.pictures().size() > 1) {
      return List.of(
          FieldError.of("media-" + r.channelId(), "publishing.video-alone")
              .about(channel.shownAs()));
    }
    SocialPlatform platform =
        platforms.publishing(channel).orElseGet(() -> platforms.of(channel.network()));
    ContentRules rules = platform.rules(channel.account());
    List<RenditionPicture> chosen = new ArrayList<>();
    for (ComposePost.PictureChoice picture : r.pictures()) {
      chosen.add(
          new RenditionPicture(
              r.channelId(), chosen.size() + 1, picture.photoId(), picture.altText(), video));
    }
    PostOptions options = new PostOptions(r.options());
    Stream<FieldError> issues =
        Stream.concat(
                media.ready(chosen, channel.network(), rules).against(rules, r.text()).stream(),
                options.against(channel).stream())
            .map(
                issue ->
                    new FieldError(field(issue, r.channelId()), issue.key(), issue.args())
                        .about(channel.shownAs()));
    return Stream.concat(
            issues, FollowingCheck.against(channel, rules, options.following()).stream())
        .toList();
  }

  /** What is wrong with a title stands at the field of the title. */
  private static String field(Issue issue, UUID channelId) {
    return issue.key().startsWith("content.title")
        ? new AskedOption(PostOption.TITLE, List.of(), true).field(channelId.toString())
        : (ReadyMedia.isOfMedia(issue) ? "media-" : "text-") + channelId;
  }
}

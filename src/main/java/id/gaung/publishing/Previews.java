package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.media.Library;
import id.gaung.media.MediaItem;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.ContentRules.PictureFacts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PictureRules;
import id.gaung.publishing.ComposePost.PictureChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows posts as the networks will, from a form as far as it is filled in. */
public final class Previews {

  private static final int CHOICES = 12;

  private final Channels channels;
  private final Platforms platforms;
  private final Library library;

  Previews(Channels channels, Platforms platforms, Library library) {
    this.channels = channels;
    this.platforms = platforms;
    this.library = library;
  }

  /** The newest of the library, to choose from. */
  List<MediaItem> media() {
    return library.newest(CHOICES);
  }

  Optional<MediaItem> media(UUID id) {
    return library.find(id);
  }

  /**
   * One for each chosen channel that exists, in the given order.
   *
   * @param photoId the photo or video of the post, if it is stored already
   * @param card of a link, where nothing else is shown
   */
  List<ChannelPreview> of(PostForm typed, Optional<UUID> photoId, PostCard card) {
    Map<UUID, Channel> known = channels.find(typed.channelIds());
    Optional<MediaItem> video = photoId.flatMap(library::find).filter(MediaItem::isVideo);
    List<ChannelPreview> previews = new ArrayList<>();
    for (UUID id : typed.channelIds()) {
      Channel channel = known.get(id);
      if (channel != null) {
        platforms
            .publishing(channel)
            .map(platform -> platform.rules(channel.account()))
            .ifPresent(rules -> previews.add(preview(channel, rules, typed, photoId, video, card)));
      }
    }
    return previews;
  }

  private static ChannelPreview preview(
      Channel channel,
      ContentRules rules,
      PostForm typed,
      Optional<UUID> photoId,
      Optional<MediaItem> ofPost,
      PostCard card) {
    String text = typed.textOf(channel.id());
    boolean withPhoto = !typed.withoutPhoto(channel.id());
    boolean newPhoto = withPhoto && typed.hasNewPhoto();
    Optional<UUID> stored = photoId.filter(id -> withPhoto && !newPhoto);
    Optional<MediaItem> video = ofPost.filter(item -> stored.isPresent());
    List<PictureFacts> pictures =
        newPhoto || stored.isPresent()
            ? List.of(madeFit(rules.pictures(), typed.altText()))
            : List.of();
    FollowingWords following = typed.following(channel.id());
    return new ChannelPreview(
        channel,
        video.isPresent() || !pictures.isEmpty() ? rules.captionLength(text) : rules.length(text),
        rules.asShown(text),
        video
            .map(item -> rules.check(text, LibraryMedia.facts(item, typed.altText())))
            .orElseGet(() -> rules.check(text, pictures))
            .stream()
            .filter(Previews::isNotLength)
            .toList(),
        stored,
        video,
        video.isPresent()
            ? List.of()
            : typed.pictures(channel.id(), photoId).stream().skip(1).toList(),
        video.isPresent() ? 0 : typed.leftOut(channel.id(), photoId),
        newPhoto,
        pictures.isEmpty() && video.isEmpty()
            ? card.preview(NetworkModule.of(channel.network()), rules, text)
            : Optional.empty(),
        following.thread().stream()
            .map(part -> new ChannelPreview.Part(part, rules.length(part)))
            .toList(),
        following.comment());
  }

  /** The card of a post's link on an account, where it shows nothing else. */
  Optional<CardPreview> card(RenditionRow row, Channel channel, PostCard card) {
    return channel.isByHand()
        ? Optional.empty()
        : platforms
            .publishing(channel)
            .flatMap(
                platform ->
                    card.preview(
                        NetworkModule.of(channel.network()),
                        platform.rules(channel.account()),
                        row.text()));
  }

  /** Of several photos those after the first, for each channel as many as its network takes. */
  Map<UUID, PostForm.Further> further(List<UUID> channelIds, List<DraftPhoto> photos) {
    Map<UUID, PostForm.Further> further = new HashMap<>();
    channels
        .find(channelIds)
        .forEach(
            (id, channel) ->
                platforms
                    .find(channel.network())
                    .map(platform -> platform.rules(channel.account()).pictures().maxCount())
                    .ifPresent(
                        most ->
                            further.put(
                                id,
                                new PostForm.Further(
                                    photos.stream()
                                        .limit(most)
                                        .skip(1)
                                        .map(p -> new PictureChoice(p.photoId(), p.altText()))
                                        .toList(),
                                    Math.max(0, photos.size() - most)))));
    return further;
  }

  private static boolean isNotLength(Issue issue) {
    return !issue.key().equals("content.text-too-long")
        && !issue.key().equals("content.caption-too-long");
  }

  /** Pictures are made fit when the post is stored, which takes too long while somebody types. */
  private static PictureFacts madeFit(PictureRules rules, String altText) {
    double ratio = Math.max(rules.minRatio(), Math.min(rules.maxRatio(), 1));
    int width = rules.maxWidth();
    return new PictureFacts(
        rules.mimeTypes().get(0), 1, width, (int) Math.round(width / ratio), altText);
  }
}

package id.gaung.publishing;

import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.LookUpRequest.OpenPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The other posts of a rendition's channel, for the look-up of that rendition. */
final class KnownPosts implements ChannelPosts {

  /** The nodes' clocks differ by less. */
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  /** How long what was given up is still thought of. */
  private static final Duration GIVEN_UP = Duration.ofDays(2);

  /** What a reader sees of a picture. */
  private record Shown(UUID photoId, String altText) {}

  private final ChannelPostsDao dao;
  private final UUID channelId;
  private final UUID id;
  private final Instant firstAttemptAt;
  private final List<Shown> pictures;

  KnownPosts(
      ChannelPostsDao dao,
      UUID channelId,
      UUID id,
      Instant firstAttemptAt,
      List<RenditionPicture> pictures) {
    this.dao = dao;
    this.channelId = channelId;
    this.id = id;
    this.firstAttemptAt = firstAttemptAt;
    this.pictures = shown(pictures);
  }

  @Override
  public Set<String> outBefore(Collection<String> remoteIds) {
    return Set.copyOf(dao.outBefore(channelId, id, remoteIds, firstAttemptAt.minus(CLOCKS)));
  }

  @Override
  public Set<String> held(Collection<String> marks) {
    return Set.copyOf(dao.held(channelId, id, marks));
  }

  @Override
  public List<OpenPost> open() {
    List<ChannelPostsDao.OpenRow> rows = dao.open(channelId, id, firstAttemptAt.minus(GIVEN_UP));
    Map<UUID, List<RenditionPicture>> theirs =
        dao.pictures(rows.stream().map(ChannelPostsDao.OpenRow::id).toList()).stream()
            .collect(Collectors.groupingBy(RenditionPicture::renditionId));
    return rows.stream().map(row -> open(row, theirs.getOrDefault(row.id(), List.of()))).toList();
  }

  private OpenPost open(ChannelPostsDao.OpenRow row, List<RenditionPicture> theirs) {
    return new OpenPost(
        row.text(),
        theirs.stream().map(RenditionPicture::altText).toList(),
        shown(theirs).equals(pictures),
        new Checkpoint(row.checkpoint()),
        row.state() == RenditionState.PUBLISHING);
  }

  private static List<Shown> shown(List<RenditionPicture> pictures) {
    return pictures.stream().map(p -> new Shown(p.photoId(), p.altText())).toList();
  }
}

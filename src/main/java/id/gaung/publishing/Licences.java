package id.gaung.publishing;

import id.gaung.kernel.Problem;
import id.gaung.media.MediaItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether what posts show may still be shown at another time than the one they were planned for.
 */
final class Licences {

  private final PostDao posts;
  private final MediaSource media;

  Licences(PostDao posts, MediaSource media) {
    this.posts = posts;
    this.media = media;
  }

  /**
   * @param at when each of them will be out
   * @throws Problem invalid, of the field {@code dueAt}, if a licence will have ended by then
   */
  void refuseEnded(Collection<RenditionRow> rows, Function<RenditionRow, Instant> at) {
    List<RenditionPicture> shown =
        rows.isEmpty() ? List.of() : posts.pictures(rows.stream().map(RenditionRow::id).toList());
    if (shown.isEmpty()) {
      return;
    }
    Map<UUID, MediaItem> items =
        media.items(shown.stream().map(RenditionPicture::photoId).distinct().toList());
    Map<UUID, RenditionRow> planned =
        rows.stream().collect(Collectors.toMap(RenditionRow::id, Function.identity(), (a, b) -> a));
    for (RenditionPicture one : shown) {
      MediaItem item = items.get(one.photoId());
      if (item != null && item.isOver(at.apply(planned.get(one.renditionId())))) {
        throw Problem.invalid("dueAt", "publishing.licence-over", item.name());
      }
    }
  }
}

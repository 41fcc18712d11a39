package id.gaung.publishing;

import id.gaung.kernel.Wita;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Checks what is changed later: a time, or a text by its network's rules with its pictures. */
final class RenditionRevision {

  private final PostDao posts;
  private final Composition composition;
  private final Clock clock;

  RenditionRevision(PostDao posts, Composition composition, Clock clock) {
    this.posts = posts;
    this.composition = composition;
    this.clock = clock;
  }

  /** The key of what is wrong with a time; empty if nothing. */
  Optional<String> dueAt(LocalDateTime dueAt) {
    return composition.dueAt(dueAt);
  }

  void check(RenditionRow row, String text) {
    List<ComposePost.PictureChoice> pictures =
        posts.pictures(List.of(row.id())).stream()
            .map(p -> new ComposePost.PictureChoice(p.photoId(), p.altText()))
            .toList();
    // The time is judged when it is approved.
    LocalDateTime now = Wita.dateTime(clock.instant());
    composition.checkAgain(
        new ComposedRendition(
            row.channelId(), text, now, pictures, PostOptions.of(row.options()).chosen()));
  }
}

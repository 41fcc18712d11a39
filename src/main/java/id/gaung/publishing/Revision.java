package id.gaung.publishing;

import id.gaung.kernel.Wita;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

/** Checks a text that is written again by its network's rules, with the pictures it has. */
final class Revision {

  private final PostDao posts;
  private final Composition composition;
  private final Clock clock;

  Revision(PostDao posts, Composition composition, Clock clock) {
    this.posts = posts;
    this.composition = composition;
    this.clock = clock;
  }

  void check(RenditionRow row, String text) {
    List<ComposePost.PictureChoice> pictures =
        posts.pictures(List.of(row.id())).stream()
            .map(p -> new ComposePost.PictureChoice(p.photoId(), p.altText()))
            .toList();
    // The time is judged when it is approved.
    LocalDateTime now = Wita.dateTime(clock.instant());
    composition.check(List.of(new ComposePost.Rendition(row.channelId(), text, now, pictures)));
  }
}

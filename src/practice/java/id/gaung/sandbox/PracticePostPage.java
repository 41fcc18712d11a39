package id.gaung.sandbox;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What the page of a practice post shows.
 *
 * @param showsViews whether the network tells views, reach and saves
 */
public record PracticePostPage(
    String text,
    String path,
    Instant createdAt,
    List<PostPicture> pictures,
    PracticeEngagement counts,
    boolean showsViews) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public String time() {
    return TIME.format(Wita.dateTime(createdAt)) + " WITA";
  }
}

package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CanvasTest {

  private static final Fit INSTAGRAM =
      Fit.of("instagram", 8_000_000, List.of("image/jpeg"), 0.8, 1.91, 320, 1440);

  @Property
  void every_photo_fits_instagrams_rules_whole_and_undistorted(
      @ForAll @IntRange(min = 1, max = 9000) int width,
      @ForAll @IntRange(min = 1, max = 9000) int height) {
    Canvas canvas = Canvas.of(width, height, INSTAGRAM, INSTAGRAM.maxWidth());

    assertThat(canvas.width()).isBetween(320, 1440);
    assertThat((double) canvas.width() / canvas.height()).isBetween(0.8, 1.91);
    assertThat(canvas.pictureWidth()).isBetween(1, canvas.width());
    assertThat(canvas.pictureHeight()).isBetween(1, canvas.height());
    boolean touches =
        canvas.pictureWidth() == canvas.width() || canvas.pictureHeight() == canvas.height();
    assertThat(touches).isTrue();
    double shorter = Math.min(canvas.pictureWidth(), canvas.pictureHeight());
    if (shorter > 100) {
      double before = (double) width / height;
      double after = (double) canvas.pictureWidth() / canvas.pictureHeight();
      assertThat(after / before).isBetween(0.97, 1.03);
    }
  }
}

package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaUses.MediaUse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A licence that has ended by a post's time, or does not cover its network, is told of in time. */
class LicencePostsTest extends PostsWorld {

  private void licence(UUID photo, String until, String networks) {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update photo set title = 'Mantau', licence_until = ?::timestamptz,"
                    + " licence_networks = ?::text[] where id = ?",
                until,
                networks,
                photo));
  }

  private List<String> refused(UUID photo) {
    List<String> keys = new java.util.ArrayList<>();
    assertThatThrownBy(() -> own(withPhoto(photo)))
        .isInstanceOfSatisfying(
            Problem.class, p -> p.errors().stream().map(FieldError::key).forEach(keys::add));
    return keys;
  }

  private ComposedRendition withPhoto(UUID photo) {
    return new ComposedRendition(
        channel,
        "Kabar kantor. #umkm",
        EVENING,
        List.of(new ComposePost.PictureChoice(photo, "Mantau hangat")));
  }

  @Test
  void a_licence_that_ends_before_the_post_is_told_when_it_is_scheduled() throws IOException {
    UUID photo = photo();
    // EVENING is 19.30 WITA.
    licence(photo, "2026-11-24T11:30:00Z", "{}");
    assertThat(refused(photo)).containsExactly("publishing.licence-over");
    licence(photo, "2026-11-24T11:30:01Z", "{}");
    UUID post = own(withPhoto(photo));
    assertThat(media.library().uses(List.of(photo)))
        .isEqualTo(
            Map.of(
                photo,
                List.of(new MediaUse(photo, "post", "Kabar kantor. #umkm", "/posts/" + post))));
  }

  @Test
  void a_licence_for_other_networks_is_told_too() throws IOException {
    UUID photo = photo();
    licence(photo, null, "{instagram}");
    assertThat(refused(photo)).containsExactly("publishing.licence-elsewhere");
    licence(photo, null, "{instagram,bluesky}");
    assertThat(own(withPhoto(photo))).isNotNull();
  }

  /** Somebody shortened the licence, or took a network out of it, after the post was planned. */
  @Test
  void a_planned_post_that_would_be_held_is_told_before_its_time() throws IOException {
    UUID photo = photo();
    UUID post = own(withPhoto(photo));
    LicenceGaps gaps = new LicenceGaps(world.jdbi, media.library(), channels.channels());
    licence(photo, "2026-11-24T11:30:01Z", "{bluesky}");
    assertThat(gaps.all()).isEmpty();

    licence(photo, "2026-11-24T11:30:00Z", "{}");
    assertThat(gaps.all())
        .containsExactly(new LicenceGaps.Gap(post, Wita.instant(EVENING), "Mantau"));
    licence(photo, null, "{instagram}");
    assertThat(gaps.all()).extracting(LicenceGaps.Gap::postId).containsExactly(post);
    publishing
        .renditions()
        .cancel(world.staff, only(post).id(), new WithdrawRendition("Batal", only(post).version()));
    assertThat(gaps.all()).isEmpty();
  }
}

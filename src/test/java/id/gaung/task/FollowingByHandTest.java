package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.followup.FollowUpFeature;
import id.gaung.kernel.Nets;
import id.gaung.platform.PostOption;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.FollowingWords;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows a post that a person puts out: it stands on the task, and nothing is sent. */
@Tag("database")
class FollowingByHandTest extends TaskWorld {

  private final FollowUpFeature followUp =
      new FollowUpFeature(world.foundation, channels, publishing);

  @Test
  void a_person_pastes_it_part_by_part_and_no_network_is_asked() {
    UUID linkedin = enter(Nets.LINKEDIN, "company/umkm-balikpapan", hand);
    UUID post =
        publishing
            .posts()
            .compose(
                world.staff,
                new ComposePost(
                    Optional.empty(),
                    Optional.of(world.activeCampaign()),
                    List.of(world.product),
                    List.of(
                        said(bluesky, PostOption.THREAD, "Bagian dua\n---\nBagian tiga"),
                        said(linkedin, PostOption.FIRST_COMMENT, "Tautan: toko.id"))));
    for (RenditionRow row : publishing.posts().renditions(post)) {
      publishing
          .renditions()
          .approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    }
    at(DUE);
    String token = token(hand);

    List<TaskAccount> accounts =
        tasks.read(token).posts().stream()
            .map(
                row ->
                    new TaskAccount(
                        row,
                        channels.channels().get(row.channelId()),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        true))
            .toList();

    assertThat(accounts)
        .extracting(TaskAccount::following)
        .containsExactlyInAnyOrder(
            new FollowingWords(List.of("Bagian dua", "Bagian tiga"), Optional.empty()),
            new FollowingWords(List.of(), Optional.of("Tautan: toko.id")));
    assertThat(accounts).allMatch(one -> one.words().isEmpty() && one.choices().isEmpty());
    UUID there = rows(post).get(bluesky).id();
    out(token, Map.of(there, "https://bsky.app/profile/umkm.bsky.social/post/3lbkripik"));
    assertThat(rows(post).get(bluesky).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(followUp.followUps().of(List.of(there))).isEmpty();
  }

  private static ComposedRendition said(UUID channel, PostOption option, String value) {
    return new ComposedRendition(
        channel, "Kopi Manggar #umkm", EVENING, List.of(), Map.of(option, value));
  }
}

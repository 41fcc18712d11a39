package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.FakePlatform;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.DraftFit;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Wita;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What publishing says of content to those who review it or look at what waits. */
class ReadyContentTest extends PostsWorld {

  @Test
  void a_post_is_called_by_the_title_of_its_content() {
    UUID work = approved();
    UUID post = publishing.posts().compose(world.staff, post(work, on(channel)));
    String title = world.collaboration.deliverables().find(work).orElseThrow().title();
    assertThat(new PostCounts(world.jdbi).names(List.of(post))).isEqualTo(Map.of(post, title));
    assertThat(new PostCounts(world.jdbi).names(List.of())).isEmpty();
  }

  @Test
  void drafts_are_shown_in_the_order_of_networks_everywhere_and_with_the_time_proposed() {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into channel (id, network, server, remote_id, handle, traits, label,"
                    + " state, connected_at) values (?, 'INSTAGRAM', 'https://ig.test', '1',"
                    + " 'kantor', '{}'::jsonb, 'Kantor', 'CONNECTED', now())",
                world.ids.next()));
    DraftFit fit =
        new ConnectedAccountsFit(
            channels.channels(),
            new Platforms(List.of(network, new FakePlatform(Nets.INSTAGRAM))),
            (chosen, network, rules) -> ReadyMedia.pictures(List.of()),
            world.clock);
    assertThat(fit.of("Enak", List.of()))
        .extracting(DraftFit.Fit::network)
        .containsExactly("instagram", "bluesky");
    assertThat(fit.proposed())
        .as("this evening, as the composer begins with")
        .contains(Wita.instant(EVENING.with(LocalTime.of(19, 0))));
  }
}

package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.publishing.ComposePost.PictureChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What the composer begins with. */
class UsualAccountsTest extends PostsWorld {

  private List<String> chosen() {
    UUID campaign = world.activeCampaign();
    return Jsoup.parse(
            render(
                publishing
                    .doors()
                    .pages()
                    .compose(viewer(world.staff), "", campaign.toString(), "", "")))
        .select("#f-channelIds input[checked]")
        .eachAttr("value");
  }

  private UUID byHand(Network network, String account) {
    Actor admin = world.entered(world.person("Admina", Role.ADMIN));
    return channels
        .hand()
        .enter(admin, new EnterChannel(network, account, "", admin.id().orElseThrow().toString()));
  }

  @Test
  void an_account_by_hand_is_chosen_only_where_nothing_else_publishes() {
    UUID second = byHand(Nets.BLUESKY, "kriya.bsky.social");
    assertThat(chosen()).containsExactly(channel.toString());
    channels
        .channels()
        .disconnect(
            world.person("Admina", Role.ADMIN),
            channel,
            new DisconnectChannel(channels.channels().get(channel).version()));
    assertThat(chosen()).containsExactly(second.toString());
  }

  private static List<Network> networks(List<Channel> accounts) {
    return accounts.stream().map(Channel::network).toList();
  }

  @Test
  void what_a_network_does_not_take_is_not_sent_to_it() {
    byHand(Nets.YOUTUBE, "RaniKuliner");
    byHand(Nets.INSTAGRAM, "rani.kuliner");
    UsualAccounts usual = new UsualAccounts(channels.channels());
    assertThat(networks(usual.all())).contains(Nets.YOUTUBE, Nets.INSTAGRAM, Nets.BLUESKY);
    assertThat(networks(usual.of(Optional.empty(), false)))
        .as("photos")
        .containsExactlyInAnyOrder(Nets.INSTAGRAM, Nets.BLUESKY);
    assertThat(networks(usual.of(Optional.empty(), true)))
        .as("a video")
        .containsExactlyInAnyOrder(Nets.YOUTUBE, Nets.INSTAGRAM, Nets.BLUESKY);
    ApprovedContent forInstagram =
        new ApprovedContent(
            world.ids.next(),
            world.ids.next(),
            CAPTION,
            List.of(),
            Optional.of(new DraftPhoto(world.ids.next(), "Amplang dikukus")),
            Set.of(Nets.INSTAGRAM));
    assertThat(networks(usual.of(Optional.of(forInstagram), true)))
        .as("a video that was made for one network")
        .containsExactly(Nets.INSTAGRAM);
  }

  @Test
  void a_creators_video_goes_out_as_approved_alone_and_nothing_in_its_place() {
    UUID video = world.ids.next();
    ApprovedContent approved =
        new ApprovedContent(
            world.ids.next(),
            world.ids.next(),
            CAPTION,
            List.of(),
            Optional.of(new DraftPhoto(video, "Amplang dikukus")),
            Set.of());
    assertThat(approved.photoId()).contains(video);
    assertThat(approved.altText()).isEqualTo("Amplang dikukus");
    assertThat(showing(video).isAsApproved(approved)).isTrue();
    assertThat(showing(world.ids.next()).isAsApproved(approved)).isFalse();
    assertThat(showing().isAsApproved(approved)).isFalse();
  }

  private ComposedRendition showing(UUID... shown) {
    return new ComposedRendition(
        channel,
        CAPTION,
        EVENING,
        List.of(shown).stream().map(id -> new PictureChoice(id, "Amplang dikukus")).toList());
  }
}

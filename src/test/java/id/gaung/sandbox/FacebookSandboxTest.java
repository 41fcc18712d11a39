package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.demo.NetworkPerson;
import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Run;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Facebook alone has: Pages to choose from, videos in pieces, a refusal of the same twice. */
@Tag("database")
class FacebookSandboxTest {

  private static final ContractWorld WORLD = new ContractWorld();
  private static final NetworkModule MODULE = NetworkModule.of(Nets.FACEBOOK);

  private final SocialPlatform client = WORLD.client(MODULE);
  private final Access access = WORLD.connected(MODULE);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private Run drive(Publication publication, int each) {
    return WORLD.drive(client, access, publication, Checkpoint.START, each);
  }

  private List<PracticePost> arrived(Publication publication) {
    return WORLD.arrived(MODULE, access, publication.text());
  }

  private static Attachment.Video wide(int bytes) {
    Attachment.Video upright = WORLD.video(bytes);
    return new Attachment.Video(
        upright.content(),
        upright.publicUrl(),
        upright.mimeType(),
        upright.bytes(),
        1920,
        1080,
        Duration.ofMinutes(3),
        upright.cover(),
        "");
  }

  @Test
  void a_login_opens_pages_of_which_one_may_not_be_published_to() {
    Connecting.Redirect redirect =
        (Connecting.Redirect) client.connect(Map.of(), ContractWorld.CALLBACK, "s");
    String code =
        new NetworkPerson().allow(redirect.authorize(), FacebookServer.OFFICE).get("code");

    Connecting.Choice choice =
        (Connecting.Choice) client.complete(redirect.pending(), code, ContractWorld.CALLBACK);

    assertThat(choice.options())
        .filteredOn(Connecting.Option::isOpen)
        .extracting(Connecting.Option::handle)
        .containsExactly(FacebookServer.OFFICE, FacebookServer.SECOND);
    assertThat(choice.options())
        .filteredOn(option -> !option.isOpen())
        .extracting(Connecting.Option::handle)
        .containsExactly(FacebookServer.CLOSED);
    assertThat(client.complete(redirect.pending(), code, ContractWorld.CALLBACK))
        .as("a code works once")
        .isInstanceOf(Connecting.Refused.class);
  }

  @Test
  void a_wide_video_goes_up_in_pieces_and_comes_out_once_whatever_is_killed() {
    Publication publication = WORLD.publication(wide(400_000), Map.of());

    Run run = drive(publication, 1);

    assertThat(run.steps()).as("start, four pieces, mark, finish, state").isGreaterThan(7);
    PracticePost post = arrived(publication).get(0);
    assertThat(post.remoteId()).isEqualTo(run.published().post().remoteId());
    assertThat(WORLD.shown(post).get(0).size()).isEqualTo(400_000);
  }

  @Test
  void a_piece_sent_twice_begins_the_upload_anew_and_one_post_comes_out() {
    Publication publication = WORLD.publication(wide(200_000), Map.of());
    Checkpoint begun =
        ((PublishStep.Continue) client.publish(access, publication, Checkpoint.START)).checkpoint();
    client.publish(access, publication, begun);

    PublishStep.Failed again = (PublishStep.Failed) client.publish(access, publication, begun);
    WORLD.drive(client, access, publication, again.checkpoint()).published();

    assertThat(again.failure().passes()).isTrue();
    assertThat(arrived(publication)).hasSize(1);
  }

  @Test
  void publishing_a_reel_again_after_a_lost_mark_makes_no_second_one() {
    Publication publication = WORLD.publication(WORLD.video(60_000), Map.of());
    drive(publication, 3).published();
    assertThat(arrived(publication)).hasSize(1);
  }

  @Test
  void the_same_text_again_is_refused_as_a_duplicate_and_found() {
    Publication publication = WORLD.publication(Attachment.NONE, Map.of());
    Run run = drive(publication, 1);

    PublishStep again = client.publish(access, publication, run.before());

    assertThat(again).isInstanceOf(PublishStep.Unknown.class);
    WORLD.practice.clock.move(Duration.ofMinutes(5));
    LookUp found = client.lookUp(access, LookUpRequest.of(publication, run.before()));
    assertThat(((LookUp.Found) found).post().remoteId())
        .isEqualTo(run.published().post().remoteId());
    assertThat(arrived(publication)).hasSize(1);
  }

  @Test
  void photos_that_a_post_shows_already_are_not_posted_twice() {
    Publication publication =
        WORLD.publication(WORLD.attachment(Optional.of(Attachment.Kind.PICTURES)), Map.of());
    Run run = drive(publication, 1);
    assertThat(client.publish(access, publication, run.before()))
        .isInstanceOf(PublishStep.Unknown.class);
    assertThat(arrived(publication)).hasSize(1);
  }

  @Test
  void a_posts_own_page_opens_at_the_address_that_is_kept() throws Exception {
    for (Attachment attachment : List.of(Attachment.NONE, WORLD.video(60_000))) {
      Publication publication = WORLD.publication(attachment, Map.of());
      URI address = drive(publication, 1).published().post().url().orElseThrow();
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).as(address.toString()).isEqualTo(200);
      assertThat(page.body()).contains(publication.text());
    }
  }
}

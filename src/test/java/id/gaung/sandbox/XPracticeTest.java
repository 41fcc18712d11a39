package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.demo.NetworkPerson;
import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Run;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What practice X does as the real one, and what the client makes of it. */
@Tag("database")
class XPracticeTest {

  private static final ContractWorld WORLD = new ContractWorld();
  private static final NetworkModule X = NetworkModule.of(Nets.X);

  private final SocialPlatform client = WORLD.client(X);
  private final Access access = WORLD.connected(X);

  @AfterEach
  void switchOff() {
    WORLD.practice.faults.switchOffAll(X);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static Publication publication(String text) {
    return new Publication(
        UUID.randomUUID(),
        WORLD.practice.clock.instant(),
        text,
        "id",
        Attachment.NONE,
        Map.of(),
        Optional.empty());
  }

  private Run publish(Publication publication) {
    return WORLD.drive(client, access, publication, Checkpoint.START);
  }

  private static Access renewed(SocialPlatform client, Access access) {
    Refreshing answer = client.refresh(access);
    assertThat(answer).isInstanceOf(Refreshing.Refreshed.class);
    return new Access(access.account(), ((Refreshing.Refreshed) answer).credentials());
  }

  @Test
  void a_spent_refresh_token_ends_all_that_came_of_it() {
    Access next = renewed(client, access);

    Refreshing again = client.refresh(access);

    assertThat(again)
        .isInstanceOfSatisfying(
            Refreshing.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.RECONNECT));
    assertThat(client.refresh(next)).isInstanceOf(Refreshing.Failed.class);
  }

  @Test
  void a_code_is_of_use_to_nobody_who_did_not_begin() {
    Connecting.Redirect begun =
        (Connecting.Redirect) client.connect(Map.of(), ContractWorld.CALLBACK, "state");
    Map<String, String> wrong = new HashMap<>(begun.pending());
    wrong.put("code_verifier", "x".repeat(43));
    Map<String, String> back =
        new NetworkPerson().allow(begun.authorize(), access.account().handle());

    assertThat(back).containsEntry("state", "state");
    assertThat(client.complete(wrong, back.getOrDefault("code", ""), ContractWorld.CALLBACK))
        .isInstanceOf(Connecting.Refused.class);
  }

  @Test
  void what_is_given_back_opens_nothing_any_more() {
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    assertThat(publish(publication("Sudah dicabut")).failed().failure().kind())
        .isEqualTo(Failure.Kind.TOKEN_EXPIRED);
    assertThat(client.refresh(access)).isInstanceOf(Refreshing.Failed.class);
  }

  @Test
  void addresses_come_back_wrapped_and_are_shown_as_they_were_typed() {
    String text = "Pesan di toko.id & https://wa.example/62812?x=1&y=2 <3 #UMKM";
    Publication publication = publication(text);
    WORLD.practice.faults.switchOn(NewFault.of(X, FaultKind.LOST_ANSWER).times(1));
    Run run = publish(publication);
    assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
    WORLD.practice.clock.move(Duration.ofMinutes(5));

    assertThat(client.lookUp(access, LookUpRequest.of(publication, run.before())))
        .isInstanceOf(LookUp.Found.class);
    Listing.Page page =
        (Listing.Page) client.list(access, publication.firstAttemptAt(), Optional.empty());
    assertThat(page.posts())
        .extracting(Listing.Post::text)
        .containsExactly(text.replace("toko.id", "http://toko.id"));
  }

  /** The list is late, the text is sent again, X refuses it: it came out once and is found. */
  @Test
  void a_lost_answer_a_late_list_and_a_refused_duplicate_end_in_one_post() {
    Publication publication = publication("Amplang terlambat #UMKM");
    WORLD.practice.faults.switchOn(NewFault.of(X, FaultKind.INDEX_LAG).amount(600_000).times(1));
    WORLD.practice.faults.switchOn(NewFault.of(X, FaultKind.LOST_ANSWER).times(1));
    Run first = publish(publication);
    WORLD.practice.clock.move(Duration.ofMinutes(5));
    LookUp answer = client.lookUp(access, LookUpRequest.of(publication, first.before()));
    assertThat(answer).isInstanceOf(LookUp.NotPublished.class);

    Run second =
        WORLD.drive(client, access, publication, ((LookUp.NotPublished) answer).checkpoint());

    assertThat(second.last()).isInstanceOf(PublishStep.Unknown.class);
    assertThat(client.lookUp(access, LookUpRequest.of(publication, second.before())))
        .isInstanceOf(LookUp.Undecided.class);
    WORLD.practice.clock.move(Duration.ofMinutes(10));
    assertThat(client.lookUp(access, LookUpRequest.of(publication, second.before())))
        .isInstanceOf(LookUp.Found.class);
    assertThat(WORLD.arrived(X, access, publication.text())).hasSize(1);
  }

  @Test
  void the_text_of_an_earlier_post_is_refused_and_both_stay_apart() {
    publish(publication("Amplang lagi #UMKM")).published();
    WORLD.practice.clock.move(Duration.ofMinutes(2));

    Failure failure = publish(publication("Amplang lagi #UMKM")).failed().failure();

    assertThat(failure.kind()).isEqualTo(Failure.Kind.TEXT_REJECTED);
    assertThat(WORLD.arrived(X, access, "Amplang lagi #UMKM")).hasSize(1);
  }

  @Test
  void without_credits_nothing_is_read_and_nothing_is_taken_for_gone() {
    RemotePost post = publish(publication("Kredit habis")).published().post();
    WORLD.practice.faults.switchOn(NewFault.of(X, FaultKind.NO_CREDITS));

    assertThat(client.read(access, List.of(post)).get(post))
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.QUOTA));
    assertThat(client.presence(access, post)).isNotEqualTo(id.gaung.platform.Presence.GONE);
  }

  @Test
  void a_long_video_goes_up_in_pieces() {
    Publication publication = WORLD.publication(WORLD.video(9_000_000), Map.of());

    Run run = publish(publication);

    run.published();
    PostPicture shown = WORLD.shown(WORLD.arrived(X, access, publication.text()).get(0)).get(0);
    assertThat(shown.size()).isEqualTo(9_000_000);
  }
}

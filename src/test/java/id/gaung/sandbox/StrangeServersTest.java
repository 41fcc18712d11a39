package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static id.gaung.kernel.Nets.MASTODON;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.demo.NetworkPerson;
import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Metric;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.bluesky.BlueskyClient;
import id.gaung.platform.mastodon.MastodonClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The clients against practice servers that answer as servers of others do. */
@Tag("database")
class StrangeServersTest {

  private static final PracticeWorld WORLD = new PracticeWorld();
  private static final HostPolicy HOSTS = new ListedHosts(Set.of("127.0.0.1", "localhost"));
  private static final PlatformHttp HTTP = new PlatformHttp(HOSTS, PlatformHttp.Timeouts.STANDARD);
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  private final MastodonClient mastodon = new MastodonClient(HTTP, HOSTS, WORLD.clock);

  @AfterEach
  void switchOff() {
    WORLD.faults.switchOffAll(MASTODON);
    WORLD.faults.switchOffAll(BLUESKY);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private Access connected(PracticeAccount account) {
    Connecting.Redirect redirect =
        (Connecting.Redirect)
            mastodon.connect(Map.of("server", WORLD.uri(MASTODON).toString()), CALLBACK, "state");
    Map<String, String> back = new NetworkPerson().allow(redirect.authorize(), account.handle());
    return ((Connecting.Connected)
            mastodon.complete(redirect.pending(), back.get("code"), CALLBACK))
        .access();
  }

  private static Publication publication(String text) {
    return new Publication(UUID.randomUUID(), WORLD.clock.instant(), text, "id", List.of());
  }

  /** Where a publication had come to when its last call left. */
  private Checkpoint posted(Access access, Publication publication) {
    Checkpoint marked =
        ((PublishStep.Continue) mastodon.publish(access, publication, Checkpoint.START))
            .checkpoint();
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.LOST_ANSWER).times(1));
    assertThat(mastodon.publish(access, publication, marked))
        .isInstanceOf(PublishStep.Unknown.class);
    WORLD.clock.move(Duration.ofSeconds(10));
    return marked;
  }

  @Test
  void a_list_that_is_late_is_not_taken_for_an_absence_where_the_key_is_ignored() {
    Access access = connected(WORLD.account(MASTODON));
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.KEY_IGNORED));
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.INDEX_LAG).amount(180_000));
    Publication publication = publication("Terlambat tampak");
    Checkpoint marked = posted(access, publication);

    assertThat(mastodon.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOf(LookUp.Undecided.class);
    WORLD.clock.move(Duration.ofMinutes(1));
    assertThat(mastodon.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOf(LookUp.Undecided.class);
    WORLD.clock.move(Duration.ofMinutes(4));
    assertThat(mastodon.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOf(LookUp.Found.class);
  }

  static Stream<FaultKind> strangers() {
    return Stream.of(
        FaultKind.BOOST_WRAPPERS,
        FaultKind.NEW_IDS,
        FaultKind.TEXTS_REWRITTEN,
        FaultKind.OTHER_PAGES,
        FaultKind.CLOCK_BEHIND,
        FaultKind.COUNTS_LATE);
  }

  private static final List<String> TEXTS =
      List.of(
          "Kopi susu gula aren #UMKM",
          "Lihat [daftar](https://contoh.example/a) dan ![foto](https://contoh.example/b.png)",
          "Halo <script>alert(1)</script> semua",
          "Tom &amp; Jerry",
          "Foto: https://contoh.example/kopi.jpg",
          "*Tebal* dan _miring_ `kode`");

  @ParameterizedTest
  @MethodSource("strangers")
  void a_status_whose_answer_was_lost_is_found_whatever_the_server_makes_of_it(FaultKind kind) {
    Access access = connected(WORLD.account(MASTODON));
    for (String text : TEXTS) {
      Publication publication = publication(text);
      Checkpoint marked = posted(access, publication);
      WORLD.faults.switchOn(NewFault.of(MASTODON, kind).amount(20_000));

      LookUp answer = mastodon.lookUp(access, LookUpRequest.of(publication, marked));

      assertThat(answer).as(text).isInstanceOf(LookUp.Found.class);
      assertThat(((LookUp.Found) answer).post().remoteId())
          .isEqualTo(WORLD.posts.newest(MASTODON, 1).get(0).post().remoteId());
      WORLD.faults.switchOffAll(MASTODON);
    }
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void what_never_arrived_is_not_found_among_what_others_left(FaultKind kind) {
    Access access = connected(WORLD.account(MASTODON));
    posted(access, publication("Sebelumnya"));
    Publication publication = publication("Tidak sampai");
    Checkpoint marked =
        ((PublishStep.Continue) mastodon.publish(access, publication, Checkpoint.START))
            .checkpoint();
    WORLD.clock.move(Duration.ofSeconds(10));
    WORLD.faults.switchOn(NewFault.of(MASTODON, kind).amount(20_000));

    assertThat(mastodon.lookUp(access, LookUpRequest.of(publication, marked)))
        .isInstanceOfAny(LookUp.NotPublished.class, LookUp.Undecided.class)
        .isNotInstanceOf(LookUp.Found.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"BOOST_WRAPPERS", "NEW_IDS", "TEXTS_REWRITTEN", "CLOCK_BEHIND", "COUNTS_NEGATIVE"})
  void counts_are_read_and_the_status_stands(FaultKind kind) {
    Access access = connected(WORLD.account(MASTODON));
    Publication publication = publication("Amplang");
    Checkpoint marked = posted(access, publication);
    RemotePost post =
        ((LookUp.Found) mastodon.lookUp(access, LookUpRequest.of(publication, marked))).post();
    WORLD.faults.switchOn(NewFault.of(MASTODON, kind).amount(20_000));

    Reading reading = mastodon.read(access, List.of(post)).get(post);

    assertThat(reading).isInstanceOf(Reading.Measured.class);
    Figure likes = ((Reading.Measured) reading).figures().get(Metric.LIKES);
    assertThat(likes.known().isPresent()).isEqualTo(kind != FaultKind.COUNTS_NEGATIVE);
    assertThat(mastodon.presence(access, post)).isEqualTo(Presence.PRESENT);
  }

  @Test
  void an_account_whose_pages_stand_elsewhere_has_both_sites() {
    WORLD.faults.switchOn(NewFault.of(MASTODON, FaultKind.OTHER_PAGES));

    assertThat(mastodon.sites(connected(WORLD.account(MASTODON)).account()))
        .contains(WORLD.uri(MASTODON), URI.create(StrangeAnswers.OTHER_PAGES));
  }

  @Test
  void bluesky_refuses_a_text_in_todays_words_and_hides_posts_that_stand() {
    PracticeAccount account = WORLD.account(BLUESKY);
    BlueskyClient bluesky =
        new BlueskyClient(HTTP, HOSTS, WORLD.clock, WORLD.uri(BLUESKY), WORLD.uri(BLUESKY));
    Access access =
        ((Connecting.Connected)
                bluesky.connect(
                    Map.of(
                        "server", WORLD.uri(BLUESKY).toString(),
                        "handle", account.handle(),
                        "appPassword", SandboxAccounts.PASSWORD),
                    CALLBACK,
                    "state"))
            .access();
    Publication publication = publication("Kopi");
    Checkpoint fixed =
        ((PublishStep.Continue) bluesky.publish(access, publication, Checkpoint.START))
            .checkpoint();
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.TEXT_REFUSED).times(1));
    assertThat(((PublishStep.Failed) bluesky.publish(access, publication, fixed)).failure().kind())
        .isEqualTo(Failure.Kind.TEXT_REJECTED);

    RemotePost post = ((PublishStep.Published) bluesky.publish(access, publication, fixed)).post();
    WORLD.faults.switchOn(NewFault.of(BLUESKY, FaultKind.HIDDEN_FROM_OTHERS));
    assertThat(bluesky.read(access, List.of(post))).containsEntry(post, new Reading.Absent());
    assertThat(bluesky.presence(access, post)).isEqualTo(Presence.PRESENT);
    assertThat(bluesky.named(access.account(), post.url().orElseThrow())).contains(post);
  }
}

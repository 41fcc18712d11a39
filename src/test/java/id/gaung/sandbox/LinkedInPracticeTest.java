package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.demo.NetworkPerson;
import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Run;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What practice LinkedIn does as the real one, and what the client makes of it. */
@Tag("database")
class LinkedInPracticeTest {

  private static final ContractWorld WORLD = new ContractWorld();
  private static final NetworkModule MODULE = NetworkModule.of(Nets.LINKEDIN);

  private final SocialPlatform client = WORLD.client(MODULE);
  private final Access access = WORLD.connected(MODULE);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static Publication publication(String text, Attachment attachment) {
    return new Publication(
        UUID.randomUUID(),
        WORLD.practice.clock.instant(),
        text,
        "id",
        attachment,
        Map.of(),
        Optional.empty());
  }

  private Run publish(String text) {
    return publish(publication(text, Attachment.NONE));
  }

  private Run publish(Publication publication) {
    return WORLD.drive(client, access, publication, Checkpoint.START);
  }

  private Reply send(String commentary, String version) {
    String body =
        """
        {"author":"urn:li:organization:%s","commentary":"%s","visibility":"PUBLIC",
         "lifecycleState":"PUBLISHED"}"""
            .formatted(access.account().remoteId(), commentary);
    try {
      return WORLD.practice.send(
          WORLD
              .practice
              .request(
                  Nets.LINKEDIN,
                  "/rest/posts",
                  Optional.of(access.credentials().secrets().getOrDefault("access_token", "")))
              .header("Content-Type", "application/json")
              .header("LinkedIn-Version", version)
              .header("X-Restli-Protocol-Version", "2.0.0")
              .POST(BodyPublishers.ofString(body)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_text_that_is_not_escaped_is_cut_without_a_word_and_ours_is_not() {
    Reply cut = send("Kurung pertama (hilang) sampai sini", "202610");

    assertThat(cut.status()).isEqualTo(201);
    assertThat(cut.header("x-restli-id")).startsWith("urn:li:share:7");
    assertThat(WORLD.arrived(MODULE, access, "Kurung pertama ")).hasSize(1);
    String text = "Kurung (tetap) {ada} @rani <b> #UMKM_Bpp 5*2 a_b [c] d|e ~f \\g #1";
    publish(text).published();
    assertThat(WORLD.arrived(MODULE, access, text)).hasSize(1);
  }

  @Test
  void a_version_that_is_over_makes_posts_wait() {
    Map<String, String> settings =
        new HashMap<>(PracticeServer.of(MODULE).settings(WORLD.practice.uri(MODULE)));
    settings.put("version", "202401");
    ListedHosts hosts = new ListedHosts(Set.of("127.0.0.1"));
    SocialPlatform old =
        MODULE.client(
            new ClientSetup(
                NetworkSettings.of(MODULE, settings),
                new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
                hosts,
                WORLD.practice.clock));
    Publication publication = publication("Versi lama", Attachment.NONE);

    Failure failure = WORLD.drive(old, access, publication, Checkpoint.START).failed().failure();

    assertThat(failure.code()).isEqualTo("VERSION_ENDED");
    assertThat(failure.passes()).isTrue();
    assertThat(send("Versi aneh", "latest").status()).isEqualTo(426);
  }

  @Test
  void a_page_is_chosen_among_those_that_the_person_administers() {
    Connecting.Redirect begun =
        (Connecting.Redirect) client.connect(Map.of(), ContractWorld.CALLBACK, "keadaan");
    Map<String, String> back = new NetworkPerson().allow(begun.authorize(), LinkedInServer.OFFICE);
    assertThat(back).containsEntry("state", "keadaan");

    Connecting.Choice choice =
        (Connecting.Choice)
            client.complete(begun.pending(), back.getOrDefault("code", ""), ContractWorld.CALLBACK);

    assertThat(choice.options().stream().filter(Connecting.Option::isOpen))
        .extracting(Connecting.Option::handle)
        .containsExactlyInAnyOrder(LinkedInServer.OFFICE, LinkedInServer.SECOND);
    assertThat(choice.options())
        .extracting(Connecting.Option::handle)
        .contains(LinkedInServer.CLOSED);
    assertThat(
            client.complete(begun.pending(), back.getOrDefault("code", ""), ContractWorld.CALLBACK))
        .as("a code is good once")
        .isInstanceOf(Connecting.Refused.class);
  }

  @Test
  void the_same_text_a_second_time_is_looked_up_and_then_refused() {
    publish("Dua kali").published();
    WORLD.practice.clock.move(Duration.ofMinutes(10));
    Publication again = publication("Dua kali", Attachment.NONE);

    Run run = publish(again);

    assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
    WORLD.practice.clock.move(Duration.ofMinutes(5));
    LookUp answer = client.lookUp(access, LookUpRequest.of(again, run.before()));
    assertThat(answer).isInstanceOf(LookUp.NotPublished.class);
    PublishStep.Failed end =
        WORLD.drive(client, access, again, ((LookUp.NotPublished) answer).checkpoint()).failed();
    assertThat(end.failure().kind()).isEqualTo(Failure.Kind.TEXT_REJECTED);
    assertThat(WORLD.arrived(MODULE, access, "Dua kali")).hasSize(1);
  }

  @Test
  void a_long_video_arrives_whole_in_the_parts_that_were_asked_for() {
    int bytes = 2 * LinkedInUploading.PART + 77;
    Publication publication = publication("Film", WORLD.video(bytes));

    RemotePost post = publish(publication).published().post();

    assertThat(post.remoteId()).startsWith("urn:li:ugcPost:");
    PracticePost arrived = WORLD.arrived(MODULE, access, "Film").get(0);
    assertThat(WORLD.shown(arrived).get(0).size()).isEqualTo(bytes);
  }

  @Test
  void another_pages_post_spoils_no_figures() {
    Access other = WORLD.connected(MODULE);
    RemotePost own = publish("Milik sendiri").published().post();
    RemotePost foreign =
        WORLD
            .drive(client, other, publication("Milik lain", Attachment.NONE), Checkpoint.START)
            .published()
            .post();
    WORLD.practice.clock.move(Duration.ofHours(1));

    Map<RemotePost, Reading> read = client.read(access, List.of(foreign, own));

    assertThat(read.get(own)).isInstanceOf(Reading.Measured.class);
    assertThat(read.get(foreign))
        .isInstanceOfSatisfying(
            Reading.Measured.class,
            m -> assertThat(m.figures().values()).noneMatch(f -> f.known().isPresent()));
  }

  @Test
  void more_posts_than_a_day_takes_wait_until_midnight_in_utc() {
    WORLD.practice.restart();
    Access page = WORLD.connected(MODULE);
    SocialPlatform fresh = WORLD.client(MODULE);
    Instant now = WORLD.practice.clock.instant();
    for (int i = 0; i < LinkedInQuota.POSTS; i++) {
      Publication one = publication("Nomor " + i, Attachment.NONE);
      WORLD.drive(fresh, page, one, Checkpoint.START).published();
    }
    Publication last = publication("Satu terlalu banyak", Attachment.NONE);

    PublishStep.Failed failed = WORLD.drive(fresh, page, last, Checkpoint.START).failed();

    Duration midnight =
        Duration.between(
            now, now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant());
    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(failed.failure().retryAfter()).contains(midnight);
    WORLD.practice.clock.move(midnight);
    WORLD.drive(fresh, page, last, failed.checkpoint()).published();
    assertThat(WORLD.arrived(MODULE, page, "Satu terlalu banyak")).hasSize(1);
  }

  /** Renewing makes the year of the refresh token no longer: in the end a person is asked. */
  @Test
  void after_a_year_nothing_is_renewed_and_the_end_is_known_before() {
    Access page = WORLD.connected(MODULE);
    Instant consent = WORLD.practice.clock.instant();
    Credentials now = page.credentials();
    while (now.refreshAt().isPresent()) {
      WORLD.practice.clock.move(
          Duration.between(WORLD.practice.clock.instant(), now.refreshAt().get()));
      Refreshing renewed = client.refresh(new Access(page.account(), now));
      assertThat(renewed).isInstanceOf(Refreshing.Refreshed.class);
      now = ((Refreshing.Refreshed) renewed).credentials();
    }
    assertThat(now.expiresAt().orElseThrow())
        .isBetween(consent.plus(Duration.ofDays(365)), consent.plus(Duration.ofDays(425)));
  }

  @Test
  void what_is_given_back_opens_nothing_any_more() {
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    assertThat(publish("Sudah dicabut").failed().failure().kind())
        .isEqualTo(Failure.Kind.RECONNECT);
  }
}

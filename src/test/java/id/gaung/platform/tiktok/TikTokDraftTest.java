package id.gaung.platform.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Listing;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uploads that break off, states that do not come, tokens that turn over. */
class TikTokDraftTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final long BYTES = 66_259_900;

  private final SteppedClock clock = new SteppedClock(NOW);
  private final ScriptedServer server = new ScriptedServer();
  private final TikTokClient client =
      new TikTokClient(
          server.http,
          new TikTokConfig("awkey", "geheim", server.address(), server.address(), server.address()),
          clock);
  private final Access access = access(Map.of("access_token", "act.x", "refresh_token", "rft.x"));

  @AfterEach
  void close() {
    server.close();
  }

  private Access access(Map<String, String> secrets) {
    return new Access(
        new Account(Nets.TIKTOK, server.address(), "_000abc", "gaung.balikpapan", Map.of()),
        new Credentials(secrets, Optional.empty(), Optional.empty()));
  }

  private static Publication film(long bytes) {
    return new Publication(
        new UUID(7, 8),
        NOW,
        "Amplang",
        "id",
        new Attachment.Video(
            () -> zeros(bytes),
            URI.create("https://gaung.example/v.mp4"),
            "video/mp4",
            bytes,
            1080,
            1920,
            Duration.ofSeconds(20),
            Optional.empty(),
            ""),
        Map.of(),
        Optional.empty());
  }

  private static InputStream zeros(long bytes) {
    return new InputStream() {
      private long left = bytes;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] into, int at, int most) {
        int count = (int) Math.min(most, left);
        left -= count;
        return count > 0 ? count : -1;
      }
    };
  }

  private void begun() {
    server.json(
        200,
        """
        {"data":{"publish_id":"v_inbox_file~v2.1","upload_url":"%s/video/?upload_token=geheim"},
         "error":{"code":"ok"}}
        """
            .formatted(server.address()));
  }

  private void state(String state, long bytes) {
    server.json(
        200,
        """
        {"data":{"status":"%s","uploaded_bytes":%d},"error":{"code":"ok"}}
        """
            .formatted(state, bytes));
  }

  private void part(int status, long there) {
    server.json(status, "", "Content-Range", "bytes 0-" + (there - 1) + "/" + BYTES);
  }

  private PublishStep drive(Publication publication, Checkpoint from) {
    Checkpoint checkpoint = from;
    for (int i = 0; i < 100; i++) {
      PublishStep step = client.publish(access, publication, checkpoint);
      if (!(step instanceof PublishStep.Continue next)) {
        return step;
      }
      checkpoint = next.checkpoint();
      clock.step(next.pause());
    }
    throw new AssertionError("no end");
  }

  /** What each part said that it is. */
  private List<String> ranges() {
    List<String> ranges = new ArrayList<>();
    for (int left = server.arrived(); left > 0; left--) {
      RecordedRequest request = server.taken();
      Optional.ofNullable(request.getHeaders().get("Content-Range")).ifPresent(ranges::add);
    }
    return ranges;
  }

  @Test
  void a_video_that_broke_off_goes_on_from_what_is_there_and_is_not_begun_again() {
    begun();
    part(206, 10_000_000);
    server.json(502, "");
    PublishStep.Failed broken = (PublishStep.Failed) drive(film(BYTES), Checkpoint.START);
    assertThat(broken.failure().kind()).isEqualTo(Failure.Kind.TRANSIENT);
    state("PROCESSING_UPLOAD", 20_000_000);
    for (long there = 30_000_000; there < 60_000_000; there += 10_000_000) {
      part(206, there);
    }
    part(201, BYTES);
    state("SEND_TO_USER_INBOX", BYTES);

    assertThat(drive(film(BYTES), broken.checkpoint())).isEqualTo(PublishStep.HandedOver.DRAFTED);

    assertThat(ranges())
        .containsExactly(
            "bytes 0-9999999/66259900",
            "bytes 10000000-19999999/66259900",
            "bytes 20000000-29999999/66259900",
            "bytes 30000000-39999999/66259900",
            "bytes 40000000-49999999/66259900",
            "bytes 50000000-66259899/66259900");
  }

  @Test
  void when_the_last_answer_was_lost_the_state_decides() {
    begun();
    server.hangUp();
    PublishStep.Failed lost = (PublishStep.Failed) drive(film(64), Checkpoint.START);
    state("SEND_TO_USER_INBOX", 64);
    assertThat(drive(film(64), lost.checkpoint())).isEqualTo(PublishStep.HandedOver.DRAFTED);
    assertThat(server.arrived()).as("begun, sent, asked twice at most").isLessThanOrEqualTo(4);
  }

  @Test
  void a_state_that_never_comes_is_not_waited_for_longer_than_minutes_and_is_no_success() {
    begun();
    server.json(201, "");
    for (int i = 0; i < 40; i++) {
      state("PROCESSING_UPLOAD", 64);
    }
    PublishStep end = drive(film(64), Checkpoint.START);
    assertThat(((PublishStep.HandedOver) end).draft()).isEqualTo(PublishStep.Draft.UNCERTAIN);
    assertThat(Duration.between(NOW, clock.instant()))
        .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
  }

  @Test
  void what_lets_bytes_be_sent_is_in_no_text() {
    begun();
    PublishStep.Continue on =
        (PublishStep.Continue) client.publish(access, film(64), Checkpoint.START);
    assertThat(DraftProgress.of(on.checkpoint()).toString()).doesNotContain("geheim");
    server.json(500, "geheim");
    PublishStep failed = client.publish(access, film(64), on.checkpoint());
    assertThat(((PublishStep.Failed) failed).failure().toString()).doesNotContain("geheim");
  }

  @Test
  void a_token_is_renewed_before_its_end_each_at_its_own_time_and_the_renewal_turns_over() {
    server.json(
        200,
        """
        {"access_token":"act.y","expires_in":7200,"refresh_token":"rft.y",
         "refresh_expires_in":15552000}
        """);
    Credentials fresh = ((Refreshing.Refreshed) client.refresh(access)).credentials();
    assertThat(fresh.secrets()).containsEntry("refresh_token", "rft.y");
    assertThat(fresh.expiresAt()).contains(NOW.plusSeconds(7200));
    assertThat(fresh.refreshAt().orElseThrow())
        .isBetween(NOW.plusSeconds(5400), NOW.plusSeconds(5760));
    server.json(200, "{\"access_token\":\"act.z\",\"expires_in\":7200}");
    Credentials kept =
        ((Refreshing.Refreshed) client.refresh(access(fresh.secrets()))).credentials();
    assertThat(kept.secrets())
        .containsEntry("refresh_token", "rft.y")
        .containsEntry("access_token", "act.z");
    assertThat(kept.refreshAt()).isNotEqualTo(fresh.refreshAt());
    clock.step(Duration.ofDays(181));
    assertThat(client.refresh(access(kept.secrets())))
        .isInstanceOfSatisfying(
            Refreshing.Failed.class,
            over -> assertThat(over.failure().kind()).isEqualTo(Failure.Kind.RECONNECT));
    assertThat(server.arrived()).as("not asked with what is over").isEqualTo(2);
  }

  @Test
  void what_is_given_back_is_certain_only_if_it_is_said() {
    server.json(200, "");
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    server.json(200, "{\"error\":\"invalid_request\",\"error_description\":\"no\"}");
    assertThat(client.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
    server.hangUp();
    assertThat(client.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
  }

  @Test
  void a_list_whose_place_does_not_move_ends() {
    server.json(
        200,
        "{\"data\":{\"videos\":[],\"cursor\":5,\"has_more\":true},\"error\":{\"code\":\"ok\"}}");
    Listing.Page page = (Listing.Page) client.list(access, NOW, Optional.of("5"));
    assertThat(page.next()).isEmpty();
  }

  @Test
  void bytes_go_to_no_stranger() {
    TikTokConfig real =
        new TikTokConfig(
            "k",
            "s",
            URI.create("https://www.tiktok.com"),
            URI.create("https://open.tiktokapis.com"),
            URI.create("https://open-upload.tiktokapis.com"));
    assertThat(real.isUploadHost(URI.create("https://open-upload-sg.tiktokapis.com/v?x=1")))
        .isTrue();
    assertThat(real.isUploadHost(URI.create("https://open-upload.tiktokapis.com/video/"))).isTrue();
    assertThat(real.isUploadHost(URI.create("http://open-upload.tiktokapis.com/video/"))).isFalse();
    assertThat(real.isUploadHost(URI.create("https://tiktokapis.com.contoh.example/"))).isFalse();
    assertThat(real.isUploadHost(URI.create("https://x@open-upload.tiktokapis.com/"))).isFalse();
  }
}

package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.FakePlatform.Call;
import id.gaung.kernel.Wita;
import id.gaung.platform.CallWatch;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Posts whose network has told that a limit is used up. */
class LimitedPostsTest extends PostsWorld {

  private static final URI SERVER = URI.create("https://fake.test");
  private static final String WRITE = "/xrpc/com.atproto.repo.putRecord";
  private static final String UPLOAD = "/xrpc/com.atproto.repo.uploadBlob";

  private UUID at(LocalDateTime due, String text, ComposePost.PictureChoice... pictures) {
    UUID id = own(new ComposedRendition(channel, text, due, List.of(pictures)));
    publishing.renditions().approve(world.approver, only(id).id(), new AdvanceRendition(0));
    return id;
  }

  /** The post comes out, and its answer says that nothing is left until then. */
  private void thenUsedUp(String path, int limit, Duration window, LocalDateTime until) {
    network.then(
        call -> {
          told(path, limit, window, until);
          return published(call);
        });
  }

  private void told(String path, int limit, Duration window, LocalDateTime until) {
    CallWatch.current()
        .answered(
            PlatformRequest.post(SERVER, path),
            new HttpOutcome.Answered(
                200,
                Map.of(
                    "ratelimit-limit",
                    String.valueOf(limit),
                    "ratelimit-remaining",
                    "2",
                    "ratelimit-reset",
                    String.valueOf(Wita.instant(until).getEpochSecond()),
                    "ratelimit-policy",
                    limit + ";w=" + window.toSeconds()),
                ""));
  }

  private PublishStep published(Call call) {
    return new PublishStep.Published(network.show(call));
  }

  private String page(UUID post) {
    return Jsoup.parse(render(publishing.doors().pages().show(viewer(world.staff), post, "")))
        .text();
  }

  private String list() {
    return Jsoup.parse(render(publishing.doors().pages().list(viewer(world.staff), "SCHEDULED", 1)))
        .text();
  }

  private void run(LocalDateTime now) {
    stepTo(now);
    publishing.engine().runOnce();
  }

  @Test
  void they_wait_until_it_begins_anew_and_say_so_without_a_try() {
    UUID first = at(EVENING, "Satu");
    UUID second = at(EVENING.plusMinutes(10), "Dua");
    UUID late = at(EVENING.plusMinutes(39), "Tiga");
    UUID after = at(EVENING.plusMinutes(50), "Empat");
    thenUsedUp(WRITE, 5000, Duration.ofHours(1), EVENING.plusMinutes(40));
    run(EVENING);
    run(EVENING.plusMinutes(12));

    assertThat(only(first).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(second).state()).isEqualTo(RenditionState.SCHEDULED);
    assertThat(only(second).attempts()).isZero();
    for (UUID waiting : List.of(second, late)) {
      assertThat(page(waiting)).contains("20.10", "1.666 dari 1.666 unggahan terpakai");
    }
    assertThat(page(after)).doesNotContain("terpakai");
    assertThat(list()).contains("1.666 dari 1.666 unggahan terpakai");
    assertThat(publishing.health().state().forAccounts()).isEqualTo(1);
    assertThat(publishing.health().queue().limited()).isEqualTo(1);
    assertThat(
            new PostsResource(publishing.posts(), publishing.paused(), publishing.whole())
                .show(viewer(world.staff), second)
                .renditions()
                .get(0)
                .pause())
        .hasValueSatisfying(
            pause -> {
              assertThat(pause.until()).isEqualTo(Wita.instant(EVENING.plusMinutes(40)));
              assertThat(pause.limit().map(limit -> limit.used())).contains(1666L);
            });

    run(EVENING.plusMinutes(40));
    assertThat(only(second).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(late).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(publishing.health().state().isWell()).isTrue();
  }

  @Test
  void what_cannot_go_out_in_time_any_more_must_be_moved() {
    at(EVENING, "Satu");
    UUID second = at(EVENING.plusMinutes(10), "Dua");
    thenUsedUp(WRITE, 35_000, Duration.ofDays(1), EVENING.plusHours(5));
    run(EVENING);
    assertThat(page(second)).contains("waktunya harus diubah", "11.666 dari 11.666 unggahan");
    assertThat(publishing.paused().tooLate(9)).hasSize(1);
  }

  @Test
  void a_limit_of_uploads_holds_what_has_pictures_alone() throws IOException {
    at(EVENING, "Satu");
    UUID text = at(EVENING.plusMinutes(5), "Dua");
    UUID picture =
        at(EVENING.plusMinutes(5), "Tiga", new ComposePost.PictureChoice(photo(), "Amplang"));
    network.then(
        call -> {
          // Of 1,000 a day.
          CallWatch.current()
              .answered(
                  PlatformRequest.post(SERVER, UPLOAD),
                  new HttpOutcome.Answered(
                      200,
                      Map.of(
                          "ratelimit-limit", "1000",
                          "ratelimit-remaining", "0",
                          "ratelimit-reset",
                              String.valueOf(
                                  Wita.instant(EVENING.plusMinutes(30)).getEpochSecond()),
                          "ratelimit-policy", "1000;w=86400"),
                      ""));
          return published(call);
        });
    run(EVENING);
    run(EVENING.plusMinutes(6));
    assertThat(only(text).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(picture).state()).isEqualTo(RenditionState.SCHEDULED);
    assertThat(page(picture)).contains("20.00", "1.000 dari 1.000 kiriman foto dan video");
    run(EVENING.plusMinutes(30));
    assertThat(only(picture).state()).isEqualTo(RenditionState.PUBLISHED);
  }
}

package id.gaung.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ToldLimit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sending to a channel: once, whole, and without a way to look. */
class TelegramPublishTest extends TelegramWorld {

  private static final Publication TEXT = publication("Kopi susu", 0);

  @Test
  void nothing_leaves_before_it_is_marked_and_then_one_call_sends_it() {
    Checkpoint marked = marked(TEXT);
    assertThat(server.arrived()).isZero();
    server.json(200, messages(List.of(77)).replace("[", "").replace("]", ""));

    PublishStep step = client.publish(access, TEXT, marked);

    assertThat(step)
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost("77", Optional.of(URI.create("https://t.me/acme_news/77")))));
    assertThat(server.arrived()).isEqualTo(1);
    assertThat(server.takenBody())
        .isEqualTo("{\"chat_id\":\"-1001234567890\",\"text\":\"Kopi susu\"}");
  }

  @Test
  void an_album_keeps_the_numbers_of_all_its_messages() {
    server.json(200, messages(List.of(77, 78, 80)));

    PublishStep step = sent(publication("Kopi susu", 3));

    assertThat(step)
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost("77,78,80", Optional.of(URI.create("https://t.me/acme_news/77")))));
    var request = server.taken();
    assertThat(request.getTarget()).endsWith("/sendMediaGroup");
    assertThat(request.getBody().utf8())
        .contains(
            "[{\"type\":\"photo\",\"media\":\"attach://photo0\",\"caption\":\"Kopi susu\"},"
                + "{\"type\":\"photo\",\"media\":\"attach://photo1\"},"
                + "{\"type\":\"photo\",\"media\":\"attach://photo2\"}]")
        .contains("name=\"photo0\"; filename=", "name=\"photo2\"; filename=");
  }

  @Test
  void a_photo_without_a_text_has_no_caption_and_one_without_anything_is_not_sent() {
    server.json(200, messages(List.of(77)));
    sent(publication("", 1));
    assertThat(server.takenBody()).doesNotContain("caption");
    PublishStep empty = client.publish(access, publication(" ", 0), Checkpoint.START);
    assertThat(empty).isInstanceOf(PublishStep.Failed.class);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void a_video_of_which_little_is_known_says_no_more() {
    server.json(200, messages(List.of(77)));
    sent(film(Optional.empty()));
    assertThat(server.takenBody())
        .contains("name=\"duration\"\r\n\r\n1\r\n", "name=\"supports_streaming\"")
        .doesNotContain("name=\"width\"", "name=\"cover\"");
  }

  @Test
  void a_private_channels_posts_have_the_address_that_members_open() {
    server.json(200, messages(List.of(77)));
    Checkpoint marked = marked(TEXT);
    assertThat(client.publish(access("c/1234567890"), TEXT, marked))
        .isEqualTo(
            new PublishStep.Published(
                new RemotePost("77", Optional.of(URI.create("https://t.me/c/1234567890/77")))));
  }

  @Test
  void a_killed_process_is_for_a_person_and_one_that_sent_nothing_is_not() {
    assertThat(client.lookUp(access, LookUpRequest.of(TEXT, Checkpoint.START)))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(client.lookUp(access, LookUpRequest.of(TEXT, marked(TEXT))))
        .isEqualTo(LookUp.Undecided.unreadable());
    assertThat(server.arrived()).isZero();
  }

  @Test
  void what_a_person_found_in_the_app_is_taken_if_it_is_the_channels() {
    assertThat(lookUpAt("https://t.me/acme_news/77?single"))
        .isEqualTo(
            new LookUp.Found(
                new RemotePost("77", Optional.of(URI.create("https://t.me/acme_news/77")))));
    assertThat(lookUpAt("https://t.me/tetangga/77")).isEqualTo(LookUp.Undecided.unreadable());
  }

  private LookUp lookUpAt(String address) {
    return client.lookUp(
        access,
        new LookUpRequest(TEXT, marked(TEXT), Optional.of(URI.create(address)), ChannelPosts.NONE));
  }

  @Test
  void a_refusal_is_certain_and_goes_on_from_the_beginning_after_the_time_told() {
    server.json(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 14\","
            + "\"parameters\":{\"retry_after\":14}}");

    PublishStep.Failed failed = (PublishStep.Failed) sent(TEXT);

    assertThat(failed.checkpoint()).isEqualTo(Checkpoint.START);
    assertThat(failed.failure().retryAfter()).contains(Duration.ofSeconds(14));
  }

  @Test
  void whatever_the_time_told_is_it_is_no_error() {
    for (String wait : List.of("-5", "\"bald\"", "1e99", "99999999999999999999", "null")) {
      Answered answer =
          new Answered(429, Map.of(), "{\"parameters\":{\"retry_after\":" + wait + "}}");
      assertThat(TelegramFailures.retryAfter(answer)).contains(Duration.ofMinutes(1));
    }
    assertThat(
            TelegramFailures.retryAfter(
                new Answered(429, Map.of(), "{\"parameters\":{\"retry_after\":999999999}}")))
        .contains(Duration.ofDays(1));
    assertThat(TelegramFailures.retryAfter(new Answered(429, Map.of(), "<html>"))).isPresent();
  }

  @Test
  void a_limit_is_told_when_it_is_reached_alone() {
    NetworkModule module = NetworkModule.of(Nets.TELEGRAM);
    PlatformRequest request = PlatformRequest.post(server.address(), "/sendMessage");
    assertThat(module.limits(request, new Answered(200, Map.of(), "{\"ok\":true}"), NOW)).isEmpty();
    assertThat(
            module.limits(
                request, new Answered(429, Map.of(), "{\"parameters\":{\"retry_after\":5}}"), NOW))
        .extracting(ToldLimit::until)
        .containsExactly(Optional.of(NOW.plusSeconds(5)));
  }

  @Test
  void an_answer_is_waited_for_longer_than_others() {
    assertThat(sentSlowly()).isInstanceOf(PublishStep.Published.class);
  }

  /** After more silence than any other call bears. */
  private PublishStep sentSlowly() {
    server.late(200, messages(List.of(77)), Duration.ofMillis(900));
    return sent(TEXT);
  }

  @Test
  void a_failure_says_what_telegram_said() {
    server.json(
        403,
        "{\"ok\":false,\"error_code\":403,"
            + "\"description\":\"Forbidden: bot was kicked from the channel chat\"}");
    Failure failure = ((PublishStep.Failed) sent(TEXT)).failure();
    assertThat(failure.code() + " " + failure.detail())
        .isEqualTo("HTTP 403 Forbidden: bot was kicked from the channel chat");
  }
}

package id.gaung.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leaves, in which order, and what is kept of it. */
class XPublishTest extends XWorld {

  private static final String MEDIA =
      "{\"data\":{\"id\":\"1900000000000000002\",\"expires_after_secs\":86399}}";

  private static String state(String name) {
    return "{\"data\":{\"id\":\"1900000000000000002\",\"processing_info\":{\"state\":\"%s\"%s}}}"
        .formatted(name, name.equals("succeeded") ? "" : ",\"check_after_secs\":1");
  }

  private Checkpoint step(Publication publication, Checkpoint from) {
    PublishStep.Continue next = goesOn(client.publish(access, publication, from));
    clock.step(next.pause());
    return next.checkpoint();
  }

  @Test
  void only_what_was_chosen_is_said_of_a_post() {
    Publication said =
        new Publication(
            publication(TEXT).id(),
            START,
            TEXT,
            "id",
            Attachment.NONE,
            Map.of(PostOption.AI_LABEL, "true", PostOption.PAID_PARTNERSHIP, "true"),
            Optional.of("1"));
    server.json(201, MADE).json(201, MADE);

    client.publish(access, publication(TEXT), marked(publication(TEXT)));
    client.publish(access, said, marked(said));

    assertThat(server.takenBody()).isEqualTo("{\"text\":\"" + TEXT + "\"}");
    assertThat(server.takenBody())
        .isEqualTo("{\"text\":\"" + TEXT + "\",\"made_with_ai\":true,\"paid_partnership\":true}");
  }

  /** X was seen to refuse pieces of 5 MB (431), and pieces that come before the one before. */
  @Test
  void a_video_leaves_in_small_pieces_in_their_order_and_goes_on_after_a_break() {
    Publication publication = publication(TEXT, video(4_500_000));
    server.json(200, MEDIA).json(200, "{}").hangUp().json(200, "{}").json(204, "");
    Checkpoint begun = step(publication, Checkpoint.START);
    Checkpoint one = step(publication, begun);
    PublishStep.Failed broken = failed(client.publish(access, publication, one));
    assertThat(broken.failure().passes()).isTrue();
    Checkpoint all = step(publication, step(publication, broken.checkpoint()));
    server.json(200, state("pending")).json(200, state("succeeded"));
    step(publication, step(publication, all));

    assertThat(server.takenBody()).contains("\"total_bytes\":4500000");
    for (int segment : new int[] {0, 1, 1, 2}) {
      var request = server.taken();
      assertThat(request.getTarget()).endsWith("/1900000000000000002/append");
      assertThat(request.getBodySize()).isLessThan(2_100_000);
      String body = request.getBody() == null ? "" : request.getBody().utf8();
      assertThat(body).contains("name=\"segment_index\"").contains("\r\n\r\n" + segment + "\r\n");
    }
    assertThat(server.taken().getTarget()).endsWith("/finalize");
    assertThat(server.taken().getTarget()).contains("command=STATUS");
  }

  /** Posted while it is processed a video is refused as an invalid media id. */
  @Test
  void a_video_is_waited_for_with_longer_and_longer_pauses_and_given_up_in_the_end() {
    Publication publication = publication(TEXT, video(64));
    server.json(200, MEDIA).json(200, "{}").json(200, state("pending"));
    Checkpoint at = step(publication, step(publication, Checkpoint.START));
    Duration last = Duration.ZERO;
    PublishStep next = client.publish(access, publication, at);
    int asked = 0;
    while (next instanceof PublishStep.Continue going) {
      assertThat(going.pause()).isBetween(last, Duration.ofSeconds(30));
      last = going.pause();
      clock.step(going.pause());
      server.json(200, state("in_progress"));
      next = client.publish(access, publication, going.checkpoint());
      asked++;
    }
    assertThat(failed(next).failure().code()).isEqualTo("VIDEO_UNFINISHED");
    assertThat(failed(next).failure().passes()).isTrue();
    assertThat(asked).isBetween(60, 90);
  }

  @Test
  void uploads_older_than_a_day_are_made_again() {
    Publication publication = publication(TEXT, video(64));
    server.json(200, MEDIA).json(200, "{}").json(200, state("succeeded"));
    Checkpoint ready = step(publication, step(publication, step(publication, Checkpoint.START)));
    clock.step(Duration.ofHours(25));
    server.json(200, MEDIA);

    step(publication, ready);

    for (int i = 0; i < 3; i++) {
      server.taken();
    }
    assertThat(server.taken().getTarget()).endsWith("/initialize");
  }

  @Test
  void credits_that_are_used_up_are_told_in_a_sentence_and_looked_at_again_in_an_hour() {
    Publication publication = publication(TEXT);
    Checkpoint marked = marked(publication);
    server.json(
        402,
        "{\"account_id\":2050000000000000000,\"title\":\"CreditsDepleted\",\"detail\":\"Your"
            + " enrolled account [2050000000000000000] does not have any credits to fulfill this"
            + " request.\",\"type\":\"https://api.twitter.com/2/problems/credits\"}");

    PublishStep.Failed failed = failed(client.publish(access, publication, marked));

    assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(failed.failure().retryAfter()).contains(Duration.ofHours(1));
    assertThat(Evidence.of(failed.failure()).kind()).isEqualTo(Evidence.Kind.CREDITS_SPENT);
    server.json(201, MADE);
    assertThat(client.publish(access, publication, step(publication, failed.checkpoint())))
        .isInstanceOf(PublishStep.Published.class);
  }

  @Test
  void what_stands_there_is_asked_for_where_nobody_knows_it() {
    Publication publication =
        new Publication(publication(TEXT).id(), START, TEXT, "id", java.util.List.of());
    server.json(200, list(listed("5", "Kopi", ""), listed("4", "Teh", "")));

    Checkpoint marked = marked(publication);

    assertThat(server.taken().getTarget()).startsWith("/2/users/14/tweets?max_results=5");
    assertThat(XProgress.of(marked).newest()).contains(java.util.List.of("5", "4"));
  }

  @Test
  void nothing_leaves_of_a_post_that_is_empty() {
    assertThat(failed(client.publish(access, publication("  "), Checkpoint.START)).failure().code())
        .isEqualTo("EMPTY");
    assertThat(server.arrived()).isZero();
  }
}

package id.gaung.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.PublishStep;
import java.time.Duration;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Looking up whether a record is out on Bluesky. */
class BlueskyLookUpTest extends BlueskyWorld {

  @Test
  void anAnswerLostAfterThePutIsUnknownAndFoundByLookingUp() throws Exception {
    Checkpoint fixed = fixed();
    server.enqueue(json(200, put(fixed)).onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    server.takeRequest();

    answer(200, stored(fixed, fixed.values().getOrDefault("record", "")));
    LookUp found = client.lookUp(access(), LookUpRequest.of(text, fixed));
    assertThat(server.takeRequest().getTarget())
        .isEqualTo(
            "/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Aabc123"
                + "&collection=app.bsky.feed.post&rkey="
                + fixed.values().get("rkey"));
    assertThat(found)
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo(uri(fixed)));
  }

  private String stored(Checkpoint checkpoint, String record) {
    return "{\"uri\":\"" + uri(checkpoint) + "\",\"cid\":\"bafy\",\"value\":" + record + "}";
  }

  @Test
  void aTakenKeyIsOursIfItHoldsOurRecord() {
    Checkpoint fixed = fixed();
    answer(400, error("InvalidSwap"));
    answer(200, stored(fixed, fixed.values().getOrDefault("record", "")));
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Published.class);

    answer(400, error("InvalidSwap"));
    answer(200, stored(fixed, other(fixed)));
    assertThat(failure(client.publish(access(), text, fixed)).kind()).isEqualTo(Kind.REJECTED);

    answer(400, error("InvalidSwap"));
    answer(503, "");
    assertThat(client.publish(access(), text, fixed)).isInstanceOf(PublishStep.Unknown.class);
  }

  @Test
  void whatCertainlyDidNotArriveGetsItsTimeAnewAtTheSameKey() {
    Checkpoint fixed = fixed();
    answer(429, error("RateLimitExceeded"));
    PublishStep.Failed failed = (PublishStep.Failed) client.publish(access(), text, fixed);
    clock.step(Duration.ofMinutes(1));

    Checkpoint again =
        ((PublishStep.Continue) client.publish(access(), text, failed.checkpoint())).checkpoint();

    assertThat(again.values().get("record")).contains("2026-11-24T10:01:00.000Z");
    assertThat(again.values()).containsEntry("rkey", fixed.values().get("rkey"));
    answer(400, error("InvalidSwap"));
    answer(200, stored(fixed, fixed.values().get("record")));
    assertThat(client.publish(access(), text, again))
        .as("an earlier call arrived after all")
        .isInstanceOf(PublishStep.Published.class);
  }

  @Test
  void lookingUpTellsAbsenceFromIgnorance() {
    Checkpoint fixed = fixed();
    answer(400, error("RecordNotFound"));
    answer(400, error("InvalidRequest"));
    answer(502, "<html>bad gateway</html>");
    answer(200, "garbage");
    answer(200, stored(fixed, other(fixed)));

    assertThat(client.lookUp(access(), LookUpRequest.of(text, fixed)))
        .isInstanceOfSatisfying(
            LookUp.NotPublished.class,
            // What is sent next has a time of its own, at the same key.
            not ->
                assertThat(not.checkpoint().values())
                    .doesNotContainKey("record")
                    .containsEntry("rkey", fixed.values().get("rkey")));
    for (int i = 0; i < 4; i++) {
      assertThat(client.lookUp(access(), LookUpRequest.of(text, fixed)))
          .isInstanceOf(LookUp.Undecided.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @Test
  void beforeTheRecordWasFixedNothingCanBeOut() {
    assertThat(client.lookUp(access(), LookUpRequest.of(text, Checkpoint.START)))
        .isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    assertThat(server.getRequestCount()).isZero();
  }
}

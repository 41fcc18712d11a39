package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Credentials;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Metric;
import id.gaung.platform.Network;
import id.gaung.platform.Picture;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramClientTest {

  private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  private static final URI CALLBACK =
      URI.create("https://gaung.example/channels/oauth/instagram/callback");
  private static final String CAPTION = "Kopi Banua & teh #UMKM\nMartapura";
  private static final String ME =
      "{\"user_id\":\"17841400000000001\",\"id\":\"99\",\"username\":\"promosi\"}";

  private final ScriptedServer server = new ScriptedServer();
  private final SteppedClock clock = new SteppedClock(START);
  private final InstagramConfig config =
      new InstagramConfig(
          "app-1",
          "app-secret",
          URI.create("https://www.instagram.com"),
          server.address(),
          server.address(),
          "v25.0");
  private final InstagramClient client = new InstagramClient(server.http, config, clock);
  private final Access access = access(START.minus(Duration.ofDays(2)));

  @AfterEach
  void stop() {
    server.close();
  }

  private Access access(Instant obtainedAt) {
    return new Access(
        new Account(Network.INSTAGRAM, server.address(), "17841", "promosi", Map.of()),
        new Credentials(
            Map.of("access_token", "geheim-token", "obtained_at", obtainedAt.toString()),
            Optional.of(obtainedAt.plus(Duration.ofDays(50))),
            Optional.of(obtainedAt.plus(Duration.ofDays(60)))));
  }

  private static Publication publication(int pictures) {
    return new Publication(
        UUID.fromString("0193c0de-0000-7000-8000-000000000001"),
        START,
        CAPTION,
        "id",
        IntStream.range(0, pictures)
            .mapToObj(
                i ->
                    new Picture(
                        InputStream::nullInputStream,
                        URI.create("https://gaung.example/p/" + i + "?s=1&e=2"),
                        "image/jpeg",
                        1000,
                        1080,
                        1080,
                        "Gambar " + i))
            .toList(),
        Optional.of("1"));
  }

  private static String error(int code, int subcode) {
    return """
        {"error":{"message":"says why","type":"OAuthException","code":%d%s}}"""
        .formatted(code, subcode == 0 ? "" : ",\"error_subcode\":" + subcode);
  }

  private static String state(String code) {
    return "{\"status_code\":\"" + code + "\",\"status\":\"" + code + "\",\"id\":\"c1\"}";
  }

  private static Failure refused(Connecting connecting) {
    assertThat(connecting).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) connecting).failure();
  }

  private static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  private static PublishStep.Failed failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return (PublishStep.Failed) step;
  }

  private Checkpoint created(Publication publication) {
    server.json(200, "{\"id\":\"c1\"}");
    return goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();
  }

  /** A checkpoint just before the container is published. */
  private Checkpoint marked(Publication publication) {
    Checkpoint created = created(publication);
    server.json(200, state("FINISHED"));
    Checkpoint marked = goesOn(client.publish(access, publication, created)).checkpoint();
    server.taken();
    server.taken();
    return marked;
  }

  @Nested
  class Connect {

    private static final String FLAT =
        "{\"access_token\":\"SHORT\",\"user_id\":17841400000000001,\"permissions\":"
            + "[\"instagram_business_basic\",\"instagram_business_content_publish\"]}";
    private static final String LONG =
        "{\"access_token\":\"LONG\",\"token_type\":\"bearer\",\"expires_in\":5183944}";

    @Test
    void sendsThePersonToInstagramWithNothingToType() {
      Connecting connecting = client.connect(Map.of(), CALLBACK, "the-state");

      assertThat(client.connectFields()).isEmpty();
      assertThat(connecting).isInstanceOf(Connecting.Redirect.class);
      assertThat(((Connecting.Redirect) connecting).authorize().toString())
          .startsWith("https://www.instagram.com/oauth/authorize?client_id=app-1&redirect_uri=")
          .contains("&response_type=code&", "&state=the-state")
          .contains(
              "instagram_business_basic%2Cinstagram_business_content_publish"
                  + "%2Cinstagram_business_manage_insights")
          .doesNotContain("app-secret");
    }

    @Test
    void saysClearlyThatItIsNotSetUp() {
      InstagramClient bare = new InstagramClient(server.http, InstagramConfig.of("", ""), clock);

      for (Connecting connecting :
          List.of(bare.connect(Map.of(), CALLBACK, "s"), bare.complete(Map.of(), "c", CALLBACK))) {
        assertThat(refused(connecting).kind()).isEqualTo(Kind.CREDENTIALS_WRONG);
        assertThat(refused(connecting).detail()).contains("not set up");
      }
      assertThat(server.arrived()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          FLAT,
          "{\"data\":[{\"access_token\":\"SHORT\",\"user_id\":\"17841\",\"permissions\":"
              + "\"instagram_business_basic,instagram_business_content_publish\"}]}",
          "{\"access_token\":\"SHORT\"}"
        })
    void changesTheCodeIntoALongTokenWhateverTheBodysShape(String grant) {
      server.json(200, grant).json(200, LONG).json(200, ME);

      Connecting connecting = client.complete(Map.of(), "the-code#_", CALLBACK);

      assertThat(connecting).isInstanceOf(Connecting.Connected.class);
      Access connected = ((Connecting.Connected) connecting).access();
      assertThat(connected.account().remoteId()).isEqualTo("17841400000000001");
      assertThat(connected.account().handle()).isEqualTo("promosi");
      assertThat(connected.account().server()).isEqualTo(server.address());
      Instant end = START.plusSeconds(5183944);
      assertThat(connected.credentials().expiresAt()).contains(end);
      assertThat(connected.credentials().refreshAt()).contains(end.minus(Duration.ofDays(10)));
      assertThat(connected.credentials().secrets()).containsEntry("access_token", "LONG");
      assertThat(server.takenBody())
          .contains("code=the-code", "grant_type=authorization_code")
          .doesNotContain("%23_");
      assertThat(server.taken().getTarget())
          .startsWith("/access_token?grant_type=ig_exchange_token");
      var me = server.taken();
      assertThat(me.getTarget()).startsWith("/v25.0/me?fields=user_id");
      assertThat(me.getHeaders().get("Authorization")).isEqualTo("Bearer LONG");
    }

    @Test
    void aUsedCodeIsWrong() {
      server.json(
          400,
          "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":"
              + "\"Matching code was not found or was already used\"}");

      Failure failure = refused(client.complete(Map.of(), "c", CALLBACK));

      assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_WRONG);
      assertThat(failure.detail()).contains("already used");
    }

    @Test
    void aPersonWhoDoesNotGrantPublishingIsToldSo() {
      server.json(
          200, "{\"access_token\":\"SHORT\",\"permissions\":[\"instagram_business_basic\"]}");

      assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind())
          .isEqualTo(Kind.PERMISSION);
    }

    @Test
    void aPersonalAccountIsNoProfessionalOne() {
      server
          .json(200, FLAT)
          .json(200, LONG)
          .json(
              400,
              "{\"error\":{\"message\":\"the user is not an Instagram Business\",\"code\":100}}");

      assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind())
          .isEqualTo(Kind.CREDENTIALS_WRONG);
    }

    @Test
    void aHiccupWhileConnectingIsOne() {
      server.html(502).hangUp();

      assertThat(refused(client.complete(Map.of(), "c", CALLBACK)).kind())
          .isEqualTo(Kind.TRANSIENT);
      Failure lost = refused(client.complete(Map.of(), "c", CALLBACK));
      assertThat(lost.kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(lost.toString()).doesNotContain("app-secret");
    }

    @Test
    void theConfigurationDoesNotPrintItsSecret() {
      assertThat(config.toString()).doesNotContain("app-secret");
    }
  }

  @Nested
  class Refresh {

    @Test
    void givesANewTokenWithANewLife() {
      server.json(200, "{\"access_token\":\"NEW\",\"expires_in\":5184000}");

      Refreshing refreshing = client.refresh(access);

      assertThat(refreshing).isInstanceOf(Refreshing.Refreshed.class);
      Credentials fresh = ((Refreshing.Refreshed) refreshing).credentials();
      assertThat(fresh.secrets())
          .containsEntry("access_token", "NEW")
          .containsEntry("obtained_at", START.toString());
      assertThat(fresh.expiresAt()).contains(START.plus(Duration.ofDays(60)));
      assertThat(server.taken().getTarget())
          .startsWith("/refresh_access_token?grant_type=ig_refresh_token&access_token=");
    }

    @Test
    void aTokenYoungerThanADayIsNotSentAtAll() {
      Refreshing refreshing = client.refresh(access(START.minus(Duration.ofHours(23))));

      assertThat(refreshing)
          .isInstanceOfSatisfying(
              Refreshing.Failed.class,
              f -> {
                assertThat(f.failure().kind()).isEqualTo(Kind.TRANSIENT);
                assertThat(f.failure().retryAfter()).contains(Duration.ofHours(1));
              });
      assertThat(server.arrived()).isZero();
    }

    @Test
    void anExpiredOrRevokedTokenNeedsAPerson() {
      server.json(400, error(190, 460));

      for (Access dead : List.of(access(START.minus(Duration.ofDays(61))), access)) {
        assertThat(client.refresh(dead))
            .isInstanceOfSatisfying(
                Refreshing.Failed.class,
                f -> assertThat(f.failure().kind()).isEqualTo(Kind.RECONNECT));
      }
      assertThat(server.arrived()).isEqualTo(1);
    }
  }

  @Nested
  class Publish {

    @Test
    void aSinglePictureGoesThroughAContainerAWaitAndAMark() {
      Publication publication = publication(1);
      server
          .json(200, "{\"id\":\"c1\"}")
          .json(200, state("IN_PROGRESS"))
          .json(200, state("FINISHED"));
      PublishStep.Continue made = goesOn(client.publish(access, publication, Checkpoint.START));
      clock.step(made.pause());
      PublishStep.Continue waits = goesOn(client.publish(access, publication, made.checkpoint()));
      clock.step(waits.pause());
      PublishStep.Continue marked = goesOn(client.publish(access, publication, waits.checkpoint()));
      server
          .json(200, "{\"id\":\"179\"}")
          .json(200, "{\"id\":\"179\",\"permalink\":\"https://www.instagram.com/p/abc/\"}");

      PublishStep step = client.publish(access, publication, marked.checkpoint());

      assertThat(step)
          .isEqualTo(
              new PublishStep.Published(
                  new RemotePost(
                      "179", Optional.of(URI.create("https://www.instagram.com/p/abc/")))));
      assertThat(waits.pause()).isPositive();
      assertThat(marked.checkpoint().values()).containsKey("publishing");
      var create = server.taken();
      assertThat(create.getTarget()).isEqualTo("/v25.0/17841/media");
      assertThat(create.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
      assertThat(create.getBody().utf8())
          .contains("caption=Kopi+Banua+%26+teh+%23UMKM%0AMartapura")
          .contains("image_url=https%3A%2F%2Fgaung.example%2Fp%2F0%3Fs%3D1%26e%3D2")
          .contains("alt_text=Gambar+0");
      assertThat(server.taken().getTarget()).isEqualTo("/v25.0/c1?fields=status_code%2Cstatus");
      server.taken();
      var publish = server.taken();
      assertThat(publish.getTarget()).isEqualTo("/v25.0/17841/media_publish");
      assertThat(publish.getBody().utf8()).isEqualTo("creation_id=c1");
    }

    @Test
    void severalPicturesBecomeACarouselWhoseChildrenAreWaitedFor() {
      Publication publication = publication(2);
      server
          .json(200, "{\"id\":\"k0\"}")
          .json(200, "{\"id\":\"k1\"}")
          .json(200, state("FINISHED"))
          .json(200, state("FINISHED"))
          .json(200, "{\"id\":\"c1\"}")
          .json(200, state("FINISHED"));

      Checkpoint checkpoint = Checkpoint.START;
      for (int i = 0; i < 6; i++) {
        checkpoint = goesOn(client.publish(access, publication, checkpoint)).checkpoint();
      }

      assertThat(checkpoint.values()).containsKey("publishing");
      assertThat(server.takenBody()).contains("is_carousel_item=true").doesNotContain("caption");
      assertThat(server.takenBody()).contains("p%2F1");
      assertThat(server.taken().getTarget()).startsWith("/v25.0/k0?");
      assertThat(server.taken().getTarget()).startsWith("/v25.0/k1?");
      assertThat(server.takenBody())
          .contains("media_type=CAROUSEL", "children=k0%2Ck1", "caption=")
          .doesNotContain("is_carousel_item");
    }

    @Test
    void aTextAloneIsRefusedWithoutACall() {
      assertThat(failed(client.publish(access, publication(0), Checkpoint.START)).failure().kind())
          .isEqualTo(Kind.MEDIA_REJECTED);
      assertThat(server.arrived()).isZero();
    }

    @Test
    void aLostAnswerWhileMakingAContainerIsAHiccupForContainersAreInvisible() {
      server.hangUp();

      PublishStep.Failed failed = failed(client.publish(access, publication(1), Checkpoint.START));

      assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(failed.toString()).doesNotContain("geheim-token");
    }

    @Test
    void waitingForAContainerEndsAfterFiveMinutes() {
      Publication publication = publication(1);
      Checkpoint checkpoint = created(publication);
      clock.step(Duration.ofMinutes(6));
      server.json(200, state("IN_PROGRESS"));

      PublishStep.Failed failed = failed(client.publish(access, publication, checkpoint));

      assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(failed.checkpoint().values()).containsEntry("container", "c1");
    }

    @Test
    void aFreshContainerThatIsNotFoundForAMomentIsWaitedFor() {
      Publication publication = publication(1);
      Checkpoint checkpoint = created(publication);
      server.json(400, error(100, 33));

      goesOn(client.publish(access, publication, checkpoint));
    }

    @Test
    void anExpiredContainerBeginsAgain() {
      Publication publication = publication(1);
      Checkpoint checkpoint = created(publication);
      server.json(200, state("EXPIRED"));

      PublishStep.Failed failed = failed(client.publish(access, publication, checkpoint));

      assertThat(failed.failure().passes()).isTrue();
      assertThat(failed.checkpoint().isStart()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "Error: Media upload has failed with error code 2207052,TRANSIENT",
      "Error: aspect ratio 2207009,MEDIA_REJECTED",
      "Error: caption 2207010,TEXT_REJECTED",
      "Error: something else,MEDIA_REJECTED"
    })
    void aContainerInErrorIsClassedByItsTextAndBeginsAgain(String status, Kind kind) {
      Publication publication = publication(1);
      Checkpoint checkpoint = created(publication);
      server.json(200, "{\"status_code\":\"ERROR\",\"status\":\"" + status + "\"}");

      PublishStep.Failed failed = failed(client.publish(access, publication, checkpoint));

      assertThat(failed.failure().kind()).isEqualTo(kind);
      assertThat(failed.checkpoint().isStart()).isTrue();
    }

    @Test
    void aContainerPublishedAlreadyIsNeverPublishedAgain() {
      Publication publication = publication(1);
      Checkpoint checkpoint = created(publication);
      server.json(200, state("PUBLISHED"));

      assertThat(client.publish(access, publication, checkpoint))
          .isInstanceOf(PublishStep.Unknown.class);
    }

    @Test
    void aLostAnswerToPublishingIsUnknownAndNothingIsSentAgain() {
      Publication publication = publication(1);
      Checkpoint marked = marked(publication);
      server.hangUp().silence();

      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);
      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);
      assertThat(server.arrived()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"400,4,2207051", "500,0,0", "503,190,0", "400,1,0", "400,2,0", "400,506,0"})
    void anAmbiguousAnswerToPublishingIsUnknown(int status, int code, int subcode) {
      Publication publication = publication(1);
      Checkpoint marked = marked(publication);
      server.json(status, code == 0 ? "<html>" : error(code, subcode));

      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);
    }

    @Test
    void garbageBehindAGoodStatusIsUnknown() {
      Publication publication = publication(1);
      Checkpoint marked = marked(publication);
      server.html(200);

      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);
    }

    @Test
    void aContainerNotReadyIsWaitedForAndNotPublishedMeanwhile() {
      Publication publication = publication(1);
      Checkpoint marked = marked(publication);
      server.json(400, error(9007, 2207027));

      PublishStep.Continue waits = goesOn(client.publish(access, publication, marked));

      assertThat(waits.pause()).isPositive();
      assertThat(waits.checkpoint().values())
          .doesNotContainKey("publishing")
          .containsEntry("container", "c1");
    }

    @Test
    void aContainerThatIsNeverReadyEndsInAFailure() {
      Publication publication = publication(1);
      Checkpoint checkpoint = marked(publication);
      PublishStep step = new PublishStep.Continue(checkpoint, Duration.ZERO);
      int turns = 0;
      while (step instanceof PublishStep.Continue next && turns < 100) {
        boolean publishes = next.checkpoint().values().containsKey("publishing");
        server.json(publishes ? 400 : 200, publishes ? error(9007, 2207027) : state("FINISHED"));
        step = client.publish(access, publication, next.checkpoint());
        turns++;
      }

      assertThat(failed(step).failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void anUnknownContainerIsTriedOnceMoreThenMadeAnew() {
      Publication publication = publication(1);
      Checkpoint marked = marked(publication);
      server
          .json(400, error(24, 2207008))
          .json(200, state("FINISHED"))
          .json(400, error(24, 2207008));

      PublishStep.Failed first = failed(client.publish(access, publication, marked));
      Checkpoint again =
          goesOn(client.publish(access, publication, first.checkpoint())).checkpoint();
      PublishStep.Failed second = failed(client.publish(access, publication, again));

      assertThat(first.failure().retryAfter()).contains(Duration.ofSeconds(30));
      assertThat(first.checkpoint().isStart()).isFalse();
      assertThat(second.checkpoint().isStart()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "190,463,RECONNECT",
      "102,0,RECONNECT",
      "10,0,PERMISSION",
      "200,0,PERMISSION",
      "368,0,ACCOUNT_BLOCKED",
      "25,2207050,ACCOUNT_BLOCKED",
      "9,2207042,QUOTA",
      "4,0,RATE_LIMITED",
      "80002,0,RATE_LIMITED",
      "36003,2207009,MEDIA_REJECTED",
      "36004,2207010,TEXT_REJECTED",
      "100,2207028,MEDIA_REJECTED",
      "9004,2207052,TRANSIENT",
      "100,0,REJECTED"
    })
    void aRefusalIsClassedByCodeAndSubcode(int code, int subcode, Kind kind) {
      server.json(400, error(code, subcode));

      Failure failure = failed(client.publish(access, publication(1), Checkpoint.START)).failure();

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.code()).isEqualTo(subcode == 0 ? "" + code : code + "/" + subcode);
    }

    @Test
    void theUsageHeaderSaysHowManyMinutesToWait() {
      server.json(
          400,
          error(80002, 0),
          "X-Business-Use-Case-Usage",
          "{\"17841\":[{\"type\":\"instagram\",\"call_count\":100,"
              + "\"estimated_time_to_regain_access\":19}]}");

      assertThat(
              failed(client.publish(access, publication(1), Checkpoint.START))
                  .failure()
                  .retryAfter())
          .contains(Duration.ofMinutes(19));
    }

    @Test
    void aPostIsOutEvenIfItsAddressCannotBeRead() {
      Publication publication = publication(1);
      Checkpoint marked = marked(publication);
      server.json(200, "{\"id\":\"179\"}").html(500);

      assertThat(client.publish(access, publication, marked))
          .isEqualTo(new PublishStep.Published(new RemotePost("179", Optional.empty())));
    }
  }

  @Nested
  class LookingUp {

    private final Publication publication = publication(1);

    private LookUp lookUp(Checkpoint checkpoint) {
      clock.step(Duration.ofSeconds(10));
      return client.lookUp(access, LookUpRequest.of(publication, checkpoint));
    }

    private String media(String id, String caption, String timestamp) {
      return """
          {"id":"%s","caption":"%s","timestamp":"%s","permalink":"https://www.instagram.com/p/%s/"}"""
          .formatted(id, caption, timestamp, id);
    }

    private static final String SAME = "Kopi Banua & teh #UMKM\\nMartapura";

    @Test
    void withoutAContainerNothingWasPublishedAndNobodyIsAsked() {
      assertThat(lookUp(Checkpoint.START)).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
      assertThat(server.arrived()).isZero();
    }

    @Test
    void aPublishedContainersMediaIsFoundByCaptionAndTime() {
      Checkpoint marked = marked(publication);
      server
          .json(200, state("PUBLISHED"))
          .json(
              200,
              "{\"data\":["
                  + media("3", "Lain", "2026-11-24T02:00:05+0000")
                  + ","
                  + media("2", SAME, "2026-11-24T02:00:04+0000")
                  + ","
                  + media("1", SAME, "2026-11-20T02:00:00+0000")
                  + "]}");

      assertThat(lookUp(marked))
          .isEqualTo(
              new LookUp.Found(
                  new RemotePost("2", Optional.of(URI.create("https://www.instagram.com/p/2/")))));
      server.taken();
      assertThat(server.taken().getTarget())
          .startsWith("/v25.0/17841/media?fields=")
          .as("no clock decides")
          .doesNotContain("since=", "until=");
    }

    @Test
    void aPublishedContainersMediaIsFoundBehindAHundredOthers() {
      Checkpoint marked = marked(publication);
      String others =
          IntStream.range(0, 100)
              .mapToObj(i -> media("9" + i, "Lain " + i, "2026-11-24T02:05:00+0000"))
              .collect(Collectors.joining(","));
      server
          .json(200, state("PUBLISHED"))
          .json(200, "{\"data\":[" + others + "],\"paging\":{\"cursors\":{\"after\":\"QVFI\"}}}")
          .json(200, "{\"data\":[" + media("2", SAME, "2026-11-24T02:00:04+0000") + "]}");

      assertThat(lookUp(marked)).isInstanceOf(LookUp.Found.class);
      server.taken();
      server.taken();
      assertThat(server.taken().getTarget()).contains("after=QVFI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "<html>", ""})
    void aPublishedContainerWhoseMediaIsNotListedIsUndecidedAndSaysThatItIsOut(String answer) {
      Checkpoint marked = marked(publication);
      server.json(200, state("PUBLISHED")).json(200, answer);

      assertThat(lookUp(marked))
          .isInstanceOfSatisfying(
              LookUp.Undecided.class,
              u ->
                  assertThat(u.evidence())
                      .extracting(Evidence::kind)
                      .containsExactly(Evidence.Kind.MEDIA_NOT_FOUND));
    }

    @Test
    void theSameCaptionFromLongBeforeIsNotOurs() {
      Checkpoint marked = marked(publication);
      server
          .json(200, state("PUBLISHED"))
          .json(200, "{\"data\":[" + media("1", SAME, "2026-11-20T02:00:00+0000") + "]}");

      assertThat(lookUp(marked)).isInstanceOf(LookUp.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FINISHED", "IN_PROGRESS"})
    void aContainerNotPublishedIsGoneOnWith(String code) {
      Checkpoint marked = marked(publication);
      server.json(200, state(code));

      assertThat(lookUp(marked))
          .isInstanceOfSatisfying(
              LookUp.NotPublished.class,
              n ->
                  assertThat(n.checkpoint().values())
                      .containsEntry("container", "c1")
                      .doesNotContainKey("publishing"));
    }

    @Test
    void aFinishedContainerInTheFirstTenSecondsDecidesNothing() {
      Checkpoint marked = marked(publication);
      clock.step(Duration.ofSeconds(9));
      server.json(200, state("FINISHED"));

      assertThat(client.lookUp(access, LookUpRequest.of(publication, marked)))
          .isInstanceOf(LookUp.Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "ERROR"})
    void aDeadContainerBeginsAgain(String code) {
      Checkpoint marked = marked(publication);
      server.json(200, state(code));

      assertThat(lookUp(marked)).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
    }

    @ParameterizedTest
    @CsvSource({"400,100,33", "400,190,0", "500,2,0", "400,24,2207008"})
    void anAnswerWithoutAStateDecidesNothing(int status, int code, int subcode) {
      Checkpoint marked = marked(publication);
      server.json(status, error(code, subcode));

      assertThat(lookUp(marked)).isInstanceOf(LookUp.Undecided.class);
    }

    @Test
    void silenceDecidesNothing() {
      Checkpoint marked = marked(publication);
      server.hangUp();

      assertThat(lookUp(marked)).isInstanceOf(LookUp.Undecided.class);
    }
  }

  @Nested
  class Read {

    private final RemotePost one = new RemotePost("1", Optional.empty());
    private final RemotePost two = new RemotePost("2", Optional.empty());

    private Figure figure(Map<RemotePost, Reading> readings, Metric metric) {
      Reading reading = Objects.requireNonNull(readings.get(one));
      assertThat(reading).isInstanceOf(Reading.Measured.class);
      return Objects.requireNonNull(((Reading.Measured) reading).figures().get(metric));
    }

    private String insight(String name, int value) {
      return "{\"name\":\""
          + name
          + "\",\"period\":\"lifetime\",\"values\":[{\"value\":"
          + value
          + "}]}";
    }

    @Test
    void readsInsightsOneCallForEachMedia() {
      server
          .json(
              200,
              "{\"data\":["
                  + insight("views", 1532)
                  + ","
                  + insight("reach", 900)
                  + ","
                  + insight("likes", 0)
                  + ",{\"name\":\"saved\",\"total_value\":{\"value\":4}}]}")
          .json(200, "{\"data\":[]}");

      Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

      assertThat(figure(readings, Metric.VIEWS)).isEqualTo(Figure.of(1532));
      assertThat(figure(readings, Metric.REACH)).isEqualTo(Figure.of(900));
      assertThat(figure(readings, Metric.LIKES)).isEqualTo(Figure.of(0));
      assertThat(figure(readings, Metric.SAVES)).isEqualTo(Figure.of(4));
      assertThat(figure(readings, Metric.SHARES)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
      assertThat(readings.get(two))
          .isInstanceOfSatisfying(
              Reading.Measured.class,
              m ->
                  assertThat(m.figures())
                      .hasSize(Metric.values().length)
                      .containsValue(Figure.missing(Figure.Gap.NOT_YET))
                      .doesNotContainValue(Figure.of(0)));
      assertThat(server.taken().getTarget())
          .isEqualTo("/v25.0/1/insights?metric=views%2Creach%2Clikes%2Ccomments%2Csaved%2Cshares");
    }

    @ParameterizedTest
    @CsvSource({"10,0", "100,2108006", "200,0"})
    void whereInsightsRefuseTheMediasOwnCountersServe(int code, int subcode) {
      server.json(400, error(code, subcode)).json(200, "{\"id\":\"1\",\"comments_count\":3}");

      Map<RemotePost, Reading> readings = client.read(access, List.of(one));

      assertThat(figure(readings, Metric.COMMENTS)).isEqualTo(Figure.of(3));
      assertThat(figure(readings, Metric.LIKES)).isEqualTo(Figure.missing(Figure.Gap.HIDDEN));
      assertThat(figure(readings, Metric.VIEWS)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"100,33", "24,2207006"})
    void aMediaNotFoundIsAQuestionOfPresence(int code, int subcode) {
      server.json(400, error(code, subcode)).json(200, "{\"data\":[]}");

      Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

      assertThat(readings.get(one)).isEqualTo(new Reading.Absent());
      assertThat(readings.get(two)).isInstanceOf(Reading.Measured.class);
    }

    @ParameterizedTest
    @CsvSource({"190,463,RECONNECT", "80002,0,RATE_LIMITED", "4,0,RATE_LIMITED"})
    void aDeadTokenOrAThrottleEndsTheReading(int code, int subcode, Kind kind) {
      server.json(400, error(code, subcode));

      assertThat(client.read(access, List.of(one, two)).values())
          .hasSize(2)
          .allSatisfy(
              r ->
                  assertThat(r)
                      .isInstanceOfSatisfying(
                          Reading.Failed.class,
                          f -> assertThat(f.failure().kind()).isEqualTo(kind)));
      assertThat(server.arrived()).isEqualTo(1);
    }

    @Test
    void readingStopsBeforeTheBudgetIsSpent() {
      server.json(200, "{\"data\":[]}", "X-App-Usage", "{\"call_count\":96,\"total_time\":2}");

      Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

      assertThat(readings.get(one)).isInstanceOf(Reading.Measured.class);
      assertThat(readings.get(two))
          .isInstanceOfSatisfying(
              Reading.Failed.class,
              f -> assertThat(f.failure().kind()).isEqualTo(Kind.RATE_LIMITED));
    }

    @Test
    void aBudgetSpentWithTheThirdOfTenStopsThere() {
      String header =
          "{\"17841\":[{\"type\":\"instagram\",\"call_count\":100,"
              + "\"estimated_time_to_regain_access\":37}]}";
      server
          .json(200, "{\"data\":[]}")
          .json(200, "{\"data\":[]}")
          .json(200, "{\"data\":[]}", "X-Business-Use-Case-Usage", header);
      List<RemotePost> ten = new java.util.ArrayList<>();
      for (int i = 0; i < 10; i++) {
        ten.add(new RemotePost("" + i, Optional.empty()));
      }

      Map<RemotePost, Reading> readings = client.read(access, ten);

      assertThat(server.arrived()).isEqualTo(3);
      assertThat(ten.subList(0, 3))
          .allSatisfy(p -> assertThat(readings.get(p)).isInstanceOf(Reading.Measured.class));
      assertThat(ten.subList(2, 10))
          .allSatisfy(
              p ->
                  assertThat(Objects.requireNonNull(readings.get(p)).spent())
                      .hasValueSatisfying(
                          f -> assertThat(f.retryAfter()).contains(Duration.ofMinutes(37))));
    }

    @Test
    void aBudgetSpentWithTheLastPostOrABadAnswerIsToldToo() {
      server
          .json(200, "{\"data\":[]}", "X-App-Usage", "{\"call_count\":100}")
          .json(400, error(100, 33), "X-App-Usage", "{\"call_count\":100}")
          .json(400, error(10, 0), "X-App-Usage", "{\"call_count\":100}");

      for (int i = 0; i < 3; i++) {
        Reading reading = Objects.requireNonNull(client.read(access, List.of(one)).get(one));
        assertThat(reading.spent()).isPresent();
      }
      assertThat(server.arrived()).isEqualTo(3);
    }

    @Test
    void garbageFailsOnePostAndSilenceTheRest() {
      server.html(200).hangUp();

      Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));

      assertThat(readings.values())
          .hasSize(2)
          .allSatisfy(r -> assertThat(r).isInstanceOf(Reading.Failed.class));
    }

    @Test
    void aMediaIsGoneOnlyWhileTheAccountItselfAnswers() {
      server
          .json(400, error(100, 33))
          .json(200, ME)
          .json(400, error(100, 33))
          .json(400, error(190, 0))
          .json(200, "{\"id\":\"1\"}")
          .html(502);

      assertThat(client.presence(access, one)).isEqualTo(Presence.GONE);
      assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
      assertThat(client.presence(access, one)).isEqualTo(Presence.PRESENT);
      assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void followersAreReadOrMissing() {
      server
          .json(200, "{\"followers_count\":321,\"id\":\"17841\"}")
          .json(400, error(190, 0))
          .html(503);

      assertThat(client.followers(access)).isEqualTo(Figure.of(321));
      assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
      assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    }
  }

  @Nested
  class Rules {

    private final ContentRules rules = client.rules(access.account());

    private ContentRules.PictureFacts picture(int width, int height) {
      return new ContentRules.PictureFacts("image/jpeg", 1000, width, height, "");
    }

    private List<String> issues(String text, ContentRules.PictureFacts... pictures) {
      return rules.check(text, List.of(pictures)).stream().map(ContentRules.Issue::key).toList();
    }

    @Test
    void aPictureIsRequired() {
      assertThat(rules.textAlone()).isFalse();
      assertThat(issues("Halo")).containsExactly("content.picture-required");
    }

    @Test
    void aCaptionHas2200CharactersWhereAnEmojiIsTwo() {
      assertThat(issues("x".repeat(2180) + "😀".repeat(10), picture(1080, 1080))).isEmpty();
      assertThat(issues("x".repeat(2190) + "😀".repeat(10), picture(1080, 1080)))
          .containsExactly("content.text-too-long");
      assertThat(issues("x".repeat(2201), picture(1080, 1080)))
          .containsExactly("content.text-too-long");
    }

    @Test
    void hashtagsAndMentionsAreCounted() {
      assertThat(issues("#a ".repeat(31) + "@b ".repeat(21), picture(1080, 1080)))
          .containsExactly("content.too-many-hashtags", "content.too-many-mentions");
      assertThat(issues("#a ".repeat(30) + "@b ".repeat(20), picture(1080, 1080))).isEmpty();
    }

    @Test
    void picturesAreJpegOfAtMost8MbBetween4To5And191To100() {
      assertThat(rules.pictures().mimeTypes()).containsExactly("image/jpeg");
      assertThat(rules.pictures().maxCount()).isEqualTo(10);
      assertThat(rules.pictures().maxBytes()).isEqualTo(8 * 1024 * 1024);
      assertThat(rules.pictures().maxAltText()).isEqualTo(1000);
      assertThat(issues("a", picture(1080, 1350), picture(1080, 566))).isEmpty();
      assertThat(issues("a", picture(1080, 1440))).containsExactly("content.picture-ratio");
      assertThat(issues("a", picture(300, 300), picture(1500, 1500)))
          .containsExactly("content.picture-width", "content.picture-width");
    }
  }
}

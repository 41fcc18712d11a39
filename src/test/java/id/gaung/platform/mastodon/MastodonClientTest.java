package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.HTML;
import static id.gaung.platform.mastodon.MastodonFixture.START;
import static id.gaung.platform.mastodon.MastodonFixture.TEXT;
import static id.gaung.platform.mastodon.MastodonFixture.boost;
import static id.gaung.platform.mastodon.MastodonFixture.list;
import static id.gaung.platform.mastodon.MastodonFixture.publication;
import static id.gaung.platform.mastodon.MastodonFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Json;
import id.gaung.platform.LookUp;
import id.gaung.platform.Metric;
import id.gaung.platform.Network;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonClientTest {

  private static final URI CALLBACK =
      URI.create("https://gaung.example/channels/oauth/mastodon/callback");
  private static final String V2 =
      """
      {"domain":"social.example","version":"2.7.2 (compatible; Other 0.16)","configuration":{
       "statuses":{"max_characters":5000,"max_media_attachments":6,"characters_reserved_per_url":25},
       "media_attachments":{"supported_mime_types":["image/png","image/jpeg","video/mp4"],
        "description_limit":1500,"image_size_limit":10485760}}}""";
  private static final String APP =
      "{\"id\":\"1\",\"client_id\":\"cid\",\"client_secret\":\"csecret\"}";

  private final ScriptedServer server = new ScriptedServer();
  private final SteppedClock clock = new SteppedClock(START);
  private final MastodonClient client = new MastodonClient(server.http, server.hosts, clock);
  private final Access access = MastodonFixture.access(server.address());

  @AfterEach
  void stop() {
    server.close();
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

  /** A checkpoint just before the status is posted. */
  private Checkpoint marked(Publication publication) {
    Checkpoint checkpoint = Checkpoint.START;
    for (int i = 0; i < publication.pictures().size(); i++) {
      server.json(200, "{\"id\":\"m" + i + "\",\"type\":\"image\"}");
      checkpoint = goesOn(client.publish(access, publication, checkpoint)).checkpoint();
      server.taken();
    }
    return goesOn(client.publish(access, publication, checkpoint)).checkpoint();
  }

  @Nested
  class Connect {

    private Connecting connect() {
      return client.connect(Map.of("server", server.address().toString()), CALLBACK, "the-state");
    }

    @Test
    void asksForTheServerAlone() {
      assertThat(client.network()).isEqualTo(Network.MASTODON);
      assertThat(client.connectFields())
          .singleElement()
          .satisfies(
              f -> {
                assertThat(f.name()).isEqualTo("server");
                assertThat(f.secret()).isFalse();
                assertThat(f.initial()).isEmpty();
              });
    }

    @Test
    void registersTheAppThereAndSendsThePersonToAgreeWithStateAndPkce() {
      server.json(200, V2).json(200, APP);

      Connecting connecting = connect();

      assertThat(connecting).isInstanceOf(Connecting.Redirect.class);
      Connecting.Redirect redirect = (Connecting.Redirect) connecting;
      assertThat(server.taken().getTarget()).isEqualTo("/api/v2/instance");
      var registration = server.taken();
      assertThat(registration.getTarget()).isEqualTo("/api/v1/apps");
      var app = Json.parse(registration.getBody().utf8()).orElseThrow();
      assertThat(app.path("redirect_uris").asText()).isEqualTo(CALLBACK.toString());
      assertThat(app.path("scopes").asText())
          .isEqualTo("read:accounts read:statuses write:statuses write:media");
      assertThat(redirect.authorize().toString())
          .startsWith(server.address() + "/oauth/authorize?response_type=code&client_id=cid")
          .contains("&state=the-state", "&code_challenge_method=S256")
          .contains("redirect_uri=https%3A%2F%2Fgaung.example%2Fchannels%2Foauth")
          .contains(
              "code_challenge="
                  + new Pkce(redirect.pending().getOrDefault("code_verifier", "")).challenge());
      assertThat(redirect.toString()).doesNotContain("csecret");
    }

    @Test
    void theChallengeIsTheOneOfRfc7636AppendixB() {
      assertThat(new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
          .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void fallsBackToVersion1OfTheInstanceDocumentAndToCoarseScopes() {
      server
          .html(404)
          .json(200, "{\"uri\":\"social.example\",\"max_toot_chars\":3000}")
          .json(422, "{\"error\":\"invalid scope\"}")
          .json(200, APP);

      Connecting.Redirect redirect = (Connecting.Redirect) connect();

      assertThat(redirect.authorize().toString()).contains("scope=read%20write&");
      server.taken();
      assertThat(server.taken().getTarget()).isEqualTo("/api/v1/instance");
    }

    @Test
    void completingGivesTheAccountItsServersLimitsAndATokenThatNeverExpires() {
      server.json(200, V2).json(200, APP);
      Map<String, String> pending = ((Connecting.Redirect) connect()).pending();
      server
          .json(200, "{\"access_token\":\"tok\",\"token_type\":\"Bearer\",\"created_at\":1}")
          .json(200, "{\"id\":\"7\",\"username\":\"brand\",\"acct\":\"brand\"}");

      Connecting connecting = client.complete(pending, "the-code", CALLBACK);

      assertThat(connecting).isInstanceOf(Connecting.Connected.class);
      Access connected = ((Connecting.Connected) connecting).access();
      Account account = connected.account();
      assertThat(account.server()).isEqualTo(server.address());
      assertThat(account.remoteId()).isEqualTo("7");
      assertThat(account.handle()).isEqualTo("brand@social.example");
      assertThat(account.traits())
          .containsEntry("max_characters", "5000")
          .containsEntry("characters_reserved_per_url", "25")
          .containsEntry("max_media_attachments", "6")
          .containsEntry("description_limit", "1500")
          .containsEntry("image_size_limit", "10485760")
          .containsEntry("supported_mime_types", "image/png,image/jpeg");
      assertThat(connected.credentials().refreshAt()).isEmpty();
      assertThat(connected.credentials().expiresAt()).isEmpty();
      server.taken();
      server.taken();
      assertThat(server.takenBody())
          .contains(
              "grant_type=authorization_code",
              "code=the-code",
              "client_secret=csecret",
              "code_verifier=" + pending.get("code_verifier"));
      assertThat(server.taken().getHeaders().get("Authorization")).isEqualTo("Bearer tok");
    }

    @Test
    void aHandleThatAlreadyNamesItsServerIsKept() {
      server
          .json(200, "{\"access_token\":\"tok\"}")
          .json(200, "{\"id\":\"7\",\"acct\":\"a@b.example\"}");

      Connecting.Connected connected =
          (Connecting.Connected)
              client.complete(Map.of("server", server.address().toString()), "c", CALLBACK);

      assertThat(connected.access().account().handle()).isEqualTo("a@b.example");
    }

    @ParameterizedTest
    @CsvSource({"400", "401"})
    void aCodeThatIsWrongSaysSo(int status) {
      server.json(status, "{\"error\":\"invalid_grant\",\"error_description\":\"expired\"}");

      Failure failure =
          refused(client.complete(Map.of("server", server.address().toString()), "c", CALLBACK));

      assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_WRONG);
      assertThat(failure.detail()).isEqualTo("invalid_grant: expired");
    }

    @Test
    void aBadTokenThatComesAs422OnVerifyCredentialsIsWrongToo() {
      server.json(200, "{\"access_token\":\"tok\"}").html(422);

      assertThat(
              refused(client.complete(Map.of("server", server.address().toString()), "c", CALLBACK))
                  .kind())
          .isEqualTo(Kind.CREDENTIALS_WRONG);
    }

    @Test
    void aServerThatIsNoMastodonIsNotFound() {
      server.html(200).html(200);

      assertThat(refused(connect()).kind()).isEqualTo(Kind.SERVER_NOT_FOUND);
    }

    @Test
    void aServerThatIsDownForAMomentIsAHiccup() {
      server.html(502).html(502);

      assertThat(refused(connect()).kind()).isEqualTo(Kind.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://10.0.0.1", "http://social.example", "not a name"})
    void aServerThatIsNotAllowedIsNotAsked(String typed) {
      assertThat(refused(client.connect(Map.of("server", typed), CALLBACK, "s")).kind())
          .isEqualTo(Kind.SERVER_NOT_FOUND);
      assertThat(server.arrived()).isZero();
    }

    @Test
    void aWholeAccountNameIsTakenForItsServer() {
      server.json(200, V2).json(200, APP);
      String typed = "@brand@" + server.address().getAuthority().replace("127.0.0.1", "localhost");

      // Without a scheme HTTPS is meant, which this server does not speak: asked, not refused.
      Failure failure = refused(client.connect(Map.of("server", typed), CALLBACK, "s"));

      assertThat(failure.detail()).doesNotContain("not allowed");
    }

    @Test
    void registrationRefusedBecauseOfTooManyRequestsWaits() {
      server.json(200, V2).json(429, "{\"error\":\"Too many requests\"}");

      assertThat(refused(connect()).kind()).isEqualTo(Kind.RATE_LIMITED);
    }

    @Test
    void refreshingAsksToConnectAgain() {
      Refreshing refreshing = client.refresh(access);

      assertThat(refreshing)
          .isInstanceOfSatisfying(
              Refreshing.Failed.class,
              f -> assertThat(f.failure().kind()).isEqualTo(Kind.RECONNECT));
    }
  }

  @Nested
  class Publish {

    @Test
    void aTextIsMarkedBeforeItIsPosted() {
      Publication publication = publication(TEXT, 0);

      PublishStep.Continue marked = goesOn(client.publish(access, publication, Checkpoint.START));

      assertThat(marked.checkpoint().values()).containsKey("posting");
      assertThat(server.arrived()).isZero();
    }

    @Test
    void aTextIsPostedOnceWithItsKeyPublicAndInItsLanguage() {
      Publication publication = publication(TEXT, 0);
      Checkpoint marked = marked(publication);
      server.json(200, status("115", START, HTML));

      PublishStep step = client.publish(access, publication, marked);

      assertThat(step)
          .isEqualTo(
              new PublishStep.Published(
                  new RemotePost(
                      "115", Optional.of(URI.create("https://social.example/@brand/115")))));
      var request = server.taken();
      assertThat(request.getTarget()).isEqualTo("/api/v1/statuses");
      assertThat(request.getHeaders().get("Idempotency-Key"))
          .isEqualTo(publication.id().toString());
      assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer geheim-token");
      var body = Json.parse(request.getBody().utf8()).orElseThrow();
      assertThat(body.path("status").asText()).isEqualTo(TEXT);
      assertThat(body.path("visibility").asText()).isEqualTo("public");
      assertThat(body.path("language").asText()).isEqualTo("id");
      assertThat(body.has("media_ids")).isFalse();
    }

    @Test
    void picturesAreUploadedOneByOneWithTheirDescriptionAndWaitedFor() {
      Publication publication = publication(TEXT, 2);
      server
          .json(202, "{\"id\":\"m0\",\"url\":null}")
          .json(200, "{\"id\":\"m1\"}")
          .json(206, "{\"id\":\"m0\"}")
          .json(200, "{\"id\":\"m0\"}");

      PublishStep.Continue first = goesOn(client.publish(access, publication, Checkpoint.START));
      PublishStep.Continue second = goesOn(client.publish(access, publication, first.checkpoint()));
      PublishStep.Continue waiting =
          goesOn(client.publish(access, publication, second.checkpoint()));
      clock.step(waiting.pause());
      PublishStep.Continue ready =
          goesOn(client.publish(access, publication, waiting.checkpoint()));
      PublishStep.Continue marked = goesOn(client.publish(access, publication, ready.checkpoint()));
      server.json(200, status("115", START, HTML));
      client.publish(access, publication, marked.checkpoint());

      assertThat(waiting.pause()).isPositive();
      String upload = server.takenBody();
      assertThat(upload).contains("name=\"description\"", "Gambar 0", "name=\"file\"");
      assertThat(server.takenBody()).contains("Gambar 1", publication.id() + "-1.jpg");
      assertThat(server.taken().getTarget()).isEqualTo("/api/v1/media/m0");
      server.taken();
      assertThat(server.takenBody()).contains("\"media_ids\":[\"m0\",\"m1\"]");
    }

    @Test
    void aPictureTheServerCannotProcessIsRefused() {
      Publication publication = publication(TEXT, 1);
      server.json(202, "{\"id\":\"m0\"}").json(422, "{\"error\":\"Error processing\"}");
      Checkpoint uploaded =
          goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();

      PublishStep.Failed failed = failed(client.publish(access, publication, uploaded));

      assertThat(failed.failure().kind()).isEqualTo(Kind.MEDIA_REJECTED);
      assertThat(failed.checkpoint().values()).doesNotContainKey("media.0");
    }

    @Test
    void aPictureThatIsNeverReadyIsGivenUpAfterFiveMinutes() {
      Publication publication = publication(TEXT, 1);
      server.json(202, "{\"id\":\"m0\"}").json(206, "{}").json(206, "{}");
      Checkpoint uploaded =
          goesOn(client.publish(access, publication, Checkpoint.START)).checkpoint();
      clock.step(Duration.ofMinutes(4));
      goesOn(client.publish(access, publication, uploaded));
      clock.step(Duration.ofMinutes(2));

      assertThat(failed(client.publish(access, publication, uploaded)).failure().kind())
          .isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void aLostAnswerToAnUploadIsAHiccupForNothingIsVisible() {
      Publication publication = publication(TEXT, 1);
      server.hangUp();

      PublishStep.Failed failed = failed(client.publish(access, publication, Checkpoint.START));

      assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
      assertThat(server.arrived()).isEqualTo(1);
    }

    @Test
    void aLostAnswerToTheStatusIsUnknownAndNothingIsSentAgain() {
      Publication publication = publication(TEXT, 0);
      Checkpoint marked = marked(publication);
      server.hangUp();
      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);

      server.silence();
      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);

      assertThat(server.arrived()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 408, 500, 502, 503, 504})
    void anAnswerThatSaysNothingIsUnknown(int status) {
      Publication publication = publication(TEXT, 0);
      Checkpoint marked = marked(publication);
      server.html(status);

      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);
      assertThat(server.arrived()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "401|{\"error\":\"The access token was revoked\"}|RECONNECT",
          "401|(nothing)|RECONNECT",
          "403|{\"error\":\"This action is outside the authorized scopes\"}|PERMISSION",
          "403|{\"error\":\"Your login is currently disabled\"}|ACCOUNT_BLOCKED",
          "404|<h1>404 Not Found</h1>|SERVER_NOT_FOUND",
          "422|{\"error\":\"Validasi gagal: Batas karakter 500 terlampaui\"}|TEXT_REJECTED",
          "400|{\"error\":\"Bad Request: status too long\"}|TEXT_REJECTED",
          "301|(nothing)|SERVER_NOT_FOUND"
        })
    void aRefusalIsClassedAndCertainlyPublishedNothing(int status, String body, Kind kind) {
      Publication publication = publication(TEXT, 0);
      Checkpoint marked = marked(publication);
      server.json(status, body.equals("(nothing)") ? "" : body);

      PublishStep.Failed failed = failed(client.publish(access, publication, marked));

      assertThat(failed.failure().kind()).isEqualTo(kind);
      assertThat(failed.checkpoint().values()).doesNotContainKey("posting");
    }

    @Test
    void tooManyRequestsWaitUntilTheIsoInstantOfTheHeader() {
      Publication publication = publication(TEXT, 0);
      Checkpoint marked = marked(publication);
      server.json(
          429,
          "{\"error\":\"Too many requests\"}",
          "X-RateLimit-Reset",
          "2026-11-24T02:07:30.123456Z");

      Failure failure = failed(client.publish(access, publication, marked)).failure();

      assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
      assertThat(failure.retryAfter().orElseThrow())
          .isBetween(Duration.ofSeconds(450), Duration.ofSeconds(451));
    }

    @Test
    void aStatusRefusedBecauseAPictureIsNotReadyIsPostedLater() {
      Publication publication = publication(TEXT, 1);
      Checkpoint marked = marked(publication);
      server.json(422, "{\"error\":\"Berkas belum selesai\"}").json(206, "{}").json(200, "{}");

      PublishStep.Failed failed = failed(client.publish(access, publication, marked));

      assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
      goesOn(client.publish(access, publication, failed.checkpoint()));
    }

    @Test
    void aStatusRefusedBecauseItsPictureHangsOnAnotherOneIsUnknown() {
      Publication publication = publication(TEXT, 1);
      Checkpoint marked = marked(publication);
      server.json(422, "{\"error\":\"x\"}").json(404, "{\"error\":\"Record not found\"}");

      assertThat(client.publish(access, publication, marked))
          .isInstanceOf(PublishStep.Unknown.class);
    }

    @Test
    void anEmptyStatusIsNeverSentForSomeServersTakeIt() {
      assertThat(
              failed(client.publish(access, publication(" ", 0), Checkpoint.START))
                  .failure()
                  .kind())
          .isEqualTo(Kind.TEXT_REJECTED);
      assertThat(server.arrived()).isZero();
    }

    @Test
    void noSecretStandsInAnyFailure() {
      Publication publication = publication(TEXT, 0);
      Checkpoint marked = marked(publication);
      server.hangUp().json(401, "{\"error\":\"bad\"}");

      assertThat(client.publish(access, publication, marked).toString())
          .doesNotContain("geheim-token");
      assertThat(client.publish(access, publication, marked).toString())
          .doesNotContain("geheim-token");
    }
  }

  @Nested
  class LookingUp {

    private static final String REWRITTEN = "<p>di Martapura kini: Kopi Banua (UMKM) [tautan]</p>";

    private final Publication publication = publication(TEXT, 0);

    private LookUp lookUp() {
      Checkpoint marked = marked(publication);
      clock.step(Duration.ofSeconds(10));
      return client.lookUp(access, publication, marked);
    }

    private String old(int id) {
      return status("" + id, START.minus(Duration.ofHours(id)), HTML);
    }

    @Test
    void withoutTheMarkNothingWasPostedAndNobodyIsAsked() {
      LookUp lookUp = client.lookUp(access, publication, Checkpoint.START);

      assertThat(lookUp).isEqualTo(new LookUp.NotPublished(Checkpoint.START));
      assertThat(server.arrived()).isZero();
    }

    @Test
    void aStatusWithTheContentAndTimeIsFoundInTheAccountsOwnList() {
      server.json(200, list(List.of(status("115", START, HTML), old(1))));

      assertThat(lookUp())
          .isInstanceOfSatisfying(
              LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo("115"));
      assertThat(server.taken().getTarget())
          .isEqualTo("/api/v1/accounts/7/statuses?limit=40&exclude_reblogs=true");
    }

    @Test
    void aStatusIsFoundByItsSourceWhereTheServerChangedTheContent() {
      server
          .json(200, list(List.of(status("115", START, REWRITTEN))))
          .json(
              200,
              "{\"id\":\"115\",\"text\":" + Json.write(Json.object().put("t", TEXT)).substring(5));

      assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
      server.taken();
      assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses/115/source");
    }

    @Test
    void theSameTextFromBeforeTheAttemptIsNotOurs() {
      server.json(200, list(List.of(old(1))));

      assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    }

    @Test
    void anotherTextOfTheSameTimeIsNotOursAndItsSourceIsNotAskedFor() {
      server.json(200, list(List.of(status("115", START, "<p>Kopi Banua</p>"), old(1))));

      assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
      assertThat(server.arrived()).isOne();
    }

    @Test
    void theSameWordsInAnotherOrderAreNotOursWhereNoSourceSaysSo() {
      server.json(200, list(List.of(status("115", START, REWRITTEN), old(1)))).html(404);

      assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503})
    void theSameWordsWhoseSourceCouldNotBeReadDecideNothing(int status) {
      server.json(200, list(List.of(status("115", START, REWRITTEN), old(1)))).html(status);

      assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
    }

    @Test
    void aBoostOfTheSameTextIsNotOurs() {
      server.json(200, list(List.of(boost("116", START, HTML), old(1))));

      assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    }

    @Test
    void aStatusWithAnotherNumberOfPicturesIsNotOurs() {
      String withPicture =
          status("115", START, HTML)
              .replace("\"media_attachments\":[]", "\"media_attachments\":[{\"id\":\"9\"}]");
      server.json(200, list(List.of(withPicture, old(1))));

      assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
    }

    @Test
    void aStatusWithOurUploadedPictureIsOursWhateverItsText() {
      Publication pictured = publication(TEXT, 1);
      Checkpoint marked = marked(pictured);
      clock.step(Duration.ofSeconds(10));
      server.json(
          200,
          list(
              List.of(
                  status("115", START, "<p>lain</p>")
                      .replace(
                          "\"media_attachments\":[]", "\"media_attachments\":[{\"id\":\"m0\"}]"))));

      assertThat(client.lookUp(access, pictured, marked)).isInstanceOf(LookUp.Found.class);
    }

    @Test
    void anEmptyHealthyListMeansNotPublished() {
      server.json(200, "[]");

      assertThat(lookUp())
          .isInstanceOfSatisfying(
              LookUp.NotPublished.class,
              n -> assertThat(n.checkpoint().values()).doesNotContainKey("posting"));
    }

    @Test
    void anAbsenceInTheFirstTenSecondsDecidesNothing() {
      Checkpoint marked = marked(publication);
      clock.step(Duration.ofSeconds(9));
      server.json(200, "[]");

      assertThat(client.lookUp(access, publication, marked)).isInstanceOf(LookUp.Undecided.class);
    }

    @Test
    void aFullPageThatDoesNotReachBackIsFollowedByOlderOnes() {
      List<String> page = new ArrayList<>();
      IntStream.range(0, 40)
          .forEach(i -> page.add(status("" + (300 - i), START, "<p>" + i + "</p>")));
      server.json(200, list(page));
      server.json(200, list(List.of(status("115", START, HTML))));

      assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
    }

    @Test
    void sourcesAreNotAskedForWhatCameLongAfterTheCall() {
      String later = status("300", START.plus(Duration.ofHours(1)), REWRITTEN);
      server.json(200, list(List.of(later, status("115", START, REWRITTEN))));
      server.html(404);

      assertThat(lookUp()).isInstanceOf(LookUp.NotPublished.class);
      server.taken();
      assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses/115/source");
    }

    @Test
    void aFullPageFromAServerThatDoesNotTurnPagesDecidesNothing() {
      List<String> page = new ArrayList<>();
      IntStream.range(0, 20)
          .forEach(i -> page.add(status("" + (300 - i), START, "<p>" + i + "</p>")));
      server.json(200, list(page));
      server.json(200, list(page));

      assertThat(lookUp())
          .isInstanceOfSatisfying(
              LookUp.Undecided.class, u -> assertThat(u.evidence()).contains("reach back"));
    }

    @Test
    void aServerWhoseClockIsBehindIsReadByItsOwnClock() {
      Instant behind = START.minus(Duration.ofMinutes(3));
      server.json(
          200, list(List.of(status("115", behind, HTML))), "Date", "Tue, 24 Nov 2026 01:57:10 GMT");

      assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 404, 429, 500, 502})
    void anAnswerThatIsNoListDecidesNothing(int status) {
      server.html(status);

      assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
    }

    @Test
    void silenceDecidesNothing() {
      server.hangUp();

      assertThat(lookUp()).isInstanceOf(LookUp.Undecided.class);
    }
  }

  @Nested
  class Read {

    private final RemotePost one = new RemotePost("1", Optional.empty());
    private final RemotePost two = new RemotePost("2", Optional.empty());

    private Map<RemotePost, Reading> read() {
      return client.read(access, List.of(one, two));
    }

    private Figure figure(Map<RemotePost, Reading> readings, RemotePost post, Metric metric) {
      Reading reading = Objects.requireNonNull(readings.get(post));
      assertThat(reading).isInstanceOf(Reading.Measured.class);
      return Objects.requireNonNull(((Reading.Measured) reading).figures().get(metric));
    }

    @Test
    void readsTwentyInOneCallAndWhatIsOmittedIsAbsent() {
      server.json(200, list(List.of(status("1", START, HTML))));

      Map<RemotePost, Reading> readings = read();

      assertThat(client.readBatchSize()).isEqualTo(20);
      assertThat(server.taken().getTarget()).isEqualTo("/api/v1/statuses?id%5B%5D=1&id%5B%5D=2");
      assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
      assertThat(figure(readings, one, Metric.COMMENTS)).isEqualTo(Figure.of(2));
      assertThat(figure(readings, one, Metric.SHARES)).isEqualTo(Figure.of(3));
      for (Metric metric : List.of(Metric.VIEWS, Metric.REACH, Metric.SAVES)) {
        assertThat(figure(readings, one, metric)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
      }
      assertThat(readings.get(two)).isEqualTo(new Reading.Absent());
    }

    @Test
    void quotesCountAsShares() {
      String quoted =
          status("1", START, HTML)
              .replace("\"replies_count\":2", "\"replies_count\":2,\"quotes_count\":4");
      server.json(200, list(List.of(quoted, status("2", START, HTML))));

      assertThat(figure(read(), one, Metric.SHARES)).isEqualTo(Figure.of(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 422})
    void aServerThatRefusesTheBatchIsAskedOneByOne(int status) {
      server.html(status).json(200, status("1", START, HTML)).html(404);

      Map<RemotePost, Reading> readings = read();

      assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
      assertThat(readings.get(two)).isEqualTo(new Reading.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"statuses\":[]}", "garbage", "[{\"id\":\"777\"}]"})
    void aServerThatIgnoresTheParameterIsAskedOneByOne(String answer) {
      server.json(200, answer).json(200, status("1", START, HTML)).json(410, "{}");

      Map<RemotePost, Reading> readings = read();

      assertThat(figure(readings, one, Metric.LIKES)).isEqualTo(Figure.of(5));
      assertThat(readings.get(two)).isEqualTo(new Reading.Absent());
      assertThat(server.arrived()).isEqualTo(3);
    }

    @Test
    void theBoostOfAStatusThatIsGoneIsNotTheStatus() {
      server
          .html(404)
          .json(200, boost("77", START, HTML))
          .json(200, boost("78", START, HTML))
          .json(200, boost("77", START, HTML));

      assertThat(read())
          .containsEntry(one, new Reading.Absent())
          .containsEntry(two, new Reading.Absent());
      assertThat(client.presence(access, one)).isEqualTo(Presence.GONE);
    }

    @ParameterizedTest
    @CsvSource({"401,RECONNECT", "429,RATE_LIMITED", "500,TRANSIENT"})
    void aRefusalHoldsForAllPosts(int status, Kind kind) {
      server.html(status);

      assertThat(read().values())
          .hasSize(2)
          .allSatisfy(
              r ->
                  assertThat(r)
                      .isInstanceOfSatisfying(
                          Reading.Failed.class,
                          f -> assertThat(f.failure().kind()).isEqualTo(kind)));
      assertThat(server.arrived()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"200,PRESENT", "404,GONE", "410,GONE", "401,UNKNOWN", "500,UNKNOWN", "429,UNKNOWN"})
    void presenceIsAskedAtTheStatusItself(int status, Presence presence) {
      server.json(status, status == 200 ? status("1", START, HTML) : "{\"error\":\"x\"}");

      assertThat(client.presence(access, one)).isEqualTo(presence);
    }

    @Test
    void presenceIsUnknownBehindGarbageAndSilence() {
      server.html(200).hangUp();

      assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
      assertThat(client.presence(access, one)).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void followersAreReadFromTheAccount() {
      server.json(200, "{\"id\":\"7\",\"followers_count\":1204}");

      assertThat(client.followers(access)).isEqualTo(Figure.of(1204));
    }

    @Test
    void followersAreReadFromThePublicAccountWhereVerifyingIsRefused() {
      server.html(422).json(200, "{\"id\":\"7\",\"followers_count\":9}");

      assertThat(client.followers(access)).isEqualTo(Figure.of(9));
      server.taken();
      assertThat(server.taken().getTarget()).isEqualTo("/api/v1/accounts/7");
    }

    @Test
    void followersThatCannotBeReadAreMissingNotZero() {
      server.html(401).html(401).hangUp();

      assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
      assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.NOT_YET));
    }
  }

  @Nested
  class Rules {

    private ContentRules rules(Map<String, String> traits) {
      return client.rules(new Account(Network.MASTODON, server.address(), "7", "a", traits));
    }

    @Test
    void aLinkCounts23AndARemoteMentionOnlyItsName() {
      String text =
          "Halo @budi@toko.example lihat https://ex.am/" + "a".repeat(80) + " 👨‍👩‍👧‍👦";

      assertThat(rules(Map.of()).length(text))
          .isEqualTo(new ContentRules.TextLength("Halo @budi lihat ".length() + 23 + 2, 500));
    }

    @Test
    void theServersOwnLimitsHold() {
      ContentRules rules =
          rules(
              Map.of(
                  "max_characters", "5000",
                  "characters_reserved_per_url", "25",
                  "max_media_attachments", "6",
                  "image_size_limit", "1000",
                  "description_limit", "100",
                  "supported_mime_types", "image/png,image/gif"));

      assertThat(rules.length("https://ex.am/a")).isEqualTo(new ContentRules.TextLength(25, 5000));
      assertThat(rules.pictures().maxCount()).isEqualTo(6);
      assertThat(rules.pictures().maxBytes()).isEqualTo(1000);
      assertThat(rules.pictures().maxAltText()).isEqualTo(100);
      assertThat(rules.pictures().mimeTypes()).containsExactly("image/png");
    }

    @Test
    void withoutLimitsOfItsOwnStockMastodonsHold() {
      ContentRules rules = rules(Map.of());

      assertThat(rules.textAlone()).isTrue();
      assertThat(rules.pictures().maxCount()).isEqualTo(4);
      assertThat(rules.pictures().maxBytes()).isEqualTo(16 * 1024 * 1024);
      assertThat(rules.pictures().mimeTypes())
          .containsExactly("image/jpeg", "image/png", "image/webp");
      assertThat(rules.check("x".repeat(501), List.of()))
          .extracting(ContentRules.Issue::key)
          .containsExactly("content.text-too-long");
    }
  }
}

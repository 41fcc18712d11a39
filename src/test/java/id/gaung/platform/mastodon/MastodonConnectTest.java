package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Pkce;
import id.gaung.platform.Refreshing;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting an account. */
class MastodonConnectTest extends MastodonWorld {

  private Connecting connect() {
    return client.connect(Map.of("server", server.address().toString()), CALLBACK, "the-state");
  }

  @Test
  void asksForTheServerAlone() {
    assertThat(client.network()).isEqualTo(Nets.MASTODON);
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
    var app = AnswerJson.parse(registration.getBody().utf8()).orElseThrow();
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

  /** The domain of an account is not always its server's: Mastodon's WEB_DOMAIN. */
  @Test
  void anAccountsDomainIsAskedWhereItsServerIs() {
    String other = "http://localhost:" + server.address().getPort();
    server.json(
        200,
        """
        {"subject":"acct:umkm@kota.example","links":[
         {"rel":"http://webfinger.net/rel/profile-page","href":"https://elsewhere.example/@umkm"},
         {"rel":"self","type":"application/activity+json","href":"%s/users/umkm"}]}"""
            .formatted(other));

    assertThat(
            new AccountHosts(new MastodonApi(server.http, clock), server.hosts)
                .of(server.address(), "@umkm@kota.example"))
        .contains(URI.create(other));
    assertThat(server.taken().getTarget())
        .isEqualTo("/.well-known/webfinger?resource=acct%3Aumkm%40kota.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\">"
            + "<Link rel=\"lrdd\" template=\"OTHER/.well-known/webfinger?resource={uri}\"/></XRD>",
        "LOCATION"
      })
  void aDomainAloneSaysByHostMetaWhereItsServerIs(String told) {
    String other = "http://localhost:" + server.address().getPort();
    server.html(404).html(404);
    if (told.equals("LOCATION")) {
      server.json(301, "", "Location", other + "/.well-known/host-meta");
    } else {
      server.json(200, told.replace("OTHER", other), "Content-Type", "application/xrd+xml");
    }
    server.json(200, V2).json(200, APP);

    Connecting.Redirect redirect = (Connecting.Redirect) connect();

    assertThat(redirect.authorize().toString()).startsWith(other + "/oauth/authorize?");
  }

  /** Nobody is sent round in circles, and what makes no sense leads nowhere. */
  @ParameterizedTest
  @ValueSource(strings = {"", "<html>hello", "{\"links\":[{\"rel\":\"self\",\"href\":\"urn:x\"}]}"})
  void aDomainThatDoesNotSayIsNotFound(String told) {
    server.html(404).html(404).json(200, told);
    assertThat(((Connecting.Refused) connect()).failure().kind()).isEqualTo(Kind.SERVER_NOT_FOUND);
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
            Refreshing.Failed.class, f -> assertThat(f.failure().kind()).isEqualTo(Kind.RECONNECT));
  }

  @Test
  void theTokenIsRevokedWhenTheAccountIsDisconnected() {
    server.json(200, "{}").html(502);

    assertThat(client.revoke(access)).isEqualTo(id.gaung.platform.Revoking.REVOKED);
    assertThat(server.takenBody()).contains("token=geheim-token");
    assertThat(client.revoke(access)).isEqualTo(id.gaung.platform.Revoking.NOT_CERTAIN);
    assertThat(server.taken().getTarget()).isEqualTo("/oauth/revoke");
  }
}

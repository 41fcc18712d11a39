package id.gaung.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.PublishMode;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Revoking;
import id.gaung.platform.WebAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, choosing a page, renewing and giving back. */
class LinkedInConnectTest extends LinkedInWorld {

  private static final String GRANT = "{\"access_token\":\"a2\",\"expires_in\":5183999%s}";
  private static final String PARTNER = ",\"refresh_token\":\"r2\",\"refresh_token_expires_in\":%d";
  private static final String ROLES =
      """
      {"elements":[
       {"role":"ADMINISTRATOR","state":"APPROVED","organization":"urn:li:organization:11"},
       {"role":"CONTENT_ADMINISTRATOR","state":"APPROVED","organization":"urn:li:organization:22"},
       {"role":"ADMINISTRATOR","state":"REVOKED","organization":"urn:li:organization:33"},
       {"role":"ADMINISTRATOR","organizationTarget":"urn:li:organization:44"},
       {"role":"ADMINISTRATOR","organization":"urn:li:organizationBrand:55"},7]}""";
  private static final String NAMES =
      """
      {"results":{"11":{"localizedName":"Gaung","vanityName":"gaung-balikpapan"},
        "22":{"localizedName":"Arsip","vanityName":"../jahat"}}}""";

  private static Failure refused(Connecting connecting) {
    assertThat(connecting).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) connecting).failure();
  }

  private Credentials refreshed(String more) {
    server.json(200, GRANT.formatted(more));
    return client
        .refresh(access)
        .match(Refreshing.Refreshed::credentials, failed -> Credentials.NONE);
  }

  @Test
  void people_publish_by_hand_until_linkedin_has_given_its_product() {
    NetworkModule module = NetworkModule.of(Nets.LINKEDIN);
    assertThat(module.traits().modes()).containsExactly(PublishMode.BY_HAND, PublishMode.API);
    assertThat(module.permit()).isEqualTo(Permit.FOR_EVERYTHING);
  }

  @Test
  void the_person_agrees_with_state_and_the_secret_never_leaves_with_them() {
    Connecting.Redirect redirect =
        (Connecting.Redirect) client.connect(Map.of(), CALLBACK, "keadaan");

    assertThat(redirect.authorize().toString())
        .startsWith(server.address() + "/oauth/v2/authorization?response_type=code&client_id=id-1&")
        .contains(
            "redirect_uri=" + WebAddress.encoded(CALLBACK.toString()),
            "state=keadaan",
            "scope=w_organization_social%20r_organization_social%20rw_organization_admin")
        // Others asked with prompt=none, and nobody could agree for the first time.
        .doesNotContain("rahasia", "prompt", "code_challenge", "w_member_social");
  }

  @Test
  void all_pages_are_offered_and_what_stands_against_each() {
    server.json(200, GRANT.formatted("")).json(200, ROLES).json(200, NAMES);

    Connecting.Choice choice = (Connecting.Choice) client.complete(Map.of(), "kode", CALLBACK);

    assertThat(server.takenBody())
        .contains("grant_type=authorization_code", "code=kode", "client_secret=rahasia");
    var roles = server.taken();
    assertThat(roles.getHeaders().get("LinkedIn-Version")).isEqualTo("202610");
    assertThat(roles.getHeaders().get("X-Restli-Protocol-Version")).isEqualTo("2.0.0");
    assertThat(server.taken().getTarget()).isEqualTo("/rest/organizations?ids=List(11,22,44)");
    assertThat(choice.options())
        .extracting(Connecting.Option::id, Connecting.Option::handle, Connecting.Option::isOpen)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("11", "company/gaung-balikpapan", true),
            org.assertj.core.groups.Tuple.tuple("22", "company/22", false),
            org.assertj.core.groups.Tuple.tuple("44", "company/44", true));
    assertThat(choice.options().get(1).against()).contains("channel.connect.linkedin.against.role");
    assertThat(choice.toString()).doesNotContain("a2");
    assertThat(refused(client.choose(choice.pending(), "22")).code()).isEqualTo("NO_CHOICE");
    Access taken = ((Connecting.Connected) client.choose(choice.pending(), "11")).access();
    assertThat(taken.account().remoteId()).isEqualTo("11");
    assertThat(taken.account().server()).isEqualTo(server.address());
    assertThat(taken.credentials().secrets()).containsEntry("access_token", "a2");
    assertThat(taken.credentials().expiresAt()).contains(START.plusSeconds(5_183_999));
    assertThat(taken.credentials().refreshAt()).isEmpty();
  }

  /** Others saw no page at all where one role had been taken away. */
  @Test
  void a_page_that_may_not_be_read_hides_no_other() {
    server
        .json(200, GRANT.formatted(""))
        .json(200, ROLES)
        .json(
            403,
            "{\"status\":403,\"message\":\"Viewer don't have permission to the ADMIN_ONLY"
                + " VisibilityReduction for urn:li:organization:22\"}");

    Connecting.Choice choice = (Connecting.Choice) client.complete(Map.of(), "kode", CALLBACK);

    assertThat(choice.options())
        .extracting(Connecting.Option::name)
        .containsExactly("11", "22", "44");
  }

  /** Others showed the first page of the list alone. */
  @Test
  void roles_beyond_the_first_hundred_are_asked_for() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append(i == 0 ? "" : ",")
          .append(
              "{\"role\":\"ADMINISTRATOR\",\"organization\":\"urn:li:organization:%d\"}"
                  .formatted(1000 + i));
    }
    server
        .json(200, GRANT.formatted(""))
        .json(200, "{\"elements\":[" + many + "]}")
        .json(200, ROLES)
        .json(200, NAMES)
        .json(200, NAMES)
        .json(200, NAMES);

    Connecting.Choice choice = (Connecting.Choice) client.complete(Map.of(), "kode", CALLBACK);

    assertThat(choice.options()).hasSize(103);
    server.taken();
    assertThat(server.taken().getTarget()).endsWith("&start=0");
    assertThat(server.taken().getTarget()).endsWith("&start=100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r_organization_social,rw_organization_admin|platform.connecting.linkedin-write",
        "w_organization_social rw_organization_admin|platform.connecting.linkedin-read",
        "w_organization_social,r_organization_social|platform.connecting.linkedin-admin",
        "openid,profile|platform.connecting.linkedin-all",
      })
  void what_was_not_granted_is_named_in_a_sentence(String granted, String sentence) {
    server.json(200, GRANT.formatted(",\"scope\":\"" + granted + "\""));

    assertThat(refused(client.complete(Map.of(), "kode", CALLBACK)).code()).isEqualTo(sentence);
    assertThat(server.arrived()).isEqualTo(1);
  }

  @Test
  void without_an_app_nothing_is_asked_and_the_words_say_what_is_missing() {
    LinkedInClient bare = client(Map.of("clientId", "", "clientSecret", ""));

    assertThat(bare.lacking()).containsExactly("clientId", "clientSecret");
    assertThat(refused(bare.connect(Map.of(), CALLBACK, "s")).code())
        .isEqualTo("platform.connecting.linkedin-settings");
    assertThat(bare.refresh(access)).isInstanceOf(Refreshing.Failed.class);
    assertThat(bare.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
    assertThat(server.arrived()).isZero();
  }

  @Test
  void settings_that_cannot_be_right_are_told_when_it_starts() {
    assertThat(LinkedInApp.judge(settings(Map.of())).wrong()).isFalse();
    assertThat(LinkedInApp.judge(settings(Map.of("clientId", "", "clientSecret", ""))).wrong())
        .isFalse();
    assertThat(LinkedInApp.judge(settings(Map.of("clientId", ""))).wrong()).isTrue();
    assertThat(LinkedInApp.judge(settings(Map.of("version", "202613"))).wrong()).isTrue();
    assertThat(LinkedInApp.judge(settings(Map.of("version", "latest"))).wrong()).isTrue();
    assertThat(LinkedInApp.of(settings(Map.of())).toString()).doesNotContain("rahasia");
  }

  @Test
  void a_token_that_nothing_renews_says_when_it_ends_and_is_not_due() {
    LinkedInClient other = client(Map.of());
    Access plain = access(Map.of("access_token", "a1"));

    assertThat(other.refresh(plain))
        .isInstanceOfSatisfying(
            Refreshing.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.RECONNECT));
    assertThat(server.arrived()).isZero();
  }

  @Test
  void a_partners_token_is_renewed_from_four_fifths_of_its_life_on() {
    Credentials fresh = refreshed(PARTNER.formatted(31_536_000));

    assertThat(fresh.expiresAt()).contains(START.plusSeconds(5_183_999));
    assertThat(fresh.refreshAt().orElseThrow())
        .isBetween(START.plus(Duration.ofDays(47)), START.plus(Duration.ofDays(52)));
  }

  /** The refresh token lives a year from the consent; renewing makes that no longer. */
  @Test
  void the_last_token_of_the_year_is_told_to_people_in_time() {
    Credentials last = refreshed(PARTNER.formatted(86_400 * 30));

    assertThat(last.refreshAt()).isEmpty();
    assertThat(last.expiresAt()).contains(START.plusSeconds(5_183_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "\"7200\"", "null", "99999999999", "{}"})
  void a_life_that_makes_no_sense_is_sixty_days(String expires) {
    server.json(200, "{\"access_token\":\"a2\",\"expires_in\":" + expires + "}");

    Credentials fresh =
        client.refresh(access).match(Refreshing.Refreshed::credentials, failed -> Credentials.NONE);

    assertThat(fresh.expiresAt()).contains(START.plus(Duration.ofDays(60)));
  }

  @Test
  void the_token_is_given_back_but_not_when_it_was_replaced() {
    server.json(200, "{}");
    assertThat(client.revoke(access)).isEqualTo(Revoking.REVOKED);
    assertThat(server.takenBody()).contains("token=geheim");
    server.json(404, "{}");
    assertThat(client.revoke(access)).isEqualTo(Revoking.NOT_CERTAIN);
    assertThat(client.revokeReplaced(access)).isEqualTo(Revoking.NOT_OFFERED);
    assertThat(server.arrived()).isEqualTo(2);
  }

  @Test
  void an_account_by_hand_without_a_login_is_not_asked_for() {
    Access entered = access(Map.of());
    RemotePost post = new RemotePost(URN, Optional.empty());

    assertThat(client.read(entered, List.of(post)).get(post))
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            f -> assertThat(f.failure().kind()).isEqualTo(Failure.Kind.PERMISSION));
    assertThat(client.followers(entered)).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
    assertThat(server.arrived()).isZero();
  }
}

package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.identity.Profile.ChangePassword;
import id.gaung.identity.Profile.ChangeProfile;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class ProfileTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final String OLD = "kopi susu gula aren";
  private static final String NEW = "es doger di pinggir pantai";
  private static int made;

  private final IdentityWorld world = new IdentityWorld(DATABASE);
  private final Person person =
      world.withPassword("profile" + ++made + "@example.org", OLD, Role.STAFF);
  private final Actor by = person.actor();
  private final Token session = world.sessions.start(person, Sessions.Way.PASSWORD);

  @Test
  void name_and_language_are_the_persons_own() {
    world.profile.edit(by, new ChangeProfile(" Nama\u200b   Baru ", Language.EN, Optional.empty()));
    SignedInViewer viewer = world.sessions.viewer(session).orElseThrow();
    assertThat(viewer.getName()).isEqualTo("Nama Baru");
    assertThat(viewer.language()).isEqualTo(Language.EN);
  }

  @Test
  void a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    Token other = world.sessions.start(person, Sessions.Way.PASSWORD);
    SignInLink link = world.links.create(IdentityWorld.SYSTEM, person.id());
    refused("current", "password.current-wrong", new ChangePassword("wrong", NEW, NEW));
    assertThat(world.sessions.viewer(other)).isPresent();
    world.profile.changePassword(by, session, new ChangePassword(OLD, NEW, NEW));
    assertThat(world.sessions.viewer(session)).isPresent();
    assertThat(world.sessions.viewer(other)).isEmpty();
    assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.UNKNOWN);
    assertThat(world.signIn.withPassword(person.email(), NEW, "::1", Optional.empty())).isNotNull();
    assertThatThrownBy(
            () -> world.signIn.withPassword(person.email(), OLD, "::1", Optional.empty()))
        .hasMessageContaining("sign-in.wrong");
    assertThat(world.auditLog())
        .contains("person.password-changed")
        .doesNotContain(NEW)
        .doesNotContain("argon2");
  }

  @Test
  void the_new_password_is_typed_twice_and_is_not_the_address() {
    refused("repeat", "password.repeat", new ChangePassword(OLD, NEW, NEW + "x"));
    String email = person.email().toUpperCase(java.util.Locale.ROOT);
    refused("password", "password.is-email", new ChangePassword(OLD, email, email));
  }

  @Test
  void whoever_has_just_come_by_a_link_is_not_asked_for_a_forgotten_password() {
    Token byLink = world.links.spend(world.links.create(IdentityWorld.SYSTEM, person.id()).token());
    assertThat(world.profile.asksCurrent(by, session)).isTrue();
    assertThat(world.profile.asksCurrent(by, byLink)).isFalse();
    world.profile.changePassword(by, byLink, new ChangePassword("", NEW, NEW));
    assertThat(world.signIn.withPassword(person.email(), NEW, "::1", Optional.empty())).isNotNull();
  }

  @Test
  void a_session_begun_by_a_link_asks_for_the_password_once_one_was_chosen_in_it() {
    Token byLink = world.links.spend(world.links.create(IdentityWorld.SYSTEM, person.id()).token());
    world.profile.prove(by, byLink, "", "tokenPassword");
    world.profile.changePassword(by, byLink, new ChangePassword("", NEW, NEW));
    assertThat(world.profile.asksCurrent(by, byLink)).isTrue();
    String newest = "soto banjar di tepi sungai";
    assertThatThrownBy(
            () -> world.profile.changePassword(by, byLink, new ChangePassword("", newest, newest)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> world.profile.prove(by, byLink, "", "tokenPassword"))
        .isInstanceOf(Problem.class);
    world.profile.changePassword(by, byLink, new ChangePassword(NEW, newest, newest));
    Person fresh = world.person("fresh" + made + "@example.org", Role.STAFF);
    Token first = world.links.spend(world.links.create(IdentityWorld.SYSTEM, fresh.id()).token());
    assertThat(world.profile.asksCurrent(fresh.actor(), first)).isFalse();
    world.profile.changePassword(fresh.actor(), first, new ChangePassword("", NEW, NEW));
    assertThat(world.profile.asksCurrent(fresh.actor(), first)).isTrue();
  }

  @Test
  void an_api_token_stands_for_its_owner_until_it_is_revoked() {
    Token token = world.tokens.create(by, new NewApiToken("impor"));
    assertThat(token.value()).startsWith("gaung_").hasSize(49);
    assertThat(only().lastUsedAt()).isEmpty();
    assertThat(world.tokens.viewer(token).orElseThrow().id()).isEqualTo(person.id());
    assertThat(only().lastUsedAt()).contains(world.clock.instant());
    var first = world.clock.instant();
    world.clock.move(Duration.ofSeconds(59));
    world.tokens.viewer(token);
    assertThat(only().lastUsedAt()).contains(first);
    world.clock.move(Duration.ofSeconds(1));
    world.tokens.viewer(token);
    assertThat(only().lastUsedAt()).contains(world.clock.instant());
    world.tokens.revoke(by, only().id());
    assertThat(world.tokens.viewer(token)).isEmpty();
    assertThat(world.tokens.of(person.id())).isEmpty();
    assertThat(world.auditLog())
        .contains("api-token.made {\"name\":\"impor\"}")
        .contains("api-token.revoked")
        .doesNotContain(token.value());
  }

  @Test
  void nobody_revokes_the_token_of_another() {
    Token token = world.tokens.create(by, new NewApiToken("impor"));
    Person other = world.person("other" + made + "@example.org", Role.ADMIN);
    assertThatThrownBy(() -> world.tokens.revoke(other.actor(), only().id()))
        .hasMessageContaining("NOT_FOUND");
    assertThat(world.tokens.viewer(token)).isPresent();
  }

  @Test
  void a_person_has_twenty_tokens_at_most() {
    for (int i = 0; i < ApiTokens.MOST; i++) {
      world.tokens.create(by, new NewApiToken("token " + i));
    }
    assertThatThrownBy(() -> world.tokens.create(by, new NewApiToken("one more")))
        .hasMessageContaining("token.too-many");
  }

  @Test
  void a_token_ends_on_its_day_and_with_the_password() {
    Token week = world.tokens.create(by, new NewApiToken("week", Optional.of(7), ""));
    Token usual = world.tokens.create(by, new NewApiToken("usual"));
    world.clock.move(Duration.ofDays(7));
    assertThat(world.tokens.viewer(week)).isEmpty();
    assertThat(world.tokens.viewer(usual)).isPresent();
    assertThat(only().expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofDays(83)));
    world.profile.changePassword(by, session, new ChangePassword(OLD, NEW, NEW));
    assertThat(world.tokens.viewer(usual)).isEmpty();
  }

  @Test
  void the_present_password_is_guessed_five_times_at_most() {
    for (int i = 0; i < Throttle.PER_PAIR; i++) {
      refused("current", "password.current-wrong", new ChangePassword("guess", NEW, NEW));
    }
    assertThatThrownBy(
            () -> world.profile.changePassword(by, session, new ChangePassword(OLD, NEW, NEW)))
        .hasMessageContaining("TOO_MANY");
    assertThatThrownBy(() -> world.profile.prove(by, session, OLD, "tokenPassword"))
        .hasMessageContaining("TOO_MANY");
  }

  @Test
  void common_passwords_are_refused_and_lengths_are_in_characters() {
    for (String common :
        List.of(
            "aaaaaaaaaaaa",
            "password1234",
            "123456789012",
            "qwertyuiop12",
            "abcabcabcabc",
            "iloveyou1234",
            "a".repeat(199),
            "😀".repeat(12))) {
      refused("password", "password.common", new ChangePassword(OLD, common, common));
    }
    String short11 = "😀ab😀cd😀ef😀g";
    refused("password", "password.length", new ChangePassword(OLD, short11, short11));
    String long200 = "kopi susu gula aren di pinggir pantai lama " + "😀".repeat(157);
    world.profile.changePassword(by, session, new ChangePassword(OLD, long200, long200));
  }

  private ApiToken only() {
    return world.tokens.of(person.id()).get(0);
  }

  private void refused(String field, String key, ChangePassword change) {
    assertThatThrownBy(() -> world.profile.changePassword(by, session, change))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.errors().get(0).field()).isEqualTo(field);
              assertThat(problem.errors().get(0).key()).isEqualTo(key);
            });
  }
}

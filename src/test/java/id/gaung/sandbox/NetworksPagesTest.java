package id.gaung.sandbox;

import static id.gaung.kernel.Nets.BLUESKY;
import static id.gaung.kernel.Nets.MASTODON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.TestViewer;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class NetworksPagesTest {

  private static final PracticeWorld WORLD = new PracticeWorld();
  private static final Rendering RENDERING = new Rendering("web", "sandbox");
  private static final Viewer STAFF =
      new TestViewer(Actor.person(new UUID(0, 1), "Rina", Set.of(Role.STAFF)));

  private final NetworksPages pages = WORLD.page();

  @AfterEach
  void switchOff() {
    WORLD.faults.switchOffAll(BLUESKY);
    WORLD.faults.switchOffAll(MASTODON);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @Test
  void a_fault_that_is_switched_on_strikes_as_often_as_was_said_and_is_switched_off_again()
      throws IOException {
    PracticeAccount account = WORLD.account(BLUESKY);
    Response on = pages.switchOn(STAFF, everywhere(FaultKind.HTTP_500).with("times", "1"));
    assertThat(on.getStatus()).isEqualTo(303);
    long id = WORLD.faults.list().get(0).id();
    assertThat(shown()).contains("/practice/networks/faults/" + id + "/off", "1 kali lagi");
    assertThat(signIn(account).status()).isEqualTo(500);
    assertThat(signIn(account).status()).isEqualTo(200);

    pages.switchOn(STAFF, everywhere(FaultKind.HTTP_500));
    assertThat(signIn(account).status()).isEqualTo(500);
    assertThat(signIn(account).status()).isEqualTo(500);
    pages.switchOff(STAFF, WORLD.faults.list().get(0).id(), Form.empty());
    assertThat(signIn(account).status()).isEqualTo(200);
    assertThat(WORLD.faults.list()).isEmpty();
  }

  @Test
  void a_fault_can_be_meant_for_one_account_alone() {
    PracticeAccount account = WORLD.account(MASTODON);
    pages.switchOn(STAFF, order(account, FaultKind.TOKEN_EXPIRED));
    assertThat(WORLD.faults.list().get(0).accountId()).contains(account.id());
    assertThat(WORLD.faults.list().get(0).network()).isEqualTo(MASTODON);
  }

  @Test
  void what_makes_no_sense_is_shown_again_with_the_reason() {
    PracticeAccount account = WORLD.account(MASTODON);
    Form slow = order(account, FaultKind.SLOW);
    assertThat(pages.switchOn(STAFF, slow).getStatus()).isEqualTo(422);
    assertThat(slow.error("amount")).isPresent();
    Form rare = order(account, FaultKind.SLOW).with("amount", "900").with("percent", "101");
    Response refused = pages.switchOn(STAFF, rare);
    assertThat(rare.error("percent")).isPresent();
    assertThat(RENDERING.of((View) refused.getEntity())).contains("value=\"900\"");
    assertThat(WORLD.faults.list()).isEmpty();

    pages.switchOn(STAFF, order(account, FaultKind.SLOW).with("amount", "9").with("percent", "40"));
    assertThat(WORLD.faults.list().get(0).probability()).isEqualTo(0.4);
    assertThat(shown()).contains("40% dari kesempatan");
  }

  @Test
  void only_what_can_go_wrong_on_a_network_is_offered_and_taken() {
    WORLD.account(MASTODON);
    for (Network network : PracticeServer.networks()) {
      String page = RENDERING.of(pages.show(STAFF, Optional.of(network.name())));
      for (Network other : PracticeServer.networks()) {
        boolean offered = page.contains("<option value=\"" + other + "\"");
        assertThat(offered).as(network + " " + other).isEqualTo(other == network);
      }
      for (FaultKind kind : FaultKind.values()) {
        boolean offered = page.contains("<option value=\"" + kind + "\"");
        assertThat(offered).as(network + " " + kind).isEqualTo(kind.fits(network));
      }
    }
    for (FaultKind kind :
        new FaultKind[] {FaultKind.KEY_IGNORED, FaultKind.REPEAT_500, FaultKind.CLOCK_BEHIND}) {
      Response refused = pages.switchOn(STAFF, everywhere(kind).with("amount", "9"));
      assertThat(refused.getStatus()).as(kind.name()).isEqualTo(422);
      assertThat(RENDERING.of((View) refused.getEntity()))
          .contains("href=\"#f-kind\"", "tidak ada di Bluesky");
    }
    assertThat(WORLD.faults.list()).isEmpty();
  }

  @Test
  void posts_that_arrived_are_listed_duplicates_marked_and_can_be_deleted() throws IOException {
    PracticeAccount account = WORLD.account(BLUESKY);
    String token = signIn(account).json().path("accessJwt").asText();
    for (String text : new String[] {"Amplang!", "Amplang!", "Hanya sekali"}) {
      assertThat(post(account, token, text).status()).isEqualTo(200);
    }
    String page = shown();
    assertThat(page).contains("Ganda: sampai 2 kali", "Hanya sekali");
    assertThat(page.split("Ganda: sampai", -1)).hasSize(3);
    assertThat(page).contains(WORLD.uri(BLUESKY) + "/profile/" + account.handle());

    PracticePost newest = WORLD.posts.newest(BLUESKY, 1).get(0).post();
    assertThat(newest.text()).isEqualTo("Hanya sekali");
    Form delete = Form.empty().with("post", newest.remoteId());
    assertThat(pages.delete(STAFF, BLUESKY, delete).getStatus()).isEqualTo(303);
    assertThat(WORLD.posts.newest(BLUESKY, 1).get(0).post().deletedAt()).isPresent();
    assertThat(pages.delete(STAFF, BLUESKY, delete).getStatus()).isEqualTo(409);

    pages.expireTokens(STAFF, BLUESKY, Form.empty().with("account", account.handle()));
    Reply late = post(account, token, "Terlambat");
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.json().path("error").asText()).isEqualTo("ExpiredToken");
  }

  @Test
  void what_is_needed_to_connect_an_account_stands_there() {
    SandboxAccounts accounts = WORLD.accounts;
    accounts.ensureUsual();
    String page = shown();
    assertThat(page).contains(SandboxAccounts.PASSWORD, "Izinkan", "href=\"/channels\"");
    for (Network network : PracticeServer.networks()) {
      assertThat(page).contains(WORLD.uri(network).toString());
      accounts.list(network).forEach(account -> assertThat(page).contains(account.handle()));
    }
  }

  private String shown() {
    return RENDERING.of(pages.show(STAFF, Optional.empty()));
  }

  private static Form everywhere(FaultKind kind) {
    return Form.empty()
        .with("target", BLUESKY.name())
        .with("kind", kind.name())
        .with("scope", FaultScope.EVERY_CALL.name());
  }

  private static Form order(PracticeAccount account, FaultKind kind) {
    return Form.empty()
        .with("target", FaultOrder.target(account))
        .with("kind", kind.name())
        .with("scope", FaultScope.EVERY_CALL.name());
  }

  private static Reply post(PracticeAccount account, String token, String text) throws IOException {
    ObjectNode body =
        PracticeJson.object()
            .put("repo", account.remoteId())
            .put("collection", "app.bsky.feed.post");
    body.putObject("record")
        .put("$type", "app.bsky.feed.post")
        .put("text", text)
        .put("createdAt", "2026-11-24T02:00:00.000Z");
    return WORLD.send(
        WORLD
            .request(BLUESKY, "/xrpc/com.atproto.repo.createRecord", Optional.of(token))
            .header("Content-Type", "application/json")
            .POST(PracticeWorld.json(body)));
  }

  private static Reply signIn(PracticeAccount account) throws IOException {
    ObjectNode body =
        PracticeJson.object()
            .put("identifier", account.handle())
            .put("password", SandboxAccounts.PASSWORD);
    return WORLD.send(
        WORLD
            .request(BLUESKY, "/xrpc/com.atproto.server.createSession")
            .header("Content-Type", "application/json")
            .POST(PracticeWorld.json(body)));
  }
}

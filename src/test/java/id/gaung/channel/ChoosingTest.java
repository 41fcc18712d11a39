package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.View;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of several accounts of one login is connected. */
@Tag("database")
class ChoosingTest {

  private static final Connecting.Option FIRST = option("1", Optional.empty());
  private static final Connecting.Option SECOND = option("2", Optional.empty());
  private static final Connecting.Option CLOSED =
      option("3", Optional.of("channel.refused.disconnected"));

  private final World world = new World();
  private final FakePlatform network = new FakePlatform(Nets.MASTODON);
  private final ChannelFeature feature =
      new ChannelFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
          new Sealing(new byte[32]),
          List.of(network),
          URI.create("https://gaung.test/"));
  private final Actor admin = world.person("Ayu", Role.ADMIN);

  private static Connecting.Option option(String id, Optional<String> against) {
    return new Connecting.Option(id, "Halaman " + id, "halaman." + id, against);
  }

  private Connected agreed(Connecting.Option... options) {
    network.options = List.of(options);
    URI authorize =
        feature
            .connections()
            .connect(
                admin,
                new ConnectChannel(
                    Nets.MASTODON, Map.of("handle", "redirect", "secret", "s"), "Kota kita"))
            .authorize()
            .orElseThrow();
    String state = authorize.getQuery().replaceAll(".*state=([^&]*).*", "$1");
    return feature.connections().complete(admin, Nets.MASTODON, state, "several");
  }

  @Test
  void what_was_left_empty_is_named_and_nothing_else() {
    assertThatThrownBy(
            () ->
                feature
                    .connections()
                    .connect(
                        admin,
                        new ConnectChannel(
                            Nets.MASTODON, Map.of("handle", "kota", "secret", " "), "")))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors()).containsExactly(FieldError.of("secret", "field.required")));
  }

  private UUID choose(Actor by, Choosing choosing, String id) {
    return feature.connections().choose(by, new ChooseAccount(Nets.MASTODON, choosing.state(), id));
  }

  private static void refused(ThrowingCallable act, String key) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo(key));
  }

  /** What waits for this test's person. */
  private long waiting() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from channel_connecting where person_id = ?")
                .bind(0, admin.id().orElseThrow())
                .mapTo(Long.class)
                .one());
  }

  @Test
  void the_chosen_account_is_connected_once_under_the_label_that_was_typed() {
    Choosing choosing = agreed(FIRST, SECOND, CLOSED).choice().orElseThrow();

    UUID id = choose(admin, choosing, "2");

    assertThat(feature.channels().get(id).handle()).isEqualTo("page-2");
    assertThat(feature.channels().get(id).label()).isEqualTo("Kota kita");
    refused(() -> choose(admin, choosing, "2"), "channel.refused.state");
    assertThat(world.foundation.audit().about("channel", id).toString().split("connected", -1))
        .hasSize(2);
    assertThat(waiting()).isZero();
  }

  @Test
  void what_is_not_offered_or_cannot_be_taken_leaves_the_choice_open() {
    Choosing choosing = agreed(FIRST, SECOND, CLOSED).choice().orElseThrow();

    for (String wrong : List.of("9", "3", "")) {
      refused(() -> choose(admin, choosing, wrong), "problem.invalid");
    }

    assertThat(choose(admin, choosing, "1")).isNotNull();
  }

  @Test
  void a_choice_is_its_persons_and_ends_after_a_quarter_of_an_hour() {
    Choosing choosing = agreed(FIRST, SECOND).choice().orElseThrow();
    Actor other = world.person("Budi", Role.ADMIN);
    refused(() -> choose(other, choosing, "1"), "channel.refused.state");
    refused(
        () -> feature.connections().choosing(other, Nets.MASTODON, choosing.state()),
        "channel.refused.state");
    refused(() -> choose(world.person("Rina", Role.STAFF), choosing, "1"), "problem.only.ADMIN");

    world.clock.step(Duration.ofMinutes(15));

    refused(() -> choose(admin, choosing, "1"), "channel.refused.state");
  }

  @Test
  void the_state_of_a_choice_ends_no_agreement_and_the_other_way_round() {
    Choosing choosing = agreed(FIRST, SECOND).choice().orElseThrow();
    refused(
        () -> feature.connections().complete(admin, Nets.MASTODON, choosing.state(), "code"),
        "channel.refused.state");
    assertThat(choose(admin, choosing, "1")).isNotNull();
  }

  @Test
  void one_account_is_taken_without_asking() {
    Connected connected = agreed(FIRST);
    assertThat(feature.channels().get(connected.channelId().orElseThrow()).handle())
        .isEqualTo("page-1");
  }

  @Test
  void where_nothing_can_be_taken_a_sentence_says_why() {
    refused(() -> agreed(), "channel.refused.no-account");
    refused(() -> agreed(CLOSED), "channel.refused.disconnected");
    assertThat(waiting()).isZero();
  }

  @Test
  void a_network_that_is_disturbed_is_asked_again_with_the_same_choice() {
    Choosing choosing = agreed(FIRST, SECOND).choice().orElseThrow();
    network.choiceRefused = Optional.of(Failure.of(Failure.Kind.TRANSIENT, "2", ""));
    refused(() -> choose(admin, choosing, "1"), "channel.connecting.disturbed");
    network.choiceRefused = Optional.empty();
    assertThat(choose(admin, choosing, "1")).isNotNull();
  }

  @Test
  void the_page_shows_names_and_reasons_and_nothing_secret() {
    Choosing choosing = agreed(FIRST, SECOND, CLOSED).choice().orElseThrow();
    Choosing seen = feature.connections().choosing(admin, Nets.MASTODON, choosing.state());

    String page =
        new Rendering("web", "platform", "channel", "channel-connect")
            .of(
                new View(
                    "channel/choose.jte",
                    new ChoosingPages.Choose(
                        Nets.MASTODON, seen, Form.empty().with("state", seen.state()))));

    assertThat(page)
        .contains("Halaman 1", "halaman.2", "sudah diputus", "value=\"2\"")
        .doesNotContain("pending-secret");
    assertThat(seen.toString() + choosing).doesNotContain("pending-secret");
    String stored =
        world.jdbi.withHandle(
            h ->
                h.createQuery(
                        "select encode(sealed_pending, 'escape') from channel_connecting where person_id = ?")
                    .bind(0, admin.id().orElseThrow())
                    .mapTo(String.class)
                    .one());
    assertThat(stored).doesNotContain("pending-secret", "Halaman");
  }

  @Test
  void a_network_that_says_more_of_why_an_account_is_not_connected_is_heard() {
    network.refusal =
        Optional.of(
            Failure.of(Failure.Kind.PERMISSION, "platform.connecting.telegram-post", "no right"));
    refused(
        () ->
            feature
                .connections()
                .connect(
                    admin,
                    new ConnectChannel(
                        Nets.MASTODON, Map.of("handle", "kota", "secret", "s"), "Kota kita")),
        "platform.connecting.telegram-post");
  }
}

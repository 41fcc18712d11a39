package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Channels.RenameChannel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Access;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import id.gaung.platform.Refreshing;
import id.gaung.platform.Revoking;
import id.gaung.platform.SteppedClock;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.View;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
class ChannelsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
  private static final Failure EXPIRED = Failure.of(Failure.Kind.TOKEN_EXPIRED, "190", "");

  private final SteppedClock clock = new SteppedClock(NOON);
  private final FakePlatform network = new FakePlatform(Nets.MASTODON);
  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  private Foundation foundation;
  private ChannelFeature feature;
  private Actor admin;

  @BeforeEach
  void prepare() {
    Transactions transactions = new Transactions(jdbi);
    foundation =
        new Foundation(
            jdbi, transactions, new Audit(jdbi, transactions, clock), new UuidV7Ids(), clock);
    feature = feature();
    admin = person("Ayu", Role.ADMIN);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private ChannelFeature feature() {
    return new ChannelFeature(
        foundation,
        new IdentityFeature(foundation, true, URI.create("http://localhost")).people(),
        new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
        List.of(network),
        URI.create("https://gaung.test/"));
  }

  private Actor person(String name, Role role) {
    UUID id = foundation.ids().next();
    jdbi.useHandle(
        h ->
            h.execute(
                "insert into person (id, email, name, created_at) values (?, ?, ?, now())",
                id,
                id + "@contoh.go.id",
                name));
    return Actor.person(id, name, Set.of(role));
  }

  private OpenChannel open(UUID id) {
    return Optional.ofNullable(feature.channels().accounts().open(List.of(id)).get(id))
        .orElseThrow();
  }

  private ConnectChannel command(String handle, String secret) {
    return new ConnectChannel(Nets.MASTODON, Map.of("handle", handle, "secret", secret), "");
  }

  private UUID connect(String handle, String secret) {
    return feature.connections().connect(admin, command(handle, secret)).channelId().orElseThrow();
  }

  @Test
  void an_input_without_a_value_is_named() {
    Map<String, String> input = new HashMap<>(Map.of("secret", "s"));
    input.put("handle", null);
    assertThatThrownBy(() -> new ConnectChannel(Nets.MASTODON, input, ""))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.errors().get(0).field()).isEqualTo("input.handle"));
  }

  @Test
  void a_connected_account_lies_sealed_and_nothing_shows_its_secret() {
    UUID id = connect("kota", "s3cret-token");
    String stored =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        "select channel::text || coalesce(encode(sealed_secrets, 'escape'), '')"
                            + " from channel")
                    .mapTo(String.class)
                    .one());
    assertThat(stored).doesNotContain("s3cret");
    String audit = foundation.audit().about("channel", id).toString();
    assertThat(audit).contains("channel.connected").doesNotContain("s3cret");
    OpenChannel open = open(id);
    assertThat(open.toString() + open.channel() + command("kota", "s3cret-token"))
        .doesNotContain("s3cret");
    assertThat(open.access().credentials().secrets()).containsEntry("token", "s3cret-token");
  }

  @Test
  void a_secret_moved_to_another_row_does_not_open() {
    UUID one = connect("one", "a");
    UUID two = connect("two", "b");
    jdbi.useHandle(
        h ->
            h.execute(
                "update channel set sealed_secrets ="
                    + " (select sealed_secrets from channel where id = ?) where id = ?",
                one,
                two));
    assertThat(feature.channels().accounts().open(List.of(one, two))).containsOnlyKeys(one);
  }

  @Test
  void the_same_account_connected_again_is_the_same_channel() {
    UUID id = connect("kota", "a");
    feature.channels().rename(admin, id, new RenameChannel(" Kota  kita\u200b", 0));
    Channel channel = feature.channels().get(id);
    feature.channels().disconnect(admin, id, new DisconnectChannel(channel.version()));
    assertThat(feature.channels().connected()).isEmpty();
    assertThat(connect("kota", "b")).isEqualTo(id);
    assertThat(feature.channels().get(id))
        .satisfies(c -> assertThat(c.isConnected()).isTrue())
        .satisfies(c -> assertThat(c.label()).isEqualTo("Kota kita"));
  }

  @Test
  void wrong_credentials_are_refused_with_a_sentence_and_store_nothing() {
    assertThatThrownBy(() -> connect("wrong", "x"))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.key()).isEqualTo("platform.failure.CREDENTIALS_WRONG"));
    assertThat(feature.channels().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED,90,channel.connecting.wait,2",
    "TRANSIENT,30,channel.connecting.wait,1",
    "RATE_LIMITED,,channel.connecting.busy,",
    "TRANSIENT,,channel.connecting.disturbed,",
    "QUOTA,,channel.connecting.quota,",
    "REJECTED,,channel.connecting.refused,",
    "TOKEN_EXPIRED,,channel.connecting.refused,",
    "SERVER_NOT_FOUND,,platform.failure.SERVER_NOT_FOUND,",
    "ACCOUNT_BLOCKED,,platform.failure.ACCOUNT_BLOCKED,"
  })
  void whoever_connects_is_told_what_to_do_and_never_that_it_is_done_again(
      Failure.Kind kind, Long seconds, String key, String minutes) {
    network.refusal =
        Optional.of(
            new Failure(kind, "429", "", Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    assertThatThrownBy(() -> connect("kota", "s"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.args())
                  .isEqualTo(Optional.ofNullable(minutes).map(List::of).orElse(List.of()));
            });
    assertThat(count("select count(*) from channel")).isZero();
  }

  @Test
  void an_account_that_is_disconnected_is_given_back_to_its_network() {
    for (Revoking answer : Revoking.values()) {
      network.onRevoke = answer;
      UUID id = connect("akun-" + answer, "s-" + answer);
      assertThat(feature.channels().disconnect(admin, id, new DisconnectChannel(0)))
          .isEqualTo(answer);
    }
    assertThat(network.revoked)
        .extracting(access -> access.credentials().secrets().get("token"))
        .containsExactly("s-REVOKED", "s-NOT_OFFERED", "s-NOT_CERTAIN");
    // Refused as stale, nothing is given back.
    UUID id = connect("lain", "s");
    assertThatThrownBy(() -> feature.channels().disconnect(admin, id, new DisconnectChannel(9)))
        .isInstanceOf(Problem.class);
    assertThat(network.revoked).hasSize(3);
  }

  @Test
  void a_renamed_account_is_called_so_after_its_next_refresh() {
    UUID id = connect("lama", "old");
    UUID named = connect("dua", "old");
    feature.channels().rename(admin, named, new RenameChannel("Promosi", 0));
    network.onRefresh =
        access ->
            new Refreshing.Refreshed(
                new Credentials(Map.of("token", "new"), Optional.empty(), Optional.empty()),
                Optional.of("baru"));
    for (UUID channel : List.of(id, named)) {
      feature.channels().withAccess(channel, Access::account, a -> Optional.of(EXPIRED));
      assertThat(feature.channels().get(channel).handle()).isEqualTo("baru");
    }
    assertThat(feature.channels().get(id).label()).isEqualTo("baru");
    assertThat(feature.channels().get(named).label()).isEqualTo("Promosi");
    assertThat(foundation.audit().about("channel", id).toString())
        .contains("channel.handle-changed");
  }

  @Test
  void a_blocked_account_says_why_wherever_it_is_used() {
    UUID id = connect("kota", "s");
    Failure blocked = Failure.of(Failure.Kind.ACCOUNT_BLOCKED, "AccountTakedown", "");
    feature.channels().withAccess(id, Access::account, a -> Optional.of(blocked));
    assertThat(feature.channels().get(id).isBlocked()).isTrue();
    Accessed<Boolean> later =
        feature.channels().withAccess(id, access -> true, answer -> Optional.empty());
    assertThat(later.answer()).isEmpty();
    assertThat(later.failure().map(Failure::kind)).contains(Failure.Kind.ACCOUNT_BLOCKED);
  }

  @Test
  void only_a_permission_that_does_not_renew_itself_has_an_end_to_tell() {
    Instant end = NOON.plus(Duration.ofHours(2));
    network.expiresAt = Optional.of(end);
    assertThat(feature.channels().get(connect("satu", "s")).endsAt()).contains(end);
    network.refreshAt = Optional.of(NOON.plus(Duration.ofHours(1)));
    assertThat(feature.channels().get(connect("dua", "s")).endsAt()).isEmpty();
  }

  @Test
  void only_an_administrator_connects() {
    Actor staff = person("Rina", Role.STAFF);
    assertThatThrownBy(() -> feature.connections().connect(staff, command("kota", "x")))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
  }

  @Test
  void a_network_that_asks_the_person_first_hands_back_a_state_that_works_once() {
    String state = begin(admin);
    Actor other = person("Budi", Role.ADMIN);
    String foreign = begin(admin);
    assertThatThrownBy(() -> feature.connections().complete(other, Nets.MASTODON, foreign, "code"))
        .isInstanceOf(Problem.class);

    UUID id =
        feature
            .connections()
            .complete(admin, Nets.MASTODON, state, "code")
            .channelId()
            .orElseThrow();

    assertThat(feature.channels().get(id).handle()).isEqualTo("redirected");
    assertThatThrownBy(() -> feature.connections().complete(admin, Nets.MASTODON, state, "code"))
        .isInstanceOf(Problem.class);
    OpenChannel open = open(id);
    assertThat(open.access().credentials().secrets()).containsEntry("token", "pending-secretcode");
  }

  @Test
  void a_state_ends_after_a_quarter_of_an_hour() {
    String state = begin(admin);
    assertThat(count("select count(*) from channel_connecting where state_hash = '" + state + "'"))
        .isZero();
    clock.step(Duration.ofMinutes(15));
    assertThatThrownBy(() -> feature.connections().complete(admin, Nets.MASTODON, state, "code"))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("channel.refused.state"));
  }

  private String begin(Actor by) {
    URI authorize =
        feature.connections().connect(by, command("redirect", "s")).authorize().orElseThrow();
    assertThat(authorize.getQuery())
        .endsWith("redirect_uri=https://gaung.test/channels/oauth/mastodon/callback");
    return authorize.getQuery().replaceAll(".*state=([^&]+)&.*", "$1");
  }

  @Test
  void many_callers_with_an_expired_token_refresh_it_once() throws Exception {
    UUID id = connect("kota", "old");
    OpenChannel stale = open(id);
    // Another process's objects, with locks of their own: only the database is shared.
    List<Accounts> nodes =
        List.of(
            feature.channels().accounts(),
            feature.channels().accounts(),
            feature().channels().accounts(),
            feature().channels().accounts());
    CyclicBarrier together = new CyclicBarrier(nodes.size());
    CountDownLatch done = new CountDownLatch(nodes.size());
    List<String> used = new java.util.concurrent.CopyOnWriteArrayList<>();
    for (Accounts node : nodes) {
      new Thread(
              () -> {
                try {
                  together.await(30, TimeUnit.SECONDS);
                  node.withAccess(
                      stale,
                      access -> {
                        String token = token(access);
                        used.add(token);
                        return token;
                      },
                      token -> token.equals("old") ? Optional.of(EXPIRED) : Optional.empty());
                } catch (Exception failed) {
                  used.add(failed.toString());
                } finally {
                  done.countDown();
                }
              })
          .start();
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(network.refreshes).hasValue(1);
    assertThat(used)
        .containsOnly("old", "refreshed-1")
        .filteredOn("refreshed-1"::equals)
        .hasSize(4);
  }

  @Test
  void a_token_that_cannot_be_refreshed_marks_the_channel_and_says_so() {
    UUID id = connect("kota", "old");
    network.onRefresh =
        access -> new Refreshing.Failed(Failure.of(Failure.Kind.RECONNECT, "invalid_grant", ""));
    Accessed<String> asked =
        feature.channels().withAccess(id, access -> "no", answer -> Optional.of(EXPIRED));
    assertThat(asked.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.RECONNECT);
    Channel channel = feature.channels().get(id);
    assertThat(channel.state()).isEqualTo(ChannelState.RECONNECT);
    assertThat(channel.trouble()).contains("RECONNECT");
    assertThat(foundation.audit().about("channel", id).get(0).action())
        .isEqualTo("channel.needs-reconnecting");
  }

  @Test
  void a_refresh_that_ends_after_the_account_was_disconnected_brings_nothing_back() {
    UUID id = connect("kota", "old");
    network.onRefresh =
        access -> {
          feature.channels().disconnect(admin, id, new DisconnectChannel(0));
          return new Refreshing.Refreshed(
              new Credentials(Map.of("token", "new"), Optional.empty(), Optional.empty()));
        };
    feature.channels().withAccess(id, Access::account, a -> Optional.of(EXPIRED));
    assertThat(count("select count(*) from channel where sealed_secrets is not null")).isZero();
    assertThat(feature.channels().get(id).state()).isEqualTo(ChannelState.DISCONNECTED);
  }

  @Test
  void quiet_accounts_are_renewed_before_their_token_ends() {
    network.refreshAt = Optional.of(NOON.plus(Duration.ofDays(50)));
    UUID id = connect("kota", "old");
    feature.schedules().get(0).job().run();
    assertThat(network.refreshes).hasValue(0);
    clock.step(Duration.ofDays(50));
    feature.schedules().get(0).job().run();
    feature.schedules().get(0).job().run();
    assertThat(network.refreshes).hasValue(1);
    OpenChannel open = open(id);
    assertThat(token(open.access())).isEqualTo("refreshed-1");
  }

  @Test
  void its_pages_render_in_both_languages() {
    connect("kota", "a");
    UUID broken = connect("lain", "b");
    network.onRefresh =
        access -> new Refreshing.Failed(Failure.of(Failure.Kind.RECONNECT, "invalid_grant", ""));
    feature.channels().withAccess(broken, access -> "no", answer -> Optional.of(EXPIRED));
    List<View> views =
        List.of(
            new View(
                "channel/list.jte",
                new ChannelListing(
                    feature.channels().all(),
                    feature.platforms().networks(),
                    java.util.Set.of(),
                    Map.of(),
                    java.util.Map.of(),
                    java.util.Map.of(),
                    java.util.Map.of(),
                    java.util.Map.of(),
                    java.time.Instant.EPOCH,
                    true,
                    Form.empty())),
            new View(
                "channel/list.jte",
                new ChannelListing(
                    feature.channels().all(),
                    feature.platforms().networks(),
                    java.util.Set.of(),
                    Map.of(),
                    java.util.Map.of(),
                    java.util.Map.of(),
                    java.util.Map.of(),
                    java.util.Map.of(),
                    java.time.Instant.EPOCH,
                    false,
                    Form.empty())),
            new View(
                "channel/connect.jte",
                new ConnectPage(
                    Nets.MASTODON,
                    List.of(new ConnectField("server", false, "")),
                    List.of("appId"),
                    false,
                    URI.create("https://gaung.test/c"),
                    Form.empty())),
            new View(
                "channel/authorize.jte",
                new ChannelsPages.Authorize(
                    Nets.MASTODON, "https://fake.test/a?b=c&d", "fake.test")));
    for (View view : views) {
      for (Language language : Language.values()) {
        assertThat(render(view, language)).doesNotContain("!channel.").doesNotContain("!web.");
      }
    }
    assertThat(render(views.get(0), Language.ID))
        .contains("@kota", "Perlu dihubungkan ulang", "/disconnect", "Mohon hubungkan akun")
        .doesNotContain("Minta administrator");
    assertThat(render(views.get(1), Language.ID))
        .contains("@kota", "Perlu dihubungkan ulang", "Minta administrator menghubungkan ulang.")
        .doesNotContain("Mohon hubungkan akun", "/channels/connect/");
  }

  private static String render(View view, Language language) {
    var texts = Texts.load(List.of("web", "platform", "channel", "channel-connect"));
    var frame =
        new Frame(
            language,
            id.gaung.web.Theme.SYSTEM,
            texts.in(language),
            new Formats(language),
            Optional.empty(),
            "csrf",
            "/channels",
            "/channels",
            false,
            List.of(),
            Optional.empty(),
            id.gaung.web.OfficeMark.named("Dinas UMKM"));
    var out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(view.template(), Map.of("page", view.page(), "frame", frame), out);
    return out.toString();
  }

  private static String token(Access access) {
    return access.credentials().secrets().getOrDefault("token", "");
  }

  private long count(String sql) {
    return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }
}

package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.platform.CallWatch;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What networks say of limits: over a restart, on two nodes, in the middle of work. */
@Tag("database")
class BudgetsTest {

  private static final URI SERVER = URI.create("https://fake.test");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-30T02:00:00Z"));
  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = JdbiSetup.on(database.dataSource());
  private final Transactions transactions = new Transactions(jdbi);
  private final Foundation foundation =
      new Foundation(
          jdbi, transactions, new Audit(jdbi, transactions, clock), new UuidV7Ids(), clock);
  private final Actor admin = Actor.person(foundation.ids().next(), "Ayu", Set.of(Role.ADMIN));
  private final ChannelFeature node = node();

  /** One more process on the same database, or the same one started again. */
  private ChannelFeature node() {
    return new ChannelFeature(
        foundation,
        new IdentityFeature(foundation, true, URI.create("http://localhost")).people(),
        new Sealing(new byte[32]),
        List.of(new FakePlatform(Nets.MASTODON), new FakePlatform(Nets.INSTAGRAM)),
        URI.create("https://gaung.test/"));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private UUID connect(Network network, String handle) {
    return node.connections()
        .connect(admin, new ConnectChannel(network, Map.of("handle", handle, "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  private static HttpOutcome.Answered calls(int left, Instant reset) {
    return new HttpOutcome.Answered(
        200,
        Map.of(
            "x-ratelimit-limit", "300",
            "x-ratelimit-remaining", String.valueOf(left),
            "x-ratelimit-reset", reset.toString()),
        "");
  }

  private static HttpOutcome.Answered usage(String header, String body) {
    return new HttpOutcome.Answered(200, Map.of(header, body), "");
  }

  private static void answer(HttpOutcome.Answered answer) {
    CallWatch.current().answered(PlatformRequest.get(SERVER, "/api/v1/statuses"), answer);
  }

  /** One piece of work whose calls are answered so, as far as it is let. */
  private static int asked(
      ChannelFeature by, UUID channel, Work work, HttpOutcome.Answered... answers) {
    return by.channels()
        .withAccess(
            channel,
            work,
            access -> {
              for (int i = 0; i < answers.length; i++) {
                if (CallWatch.current().against().isPresent()) {
                  return i;
                }
                answer(answers[i]);
              }
              return answers.length;
            },
            done -> Optional.empty())
        .answer()
        .orElseThrow();
  }

  private Budget budget(ChannelFeature by, UUID id) {
    return by.channels().budgets(List.of(by.channels().get(id))).get(id);
  }

  private Instant in(int minutes) {
    return clock.instant().plus(Duration.ofMinutes(minutes));
  }

  private Optional<Budget.Wait> publishing(ChannelFeature by, UUID id) {
    return by.channels()
        .accounts()
        .budgets()
        .forPublishing(List.of(by.channels().get(id)))
        .get(id)
        .posts();
  }

  private long rows() {
    return jdbi.withHandle(
        h -> h.createQuery("select count(*) from channel_budget").mapTo(long.class).one());
  }

  @Test
  void a_budget_that_is_used_up_is_remembered_after_a_restart_until_it_begins_anew() {
    UUID id = connect(Nets.MASTODON, "kota");
    asked(node, id, Work.PUBLISH, calls(0, in(4)));
    ChannelFeature again = node();
    assertThat(budget(again, id).posts()).map(Budget.Wait::until).contains(in(4));
    assertThat(publishing(again, id)).isPresent();
    assertThat(asked(again, id, Work.READ, calls(300, in(9)))).isZero();

    clock.step(Duration.ofMinutes(4));
    assertThat(budget(again, id).posts()).isEmpty();
    assertThat(publishing(again, id)).isEmpty();
    assertThat(asked(again, id, Work.READ, calls(299, in(5)))).isEqualTo(1);
  }

  @Test
  void what_one_node_heard_the_other_minds_within_a_second() {
    ChannelFeature other = node();
    UUID id = connect(Nets.MASTODON, "kota");
    assertThat(publishing(other, id)).isEmpty();
    asked(node, id, Work.PUBLISH, calls(0, in(4)));
    assertThat(publishing(node, id)).isPresent();
    assertThat(asked(other, id, Work.READ, calls(1, in(4)))).isZero();
    clock.step(Duration.ofSeconds(2));
    assertThat(publishing(other, id)).isPresent();
  }

  @Test
  void an_older_word_never_replaces_a_newer_one() {
    ChannelFeature other = node();
    UUID id = connect(Nets.MASTODON, "kota");
    CallMeter slow = meter(other, id);
    slow.answered(PlatformRequest.get(SERVER, "/"), calls(290, in(4)));
    clock.step(Duration.ofSeconds(5));
    asked(node, id, Work.PUBLISH, calls(3, in(4)));
    other.channels().accounts().budgets().keep(slow);
    assertThat(budget(node, id).limits()).extracting(LimitStanding::used).containsExactly(297L);
  }

  private CallMeter meter(ChannelFeature by, UUID id) {
    return by.channels().accounts().budgets().meter(by.channels().get(id), Work.PUBLISH);
  }

  @Test
  void reading_stops_in_the_middle_of_a_batch_and_leaves_the_rest_to_who_presses_and_publishes() {
    UUID id = connect(Nets.INSTAGRAM, "kota");
    HttpOutcome.Answered[] rising = {
      usage("x-app-usage", "{\"call_count\":70}"),
      usage("x-app-usage", "{\"call_count\":74,\"total_time\":76}"),
      usage("x-app-usage", "{\"call_count\":77}")
    };
    assertThat(asked(node, id, Work.READ, rising)).isEqualTo(2);
    assertThat(asked(node, id, Work.READ, rising)).isZero();
    assertThat(budget(node, id).readings())
        .map(Budget.Wait::until)
        .contains(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(asked(node, id, Work.PRESSED, rising)).isEqualTo(3);
    assertThat(budget(node, id).posts()).isEmpty();
    assertThat(asked(node, id, Work.PUBLISH, usage("x-app-usage", "{\"call_count\":96}")))
        .isEqualTo(1);
    assertThat(asked(node, id, Work.PRESSED, rising)).isZero();
    assertThat(publishing(node, id)).isPresent();
    assertThat(node.channels().get(id).pausedUntil()).isEmpty();
  }

  /** Once it may be tried again, one call tells how it stands; the wait begins anew with it. */
  @Test
  void a_part_that_stays_used_makes_reading_wait_again_and_again_but_never_for_good() {
    UUID id = connect(Nets.INSTAGRAM, "kota");
    HttpOutcome.Answered high = usage("x-app-usage", "{\"call_count\":80}");
    for (int round = 0; round < 5; round++) {
      assertThat(asked(node, id, Work.READ, high, high, high)).isEqualTo(1);
      assertThat(budget(node, id).readings()).isPresent();
      clock.step(Duration.ofMinutes(15));
      assertThat(budget(node, id).readings()).isEmpty();
    }
  }

  @Test
  void what_all_of_an_app_share_is_minded_by_its_other_accounts() {
    UUID heard = connect(Nets.INSTAGRAM, "kota");
    UUID other = connect(Nets.INSTAGRAM, "lain");
    UUID elsewhere = connect(Nets.MASTODON, "jauh");
    asked(node, heard, Work.PUBLISH, usage("x-app-usage", "{\"call_count\":99}"));
    assertThat(budget(node, other).posts()).isPresent();
    assertThat(publishing(node, other)).isPresent();
    assertThat(budget(node, elsewhere).posts()).isEmpty();
    String own = "{\"178\":[{\"type\":\"instagram\",\"call_count\":99}]}";
    clock.step(Duration.ofMinutes(16));
    asked(node, heard, Work.PUBLISH, usage("x-business-use-case-usage", own));
    assertThat(budget(node, heard).posts()).isPresent();
    assertThat(budget(node, other).posts()).isEmpty();
  }

  @Test
  void nonsense_stops_nothing_and_years_are_a_day() {
    UUID id = connect(Nets.MASTODON, "kota");
    asked(
        node,
        id,
        Work.PUBLISH,
        new HttpOutcome.Answered(
            200, Map.of("x-ratelimit-limit", "NaN", "x-ratelimit-remaining", "-0"), ""),
        calls(301, in(4)),
        new HttpOutcome.Answered(500, Map.of("x-ratelimit-limit", "300"), "<html>"));
    assertThat(rows()).isZero();
    asked(node, id, Work.PUBLISH, calls(0, Instant.parse("2081-01-01T00:00:00Z")));
    clock.step(Duration.ofDays(1));
    assertThat(publishing(node, id)).isEmpty();
    assertThat(budget(node, id).limits()).isEmpty();
  }

  @Test
  void full_speed_writes_a_step_at_a_time() {
    UUID id = connect(Nets.MASTODON, "kota");
    jdbi.useHandle(
        h ->
            h.execute(
                """
                create table writes (at timestamptz);
                create function written() returns trigger language plpgsql as
                  $$ begin insert into writes values (now()); return new; end $$;
                create trigger t after insert or update on channel_budget
                  for each row execute function written()
                """));
    Instant reset = in(5);
    for (int left = 299; left >= 0; left--) {
      asked(node, id, Work.PUBLISH, calls(left, reset));
    }
    assertThat(budget(node, id).limits()).extracting(LimitStanding::used).containsExactly(300L);
    long writes =
        jdbi.withHandle(h -> h.createQuery("select count(*) from writes").mapTo(long.class).one());
    assertThat(writes).isLessThan(35);
  }

  /** The network itself said nothing, so nothing but what waits is stopped. */
  @Test
  void our_own_restraint_pauses_no_account() {
    UUID id = connect(Nets.MASTODON, "kota");
    Failure waits =
        NoAnswer.of(new HttpOutcome.NotSent(HttpOutcome.NotSent.Reason.WAITS, "until"), false);
    node.channels().withAccess(id, Work.READ, access -> "", answer -> Optional.of(waits));
    assertThat(node.channels().get(id).pausedUntil()).isEmpty();
    node.channels()
        .withAccess(
            id,
            access -> "",
            answer -> Optional.of(Failure.rateLimited("429", "", Duration.ofDays(9000))));
    assertThat(node.channels().get(id).pausedUntil())
        .contains(clock.instant().plus(Duration.ofDays(1)));
  }
}

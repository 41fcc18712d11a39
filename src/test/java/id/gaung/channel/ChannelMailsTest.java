package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.db.TestDatabase;
import id.gaung.identity.IdentityFeature;
import id.gaung.identity.People.CreatePerson;
import id.gaung.jobs.Schedule;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Role;
import id.gaung.mail.MailFeature;
import id.gaung.platform.Failure;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators are told of an account that has stopped, and before one that will. */
@Tag("database")
class ChannelMailsTest {

  private static final URI URL = URI.create("https://gaung.test");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"));
  private final FakePlatform network = new FakePlatform(Nets.MASTODON);
  private final TestDatabase database = TestDatabase.create();
  private final Foundation foundation = TestFoundation.on(database, clock);
  private final IdentityFeature identity = new IdentityFeature(foundation, true, URL);
  private final ChannelFeature feature =
      new ChannelFeature(
          foundation,
          new id.gaung.identity.IdentityFeature(foundation, true, URL).people(),
          new Sealing(new byte[32]),
          List.of(network),
          URL);

  ChannelMailsTest() {
    MailFeature mail =
        new MailFeature(
            foundation,
            identity,
            Optional.empty(),
            id -> Optional.empty(),
            URL,
            new byte[32],
            "node");
    feature.tellBy(mail.mails(), identity.people());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private UUID connected() {
    Actor admin =
        identity
            .people()
            .create(
                Actor.system("test"),
                new CreatePerson("admin@contoh.example", "Ayu", List.of(Role.ADMIN)))
            .actor();
    identity
        .people()
        .create(
            Actor.system("test"),
            new CreatePerson("staf@contoh.example", "Rina", List.of(Role.STAFF)));
    return feature
        .connections()
        .connect(
            admin, new ConnectChannel(Nets.MASTODON, Map.of("handle", "kota", "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  private List<String> told() {
    return foundation
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select m.kind || ' ' || p.name || ' ' || (m.args ->> '0')
                        from mail m join person p on p.id = m.recipient_id order by m.created_at
                        """)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void one_that_stopped_is_told_once() {
    UUID id = connected();
    for (int i = 0; i < 2; i++) {
      feature
          .channels()
          .withAccess(
              id,
              access -> "asked",
              answer -> Optional.of(Failure.of(Failure.Kind.RECONNECT, "InvalidToken", "")));
    }
    assertThat(told()).containsExactly("CHANNEL_STOPPED Ayu is Mastodon · @kota");
  }

  @Test
  void one_that_was_connected_again_is_not_told_as_stopped_any_more() {
    UUID id = connected();
    Failure lost = Failure.of(Failure.Kind.RECONNECT, "InvalidToken", "");
    feature.channels().withAccess(id, access -> "asked", answer -> Optional.of(lost));
    // As it stands while it waits for the mail server.
    foundation
        .jdbi()
        .useHandle(
            h -> h.execute("update mail set state = 'QUEUED', next_at = now(), ended_at = null"));
    Actor ayu = identity.people().active(Role.ADMIN).get(0).actor();
    feature
        .connections()
        .connect(
            ayu, new ConnectChannel(Nets.MASTODON, Map.of("handle", "kota", "secret", "t"), ""));
    assertThat(states()).hasSize(1).containsOnly("DROPPED");
  }

  private List<String> states() {
    return foundation
        .jdbi()
        .withHandle(h -> h.createQuery("select state from mail").mapTo(String.class).list());
  }

  @Test
  void one_whose_authorisation_ends_and_does_not_renew_itself_is_told_a_week_before() {
    network.expiresAt = Optional.of(clock.instant().plus(Duration.ofDays(8)));
    connected();
    tell();
    assertThat(told()).isEmpty();
    clock.step(Duration.ofDays(1));
    tell();
    tell();
    assertThat(told()).containsExactly("CHANNEL_ENDING Ayu is Mastodon · @kota");
  }

  private void tell() {
    feature.schedules().stream()
        .map(Schedule::job)
        .filter(job -> job.name().equals("tell-ending-accounts"))
        .forEach(job -> job.run());
  }
}

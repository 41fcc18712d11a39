package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.identity.IdentityFeature;
import id.gaung.identity.People;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.mail.MailFeature;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who is told that a post was missed or failed. */
class PostMailsTest extends EngineFixture {

  private static final URI URL = URI.create("https://gaung.test");

  private PublishingEngine telling() {
    IdentityFeature identity = new IdentityFeature(world.foundation, true, URL);
    People people = identity.people();
    people.create(
        Actor.system("test"), new CreatePerson("staf@contoh.example", "Staf", List.of(Role.STAFF)));
    MailFeature mail =
        new MailFeature(
            world.foundation,
            identity,
            Optional.empty(),
            id -> Optional.empty(),
            URL,
            new byte[32],
            "node");
    return Engines.build(
        world.foundation,
        new LeaseOwner("a", "life"),
        world.rules(),
        world.channels.channels().accounts(),
        world.channels.platforms(),
        new EngineSurroundings(
            world.campaigns.campaigns(),
            world.deliverables,
            (chosen, network, rules) -> world.pictures.ready(chosen, network, rules),
            List.of(new PostMails(world.foundation, mail.mails(), people))),
        UnaryOperator.identity());
  }

  private List<String> told() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select m.kind || ' ' || p.name || ' ' || split_part(m.dedupe_key, ':', 2)
                    from mail m join person p on p.id = m.recipient_id order by p.name
                    """)
                .mapTo(String.class)
                .list());
  }

  private UUID post(UUID rendition) {
    return UUID.fromString(world.text(rendition, "post_id"));
  }

  @Test
  void a_post_that_failed_is_told_once_to_its_planner_and_to_staff() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.jdbi.useHandle(h -> h.execute("update post set created_by = ?", world.admin));
    world.network.thenFail(Failure.of(Kind.TEXT_REJECTED, "400", "no"));
    telling().runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.FAILED);
    assertThat(told())
        .containsExactly("POST_FAILED Ayu " + post(post), "POST_FAILED Staf " + post(post));
  }

  @Test
  void a_post_that_was_missed_is_told_too() {
    UUID post = world.scheduled(world.channel("kota"), EngineWorld.NOON);
    world.clock.step(Duration.ofMinutes(61));
    telling().runOnce();
    assertThat(world.state(post)).isEqualTo(RenditionState.MISSED);
    assertThat(told()).containsExactly("POST_MISSED Staf " + post(post));
  }
}

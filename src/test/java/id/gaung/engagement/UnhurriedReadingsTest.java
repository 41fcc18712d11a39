package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.ChannelFeature;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Nets;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.publishing.PublishingFeature;
import id.gaung.publishing.PublishingRules;
import id.gaung.publishing.Renditions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which commits are not waited for: readings alone, which are made again if they are lost. */
@Tag("database")
class UnhurriedReadingsTest {

  private static final URI URL = URI.create("https://gaung.test");

  private final World world = new World();
  private final PublishingFeature publishing =
      new PublishingFeature(
          world.foundation,
          new ChannelFeature(
              world.foundation,
              new IdentityFeature(world.foundation, true, URL).people(),
              new Sealing(new byte[32]),
              List.of(new FakePlatform(Nets.BLUESKY)),
              URL),
          world.campaign.campaigns(),
          world.products,
          world.collaboration.deliverables(),
          world.media,
          new IdentityFeature(world.foundation, true, URL).people(),
          PublishingRules.of(Duration.ofMinutes(60), 4),
          "test");
  private final ReadingStore store =
      new ReadingStore(
          world.foundation, world.jdbi.onDemand(WatchDao.class), publishing.renditions());

  @BeforeEach
  void watchCommits() {
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                create table commits (setting text);
                create function told() returns trigger language plpgsql as $$
                begin
                  insert into commits values (current_setting('synchronous_commit'));
                  return new;
                end
                $$;
                create trigger told after insert on snapshot for each row execute function told()
                """));
  }

  @AfterEach
  void leaveNoTrigger() {
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                drop trigger told on snapshot;
                drop function told();
                drop table commits
                """));
  }

  private List<String> commits() {
    return world.jdbi.withHandle(
        h -> h.createQuery("select setting from commits").mapTo(String.class).list());
  }

  private List<Snapshot> reading(UUID post) {
    return List.of(Snapshot.byApi(post, Metric.LIKES, Figure.of(7), world.clock.instant()));
  }

  private List<WatchMove> move(UUID post) {
    return List.of(WatchMove.on(post, world.clock.instant().plusSeconds(3600)));
  }

  /** As in an office's database: those of tests wait for no commit. */
  private void kept(List<UUID> gone, List<Renditions.Renumbered> renumbered) {
    UUID post = world.ids.next();
    ReadingStore.Pile pile = store.pile();
    pile.add(reading(post), move(post), gone, renumbered);
    world
        .foundation
        .transactions()
        .run(
            () -> {
              world.jdbi.useHandle(h -> h.execute("set local synchronous_commit = on"));
              pile.keep();
            });
  }

  @Test
  void readings_are_not_waited_for_until_they_are_on_the_disk() {
    kept(List.of(), List.of());
    assertThat(commits()).containsExactly("off");
    world.jdbi.useHandle(
        h -> {
          h.execute("set synchronous_commit = on");
          h.useTransaction(in -> in.attach(SnapshotDao.class).keepUnhurried());
          assertThat(h.createQuery("show synchronous_commit").mapTo(String.class).one())
              .as("for that transaction alone")
              .isEqualTo("on");
        });
  }

  /** What is told of a post is nothing that a reading tells once more. */
  @Test
  void that_a_post_is_gone_or_has_another_id_is_waited_for() {
    kept(List.of(world.ids.next()), List.of());
    kept(List.of(), List.of(new Renditions.Renumbered(world.ids.next(), "a", "b")));
    assertThat(commits()).containsExactly("on", "on");
  }

  @Test
  void nothing_else_says_so() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java") && says(file))
                  .map(file -> file.getFileName().toString()))
          .containsExactly("SnapshotDao.java");
    }
  }

  private static boolean says(Path file) {
    try {
      return Files.readString(file).contains("synchronous_commit =");
    } catch (IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
  }
}

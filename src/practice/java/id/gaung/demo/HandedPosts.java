package id.gaung.demo;

import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.platform.PublishMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the office posts on accounts that people publish on. */
final class HandedPosts {

  /** On the account by hand: one that is late, one that was on time, and one that waits now. */
  private static final List<ByHand> HAND =
      List.of(
          new ByHand(Duration.ofHours(50), OwnPosts.FILMED, 95),
          new ByHand(Duration.ofHours(26), "Keranjang rotan kecil", 12),
          new ByHand(Duration.ofMinutes(20), OwnPosts.FILMED, 0));

  /** A video for all accounts that people publish on, and how long each person takes. */
  private static final Duration EVERYWHERE = Duration.ofHours(31);

  private static final int MINUTES_EACH = 9;

  /** One more waits now, in the apps that Gaung puts drafts into. */
  private static final Duration DRAFTED = Duration.ofMinutes(35);

  private final DemoOffice office;
  private final DemoActors people;
  private final DemoStage stage;
  private final StoryTime time;
  private final OwnPosts posts;

  HandedPosts(
      DemoOffice office, DemoActors people, DemoStage stage, StoryTime time, OwnPosts posts) {
    this.office = office;
    this.people = people;
    this.stage = stage;
    this.time = time;
    this.posts = posts;
  }

  void plan(Week last, Instant now) {
    byHand(last, now);
    everywhere(last, now);
  }

  private void byHand(Week last, Instant now) {
    DemoAccount account = stage.accounts().second();
    for (ByHand own : HAND) {
      Instant due = now.minus(own.ago()).truncatedTo(ChronoUnit.MINUTES);
      UUID post = posts.compose(last, own.product(), List.of(account), Wita.dateTime(due), false);
      if (own.minutes() > 0) {
        new HandStory(office, people, stage, time, account)
            .tell(post, own.product(), due, Duration.ofMinutes(own.minutes()));
      }
    }
  }

  /**
   * The same video goes to every network that a person publishes on, and to one that Gaung does.
   */
  private void everywhere(Week last, Instant now) {
    List<DemoAccount> handed = stage.accounts().handed();
    Instant due = now.minus(EVERYWHERE).truncatedTo(ChronoUnit.MINUTES);
    List<DemoAccount> all =
        Stream.concat(stage.accounts().automatic().stream().limit(1), handed.stream()).toList();
    UUID post = posts.compose(last, OwnPosts.FILMED, all, Wita.dateTime(due), true);
    for (int i = 0; i < handed.size(); i++) {
      new HandStory(office, people, stage, time, handed.get(i))
          .tell(post, OwnPosts.FILMED, due, Duration.ofMinutes((i + 1L) * MINUTES_EACH));
    }
    List<DemoAccount> drafted =
        handed.stream().filter(account -> account.mode() == PublishMode.HANDOVER).toList();
    if (!drafted.isEmpty()) {
      Instant waits = now.minus(DRAFTED).truncatedTo(ChronoUnit.MINUTES);
      posts.compose(last, OwnPosts.FILMED, drafted, Wita.dateTime(waits), true);
    }
  }

  /**
   * @param ago how long before now it is due
   * @param minutes after which its person puts it out; none if they have not yet
   */
  private record ByHand(Duration ago, String product, int minutes) {}
}

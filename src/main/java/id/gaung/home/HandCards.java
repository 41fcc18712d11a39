package id.gaung.home;

import id.gaung.engagement.Watches;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.RenditionRow;
import id.gaung.task.Tasks;
import id.gaung.task.WaitingTask;
import id.gaung.web.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What waits for the hands of somebody: posts to put out, and figures to type. */
final class HandCards implements RoleCards {

  /** Figures that count at the week's end are at most three days old then. */
  private static final Duration COUNTS = Duration.ofDays(3);

  private final Role role;
  private final Tasks tasks;
  private final Watches watches;
  private final HandPosts posts;
  private final Clock clock;

  HandCards(Role role, Tasks tasks, Watches watches, HandPosts posts, Clock clock) {
    this.role = role;
    this.tasks = tasks;
    this.watches = watches;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public Role role() {
    return role;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    List<WaitingTask> mine = tasks.waitingFor(viewer.id(), CampaignLinks.SHOWN);
    if (role != Role.STAFF) {
      return Stream.of(card("tasks", mine, task -> tasks.path(task.id(), task.personId())));
    }
    return Stream.of(
        card("tasks", mine, task -> tasks.path(task.id(), task.personId())),
        card(
            "tasks-refused", tasks.refused(CampaignLinks.SHOWN), task -> "/posts/" + task.postId()),
        toType());
  }

  private Optional<Card> card(
      String key, List<WaitingTask> waiting, Function<WaitingTask, String> href) {
    Map<UUID, String> names =
        posts.names(waiting.stream().map(WaitingTask::postId).distinct().toList());
    return Card.ifAny(
        key,
        waiting.size(),
        Card.Whose.READER,
        waiting.stream()
            .map(
                task ->
                    CardLink.thing(
                        names.getOrDefault(task.postId(), ""),
                        href.apply(task),
                        Optional.empty(),
                        task.dueAt(),
                        task.reason()))
            .toList());
  }

  /** From the moment on from which what is typed counts at the week's end. */
  private Optional<Card> toType() {
    Instant now = clock.instant();
    Instant from = Week.of(now).end().minus(COUNTS);
    if (now.isBefore(from)) {
      return Optional.empty();
    }
    List<RenditionRow> rows = posts.find(watches.toType(now, from, CampaignLinks.SHOWN));
    Map<UUID, String> names =
        posts.names(rows.stream().map(RenditionRow::postId).distinct().toList());
    return Card.ifAny(
        "type-figures",
        rows.size(),
        Card.Whose.READER,
        rows.stream()
            .map(
                row ->
                    CardLink.named(
                        names.getOrDefault(row.postId(), row.excerpt()),
                        "/engagement/posts/" + row.id()))
            .toList());
  }
}

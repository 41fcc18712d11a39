package id.gaung.task;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.identity.People;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.HandViews.HandTasks;
import id.gaung.publishing.RenditionRow;
import id.gaung.task.TaskDao.HeldRow;
import id.gaung.task.TaskDao.OpenedRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whose a task is, and how it becomes somebody else's. */
public final class TaskGiving implements HandTasks {

  private final Foundation foundation;
  private final TaskDao dao;
  private final HandPosts posts;
  private final People people;
  private final TaskMails tell;

  TaskGiving(Foundation foundation, TaskDao dao, HandPosts posts, People people, TaskMails tell) {
    this.foundation = foundation;
    this.dao = dao;
    this.posts = posts;
    this.people = people;
    this.tell = tell;
  }

  @Override
  public Map<UUID, HandTask> of(Collection<UUID> renditionIds) {
    List<HeldRow> held = dao.held(renditionIds);
    Set<UUID> ids = new HashSet<>();
    held.forEach(
        row -> {
          ids.add(row.personId());
          row.givenBy().ifPresent(ids::add);
        });
    Map<UUID, String> names = ids.isEmpty() ? Map.of() : people.names(ids);
    return held.stream()
        .collect(
            Collectors.toMap(
                HeldRow::renditionId,
                row ->
                    new HandTask(
                        row.taskId(),
                        row.personId(),
                        names.getOrDefault(row.personId(), ""),
                        row.openedAt(),
                        row.givenBy().map(id -> names.getOrDefault(id, "")),
                        row.reason())));
  }

  /** To whom a person's task may be given, by id. */
  Map<String, String> others(UUID personId) {
    Map<String, String> others = people.choices(Role.STAFF, Role.ADMIN);
    others.remove(personId.toString());
    return others;
  }

  /** By its person: that link then opens nothing more. */
  void give(OpenedTask opened, GiveTask gift) {
    move(opened.actor(), opened.task().id(), gift);
  }

  /**
   * By staff, whoever has it.
   *
   * @return the post that it is about
   * @throws Problem also if nothing of it waits any more
   */
  public UUID give(Actor by, UUID taskId, GiveTask gift) {
    Permissions.require(by, Role.STAFF);
    move(by, taskId, gift);
    return dao.find(taskId).orElseThrow(Problem::notFound).postId();
  }

  private void move(Actor by, UUID taskId, GiveTask gift) {
    foundation
        .transactions()
        .run(
            () -> {
              Task task = dao.lock(taskId).orElseThrow(Problem::notFound);
              UUID to =
                  Optional.of(gift.personId())
                      .filter(others(task.personId())::containsKey)
                      .map(UUID::fromString)
                      .orElseThrow(() -> Problem.invalid("personId", "field.choice"));
              List<RenditionRow> held = posts.find(dao.renditions(taskId));
              if (held.isEmpty()) {
                throw Problem.of(Problem.Kind.GONE, "task.gone.given");
              }
              if (held.stream().noneMatch(row -> posts.isOpen(row, Instant.MAX))) {
                throw Problem.conflict("task.refused.over");
              }
              UUID theirs =
                  dao.of(
                      foundation.ids().next(),
                      task.postId(),
                      to,
                      foundation.clock().instant(),
                      by.id().orElseThrow());
              dao.give(taskId, theirs);
              tell.done(taskId);
              tell.persons(
                  List.of(new OpenedRow(theirs, task.postId(), to, TaskMails.dueAt(held), true)),
                  "given" + foundation.clock().instant());
              foundation
                  .audit()
                  .record(
                      Change.of(by, "task.given", "task", taskId)
                          .with("from", task.personId())
                          .with("person", to));
            });
  }
}

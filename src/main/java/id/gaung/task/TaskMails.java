package id.gaung.task;

import id.gaung.identity.People;
import id.gaung.kernel.Role;
import id.gaung.mail.MailKind;
import id.gaung.mail.Mails;
import id.gaung.mail.WriteMail;
import id.gaung.mail.WriteMail.To;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.RenditionRow;
import id.gaung.task.TaskDao.OpenedRow;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is written about tasks: to their people, and to staff where somebody cannot. */
final class TaskMails {

  private final Mails mails;
  private final TaskLinks links;
  private final HandPosts posts;
  private final People people;

  TaskMails(Mails mails, TaskLinks links, HandPosts posts, People people) {
    this.mails = mails;
    this.links = links;
    this.posts = posts;
    this.people = people;
  }

  /** The whole address of a task's page. */
  URI address(UUID taskId, UUID personId) {
    return mails.page(links.path(taskId, personId));
  }

  /**
   * Tells each person of their task.
   *
   * @param again what distinguishes this message from the first of the task
   */
  void persons(List<OpenedRow> opened, String again) {
    Map<UUID, String> names =
        posts.names(opened.stream().map(OpenedRow::postId).distinct().toList());
    mails.write(
        opened.stream()
            .map(
                task ->
                    new WriteMail(
                        MailKind.TASK,
                        To.person(task.personId()),
                        key(task.id()) + task.dueAt() + again,
                        List.of(names.getOrDefault(task.postId(), ""), task.dueAt()),
                        address(task.id(), task.personId()),
                        task.dueAt().plus(Tasks.LINK_LASTS)))
            .toList());
  }

  /** Tells all staff that somebody cannot. */
  void staff(OpenedTask opened) {
    UUID post = opened.task().postId();
    Instant due = dueAt(opened.posts());
    String name = posts.names(List.of(post)).getOrDefault(post, "");
    mails.write(
        people.holding(Role.STAFF).stream()
            .map(
                person ->
                    new WriteMail(
                        MailKind.TASK_REFUSED,
                        To.person(person),
                        "task-refused:" + opened.task().id() + ":",
                        List.of(name, due),
                        mails.page("/posts/" + post),
                        due.plus(Tasks.LINK_LASTS)))
            .toList());
  }

  /** Nothing more is to be told of it. */
  void done(UUID taskId) {
    mails.settle(key(taskId));
  }

  static Instant dueAt(List<RenditionRow> posts) {
    return posts.stream().map(RenditionRow::dueAt).min(Instant::compareTo).orElseThrow();
  }

  private static String key(UUID taskId) {
    return "task:" + taskId + ":";
  }
}

package id.gaung.task;

import id.gaung.kernel.Signer;
import java.util.UUID;

/**
 * The tokens of tasks' links: the task's id and a signature of it and of whose it is. Nothing in
 * the database opens a link; one that was given to somebody else opens by another.
 */
final class TaskLinks {

  private final Signer signer;

  /**
   * @param key at least 32 bytes
   */
  TaskLinks(byte[] key) {
    this.signer = new Signer(key, "gaung task link 1");
  }

  String token(UUID taskId, UUID personId) {
    return signer.token(taskId, Signer.bytes(personId));
  }

  /** The path of the page that it opens. */
  String path(UUID taskId, UUID personId) {
    return "/tasks/" + token(taskId, personId);
  }

  boolean opens(String token, Task task) {
    return Signer.same(token, token(task.id(), task.personId()));
  }
}

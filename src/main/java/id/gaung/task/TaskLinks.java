package id.gaung.task;

import id.gaung.kernel.Signer;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens of tasks' links: the task's id and a signature of it and of whose it is. Nothing in
 * the database opens a link; one that was given to somebody else opens by another.
 */
final class TaskLinks {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Signer signer;

  /**
   * @param key at least 32 bytes
   */
  TaskLinks(byte[] key) {
    this.signer = new Signer(key, "gaung task link 1");
  }

  String token(UUID taskId, UUID personId) {
    return ENCODER.encodeToString(Signer.bytes(taskId))
        + "."
        + signer.sign(Signer.bytes(taskId), Signer.bytes(personId));
  }

  /** Which task a token claims to open; proves nothing. */
  static Optional<UUID> claimed(String token) {
    try {
      byte[] id = DECODER.decode(token.substring(0, Math.max(0, token.indexOf('.'))));
      ByteBuffer buffer = ByteBuffer.wrap(id);
      return id.length == 16
          ? Optional.of(new UUID(buffer.getLong(), buffer.getLong()))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  boolean opens(String token, Task task) {
    return Signer.same(token, token(task.id(), task.personId()));
  }
}

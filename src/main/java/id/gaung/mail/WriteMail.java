package id.gaung.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The order to write a message to somebody.
 *
 * @param key what it is written about, such as {@code draft-to-review:ID:2}; one person gets one
 *     message of a key, however often it is ordered
 * @param args what the texts of its kind name, texts and instants; never personal data
 * @param link of ours, where its button leads
 * @param until when nobody needs it any more; unsent, it is dropped then
 */
public record WriteMail(
    MailKind kind, To to, String key, List<Object> args, URI link, Instant until) {

  public WriteMail {
    args = List.copyOf(args);
    for (Object arg : args) {
      if (!(arg instanceof String || arg instanceof Instant)) {
        throw new IllegalArgumentException("no text and no instant: " + arg.getClass());
      }
    }
  }

  /** Without the link, which may be a key. */
  @Override
  public String toString() {
    return "WriteMail[" + kind + " " + key + "]";
  }

  /** To whom. */
  public record To(Who who, UUID id) {

    public static To person(UUID id) {
      return new To(Who.PERSON, id);
    }

    /** A creator, with or without an account. */
    public static To creator(UUID id) {
      return new To(Who.CREATOR, id);
    }
  }

  /** Whose id it is. */
  public enum Who {
    PERSON,
    CREATOR
  }
}

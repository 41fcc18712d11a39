package id.gaung.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing found out about an attempt, for the person who may have to decide what became of it.
 * Its sentence is in the bundles, {@code platform.evidence.KIND}.
 *
 * @param details what the sentence names, in its order
 * @param words the network's own, or a technical message, as they came; may be empty
 */
public record Evidence(Kind kind, List<String> details, String words) {

  /** What was found out. */
  public enum Kind {
    /** The network said something; what, is in the words. */
    ANSWER,
    /** The network answered something that is not what it should be. */
    UNREADABLE,

    // Certainly nothing was sent, or nobody answered.
    NO_ANSWER,
    NAME_UNKNOWN,
    NO_CONNECTION,
    TLS,
    REFUSED,
    CONTENT_UNREADABLE,

    // Found while publishing.
    /** What stands against the content: a key of the bundles, {@code content.*}, and its values. */
    CONTENT,
    EMPTY,
    NO_PICTURE,
    /** A picture could not be made ready for the network. */
    PICTURE,
    PICTURE_LOST,
    PICTURE_UNFINISHED,
    VIDEO_LOST,
    VIDEO_UNFINISHED,
    /** The network could not process it, which may be its fault or the file's. */
    VIDEO_UNPROCESSED,
    /** The network lets nobody but its owner see it, although it was to be seen by others. */
    VIDEO_LOCKED,
    /** How much of an upload arrived was asked for, but not obtained. */
    UPLOAD_NOT_READ,
    /** The network takes no upload of a video from this account now; why, is in the words. */
    VIDEO_UPLOADS_REFUSED,
    /** Of a video, by its id. */
    VIDEO_NOT_READ,
    /** The network works on publishing it. By its id. */
    VIDEO_BEING_PUBLISHED,
    /** It is out, but the network does not name its post. By its id. */
    VIDEO_WITHOUT_POST,
    /** The network says that the account has published this text already. */
    DUPLICATE_TEXT,
    /** What the office has paid the network in advance for its programs is used up. */
    CREDITS_SPENT,
    /** The network answers the version of its API no more that is set here. */
    VERSION_ENDED,
    /** A value of an option that the network does not know. */
    OPTION,
    CONTAINER_EXPIRED,
    CONTAINER_NOT_FOUND,
    CONTAINER_PUBLISHED,
    /** The network did not make ready what is published. */
    CONTAINER_UNFINISHED,

    /** There is no draft in the network's app, or none that is certain; by a failure's kind. */
    NO_DRAFT,
    /** The network had not put the draft into its app when the post was handed over. */
    DRAFT_UNFINISHED,

    // Found while looking up.
    STATUSES_NOT_READ,
    LIST_TOO_SHORT,
    /** Of a status, by its id. */
    SOURCE_NOT_READ,
    /** Less than that many seconds after the attempt. */
    TOO_EARLY,
    /** Of a container, by its id. */
    CONTAINER_NOT_READ,
    CONTAINER_JUST_FINISHED,
    /** Of a container, by its id. */
    MEDIA_NOT_FOUND,
    RECORD_NOT_READ,
    /** At an address. */
    OTHER_RECORD,
    /** So many posts of the account since the attempt began that nobody is known to own. */
    CANDIDATES,
    /** One of them: id, address, time; its first words. */
    CANDIDATE,
    /** Another post of the account is being published at this moment. */
    OTHERS_RUNNING,
    /** The network lets nobody read what the account published. */
    ACCOUNT_NOT_READABLE,
    /**
     * What watches the account was not told of the post, which does not prove that it is not out.
     */
    NOT_SEEN,
    /** What watches the account was asked what it was told, without an answer that can be read. */
    WATCHER_NOT_READ,
    /** Another program takes what is told to what watches the account. */
    WATCHER_BUSY,
    /** The network named a post, by its id, that another post of ours is. */
    HELD_BY_ANOTHER,

    // Of the account and of ourselves.
    NOT_CONNECTED,
    NETWORK_OFF,
    EXPIRED,
    TOO_YOUNG,
    NO_REFRESH,
    /** A client of ours failed, with an exception of that name. */
    DEFECT,
    PROCESS_ENDED;

    /** Codes of failures that are our own are names of kinds, in capitals or with hyphens. */
    private static Optional<Kind> of(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind != ANSWER && kind != CANDIDATE)
          .filter(
              kind ->
                  kind.name().equals(code)
                      || kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
          .findFirst();
    }
  }

  public Evidence {
    details = List.copyOf(details);
  }

  public static Evidence of(Kind kind, String... details) {
    return new Evidence(kind, List.of(details), "");
  }

  public static Evidence of(Failure failure) {
    if (failure.code().startsWith("content.")) {
      List<String> details = new ArrayList<>(List.of(failure.code()));
      details.addAll(List.of(failure.detail().split(", ")));
      return new Evidence(Kind.CONTENT, details, "");
    }
    return Kind.of(failure.code())
        .map(kind -> new Evidence(kind, List.of(), failure.detail()))
        .orElseGet(
            () ->
                new Evidence(
                    Kind.ANSWER, List.of(), (failure.code() + " " + failure.detail()).strip()));
  }
}

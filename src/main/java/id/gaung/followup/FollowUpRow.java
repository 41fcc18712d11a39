package id.gaung.followup;

import id.gaung.platform.Evidence;
import id.gaung.platform.EvidenceLine;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.publishing.PostFollowUps.FollowUp;
import id.gaung.publishing.PostFollowUps.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of a thread, or a comment, as it is stored.
 *
 * @param attemptAt when the network was asked last for it to come out
 * @param giveUpAt from when on a trouble that passes is not waited for any more
 * @param checkpoint how far its network's client has come with it
 * @param remoteId the network's id of it; empty where a person alone says that it is out
 */
public record FollowUpRow(
    UUID id,
    UUID renditionId,
    PostOption kind,
    int number,
    String text,
    State state,
    int attempts,
    int lookUps,
    Optional<Instant> nextAt,
    Optional<Instant> firstAttemptAt,
    Optional<Instant> attemptAt,
    Optional<Instant> giveUpAt,
    Map<String, String> checkpoint,
    Optional<String> remoteId,
    Optional<String> remoteUrl,
    Optional<String> failureKind,
    Optional<String> failureCode,
    Optional<String> failureDetail,
    String evidence,
    int version) {

  /** As its network knows it; empty where it is not out, or only a person says so. */
  Optional<RemotePost> post() {
    return remoteId.map(known -> new RemotePost(known, remoteUrl.flatMap(WebAddress::given)));
  }

  List<Evidence> found() {
    return evidence.lines().flatMap(line -> EvidenceLine.read(line).stream()).toList();
  }

  FollowUp view() {
    return new FollowUp(
        id,
        kind,
        number,
        text,
        state,
        nextAt,
        remoteUrl,
        failureKind,
        failureCode,
        failureDetail,
        found(),
        version);
  }
}

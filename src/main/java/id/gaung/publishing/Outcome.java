package id.gaung.publishing;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.RemotePost;
import java.time.Instant;
import java.util.Optional;

/**
 * What an attempt means for its rendition.
 *
 * @param nextAt when the queue takes it up again; empty if it does not
 * @param checkpoint where to go on from
 * @param failure why it did not succeed
 * @param post where it is out
 * @param outcome the attempt's outcome in a word
 * @param detail evidence for a person, without secrets: {@link id.gaung.platform.EvidenceLine} by
 *     the line, or an id
 */
record Outcome(
    RenditionState state,
    Optional<Instant> nextAt,
    int failures,
    int lookUps,
    Optional<Instant> uncertainSince,
    Checkpoint checkpoint,
    Optional<Failure> failure,
    Optional<RemotePost> post,
    Optional<Instant> publishedAt,
    String outcome,
    String detail) {}

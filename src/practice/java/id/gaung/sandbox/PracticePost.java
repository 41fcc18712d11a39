package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Instant;
import java.util.Optional;

/**
 * A post that arrived on a practice network and was accepted.
 *
 * @param handle of the account it stands on
 * @param remoteId the network's id of it: an AT-URI, a status id, a media id
 * @param shortCode its part of the public address
 * @param clientKey what the client gave to make it unique: the record key, the Idempotency-Key, the
 *     container; empty if nothing
 * @param recordJson Bluesky: the record as sent; Mastodon: visibility and language; Instagram: what
 *     is said beside the caption; {@code {}} for nothing
 * @param cid Bluesky's content id; else empty
 * @param appName the app that posted; empty if the network does not say
 * @param createdAt when it was accepted; in the future while scheduled on the network
 * @param indexedAt from when on the network's index knows it
 */
public record PracticePost(
    long id,
    Network network,
    long accountId,
    String handle,
    String remoteId,
    String shortCode,
    String clientKey,
    String text,
    String recordJson,
    String cid,
    String appName,
    Instant createdAt,
    Instant indexedAt,
    Optional<Instant> deletedAt) {}

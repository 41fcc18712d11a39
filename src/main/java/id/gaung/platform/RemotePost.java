package id.gaung.platform;

import java.net.URI;
import java.util.Optional;

/**
 * A post as its network knows it.
 *
 * @param remoteId the network's id of the post (an AT-URI, a status id, a media id)
 * @param url where people see it; empty where the network did not say
 */
public record RemotePost(String remoteId, Optional<URI> url) {}

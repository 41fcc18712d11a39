package id.gaung.platform.youtube;

import id.gaung.platform.NetworkSettings;
import java.net.URI;
import java.util.List;

/**
 * How Gaung is known to Google, and where YouTube is.
 *
 * @param clientId of the OAuth client; empty if nobody can be connected
 * @param clientSecret the secret that goes with it
 * @param apiKey reads what anybody may read; empty if nothing is read so
 * @param auth where a person agrees, {@code https://accounts.google.com}
 * @param token where tokens are given and ended, {@code https://oauth2.googleapis.com}
 * @param api where everything else is, {@code https://www.googleapis.com}
 * @param upload where videos are sent, {@code https://www.googleapis.com}
 * @param web where people see them, {@code https://www.youtube.com}
 */
record YouTubeConfig(
    String clientId,
    String clientSecret,
    String apiKey,
    URI auth,
    URI token,
    URI api,
    URI upload,
    URI web) {

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking() {
    return NetworkSettings.empty("clientId", clientId, "clientSecret", clientSecret);
  }

  boolean isComplete() {
    return !clientId.isBlank() && !clientSecret.isBlank();
  }

  boolean readsOpenly() {
    return !apiKey.isBlank();
  }

  URI watch(String id) {
    return URI.create(web + "/watch?v=" + id);
  }

  /** Never the secrets: this text may reach a log. */
  @Override
  public String toString() {
    return "YouTubeConfig[" + clientId + ", " + api + "]";
  }
}

package id.gaung.platform.tiktok;

import id.gaung.platform.NetworkSettings;
import id.gaung.platform.SettingsFinding;
import java.net.URI;
import java.util.List;

/**
 * How Gaung is known to TikTok, and where TikTok is.
 *
 * @param key of the app at TikTok; empty if TikTok is not set up
 * @param secret the secret that goes with it; empty if TikTok is not set up
 * @param web where a person agrees and posts are seen
 * @param api where everything else is
 * @param upload where the bytes of videos go; TikTok names a host of that domain each time
 */
record TikTokConfig(String key, String secret, URI web, URI api, URI upload) {

  private static final String KEY = "clientKey";
  private static final String SECRET = "clientSecret";

  static List<NetworkSettings.Key> keys() {
    return List.of(
        NetworkSettings.Key.text(KEY, ""),
        NetworkSettings.Key.secret(SECRET),
        NetworkSettings.Key.address("web", "https://www.tiktok.com"),
        NetworkSettings.Key.address("api", "https://open.tiktokapis.com"),
        NetworkSettings.Key.address("upload", "https://open-upload.tiktokapis.com"));
  }

  static TikTokConfig of(NetworkSettings settings) {
    return new TikTokConfig(
        settings.text(KEY).strip(),
        settings.text(SECRET).strip(),
        settings.address("web"),
        settings.address("api"),
        settings.address("upload"));
  }

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking() {
    return NetworkSettings.empty(KEY, key, SECRET, secret);
  }

  boolean isComplete() {
    return !key.isEmpty() && !secret.isEmpty();
  }

  SettingsFinding judge() {
    if (key.isEmpty() != secret.isEmpty()) {
      return new SettingsFinding(true, "the app's client key or client secret is missing");
    }
    return new SettingsFinding(
        false,
        key.isEmpty()
            ? "without app keys people publish by hand"
            : "the app's client key and secret are set");
  }

  /** Whether bytes may go to that host: nothing but TikTok's own is trusted with them. */
  boolean isUploadHost(URI address) {
    String host = String.valueOf(address.getHost());
    String domain = upload.getHost().replaceFirst("^[^.]+\\.(?=[a-z0-9-]+\\.[a-z]+$)", "");
    return upload.getScheme().equalsIgnoreCase(address.getScheme())
        && address.getRawUserInfo() == null
        && (host.equalsIgnoreCase(upload.getHost()) || host.endsWith("." + domain));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "TikTokConfig[" + key + ", " + api + "]";
  }
}

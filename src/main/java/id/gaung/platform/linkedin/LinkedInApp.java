package id.gaung.platform.linkedin;

import id.gaung.platform.NetworkSettings;
import id.gaung.platform.SettingsFinding;
import java.net.URI;
import java.util.List;

/**
 * The office's own app at LinkedIn, where LinkedIn is, and which version of its API is asked.
 *
 * @param web where people agree and see posts, {@code https://www.linkedin.com}
 * @param api where everything else is, {@code https://api.linkedin.com}
 * @param version {@code YYYYMM}; LinkedIn answers each for about a year
 */
record LinkedInApp(String clientId, String clientSecret, URI web, URI api, String version) {

  private static final String ID = "clientId";
  private static final String SECRET = "clientSecret";
  private static final String VERSION = "version";

  static List<NetworkSettings.Key> keys() {
    return List.of(
        NetworkSettings.Key.text(ID, ""),
        NetworkSettings.Key.secret(SECRET),
        NetworkSettings.Key.address("web", "https://www.linkedin.com"),
        NetworkSettings.Key.address("api", "https://api.linkedin.com"),
        NetworkSettings.Key.text(VERSION, "202610"));
  }

  static LinkedInApp of(NetworkSettings settings) {
    return new LinkedInApp(
        settings.text(ID).strip(),
        settings.text(SECRET).strip(),
        settings.address("web"),
        settings.address("api"),
        settings.text(VERSION).strip());
  }

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking() {
    return NetworkSettings.empty(ID, clientId, SECRET, clientSecret);
  }

  boolean isComplete() {
    return lacking().isEmpty();
  }

  /** In words for the console. */
  static SettingsFinding judge(NetworkSettings settings) {
    LinkedInApp app = of(settings);
    if (!app.version.matches("20\\d{2}(0[1-9]|1[0-2])(\\.\\d{2})?")) {
      return new SettingsFinding(true, VERSION + " must be a year and a month, such as 202610");
    }
    if (app.lacking().size() == 1) {
      return new SettingsFinding(true, app.lacking().get(0) + " is missing");
    }
    return new SettingsFinding(
        false,
        app.isComplete()
            ? "the client id and secret are set, version " + app.version
            : "without the keys of an app it cannot be connected; people publish by hand");
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "LinkedInApp[" + clientId + ", " + version + "]";
  }
}

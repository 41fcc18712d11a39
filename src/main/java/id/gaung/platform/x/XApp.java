package id.gaung.platform.x;

import id.gaung.platform.NetworkSettings;
import id.gaung.platform.SettingsFinding;
import java.net.URI;
import java.util.List;

/**
 * The office's own app at X, where X is, and what its API calls things now.
 *
 * @param clientId empty if X is not set up
 * @param clientSecret empty of a public client, which X then knows by its id alone
 * @param web where people agree and see posts, {@code https://x.com}
 * @param api where everything else is, {@code https://api.x.com}
 */
record XApp(String clientId, String clientSecret, URI web, URI api, XNames names) {

  private static final String ID = "clientId";
  private static final String SECRET = "clientSecret";
  private static final String WEB = "web";
  private static final String API = "api";
  private static final String NAMES = "postFields";

  static List<NetworkSettings.Key> keys() {
    return List.of(
        NetworkSettings.Key.text(ID, ""),
        NetworkSettings.Key.secret(SECRET),
        NetworkSettings.Key.address(WEB, "https://x.com"),
        NetworkSettings.Key.address(API, "https://api.x.com"),
        NetworkSettings.Key.text(NAMES, XNames.OLD.fields()));
  }

  static XApp of(NetworkSettings settings) {
    return new XApp(
        settings.text(ID).strip(),
        settings.text(SECRET).strip(),
        settings.address(WEB),
        settings.address(API),
        XNames.of(settings.text(NAMES)));
  }

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking() {
    // The secret is that of a confidential app alone.
    return clientId.isEmpty() ? List.of(ID, SECRET) : List.of();
  }

  boolean isComplete() {
    return !clientId.isEmpty();
  }

  /** In words for the console. */
  static SettingsFinding judge(NetworkSettings settings) {
    XApp app = of(settings);
    if (!app.isComplete() && !app.clientSecret.isEmpty()) {
      return new SettingsFinding(true, "the client id is missing");
    }
    if (!app.names.fields().equals(settings.text(NAMES))) {
      return new SettingsFinding(
          true, NAMES + " must be " + XNames.OLD.fields() + " or " + XNames.NEW.fields());
    }
    if (!app.isComplete()) {
      return new SettingsFinding(
          false, "without the client id of an app it cannot be connected; people publish by hand");
    }
    return new SettingsFinding(
        false,
        app.clientSecret.isEmpty()
            ? "the client id of a public client is set"
            : "the client id and secret are set");
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "XApp[" + clientId + "]";
  }
}

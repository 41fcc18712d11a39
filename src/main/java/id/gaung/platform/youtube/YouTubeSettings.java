package id.gaung.platform.youtube;

import id.gaung.platform.NetworkSettings;
import id.gaung.platform.SettingsFinding;
import java.util.List;

/** What {@code platforms.youtube} may hold. */
final class YouTubeSettings {

  private static final String CLIENT_ID = "clientId";
  private static final String CLIENT_SECRET = "clientSecret";
  private static final String API_KEY = "apiKey";

  static final List<NetworkSettings.Key> KEYS =
      List.of(
          NetworkSettings.Key.text(CLIENT_ID, ""),
          NetworkSettings.Key.secret(CLIENT_SECRET),
          NetworkSettings.Key.secret(API_KEY),
          NetworkSettings.Key.address("auth", "https://accounts.google.com"),
          NetworkSettings.Key.address("token", "https://oauth2.googleapis.com"),
          NetworkSettings.Key.address("api", "https://www.googleapis.com"),
          NetworkSettings.Key.address("upload", "https://www.googleapis.com"),
          NetworkSettings.Key.address("web", "https://www.youtube.com"));

  private YouTubeSettings() {}

  static SettingsFinding judge(NetworkSettings settings) {
    boolean id = !settings.text(CLIENT_ID).isBlank();
    boolean secret = !settings.text(CLIENT_SECRET).isBlank();
    if (id != secret) {
      return new SettingsFinding(
          true, "the OAuth client's " + (id ? "secret" : "id") + " is missing");
    }
    String login =
        id ? "the OAuth client is set" : "without an OAuth client it cannot be connected";
    boolean key = !settings.text(API_KEY).isBlank();
    return new SettingsFinding(
        false, login + (key ? "; public counts are read with the API key" : ""));
  }

  static YouTubeConfig config(NetworkSettings settings) {
    return new YouTubeConfig(
        settings.text(CLIENT_ID),
        settings.text(CLIENT_SECRET),
        settings.text(API_KEY),
        settings.address("auth"),
        settings.address("token"),
        settings.address("api"),
        settings.address("upload"),
        settings.address("web"));
  }
}

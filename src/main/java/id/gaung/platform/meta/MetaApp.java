package id.gaung.platform.meta;

import id.gaung.platform.NetworkSettings;
import id.gaung.platform.SettingsFinding;
import java.net.URI;
import java.util.List;

/**
 * The office's own app at Meta, as one of its networks knows it; without it no account can be
 * connected.
 *
 * @param id empty if the network is not set up
 * @param secret empty if the network is not set up
 */
public record MetaApp(String id, String secret) {

  private static final String ID = "appId";
  private static final String SECRET = "appSecret";

  /** What a network's settings hold of it. */
  public static List<NetworkSettings.Key> keys() {
    return List.of(NetworkSettings.Key.text(ID, ""), NetworkSettings.Key.secret(SECRET));
  }

  public static MetaApp of(NetworkSettings settings) {
    return new MetaApp(settings.text(ID), settings.text(SECRET));
  }

  public boolean isComplete() {
    return !id.isBlank() && !secret.isBlank();
  }

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  public List<String> lacking() {
    return NetworkSettings.empty(ID, id, SECRET, secret);
  }

  /** In words for the console. */
  public SettingsFinding judge() {
    if (id.isBlank() != secret.isBlank()) {
      return new SettingsFinding(
          true, "the app's " + (id.isBlank() ? "id" : "secret") + " is missing");
    }
    return new SettingsFinding(
        false,
        isComplete()
            ? "the app's id and secret are set"
            : "without app keys it cannot be connected");
  }

  /** Never the secret: this text may reach a log. */
  @Override
  public String toString() {
    return "MetaApp[" + id + "]";
  }

  /**
   * Where the login of a person by Facebook is, and what it opens, for networks that have a login
   * of their own beside it.
   *
   * @param app the office's app at Meta
   * @param web where a person agrees
   * @param graph where everything else is
   * @param version such as {@code v25.0}
   */
  public record MetaHosts(MetaApp app, URI web, URI graph, String version) {

    public static NetworkSettings.Key web(String name) {
      return NetworkSettings.Key.address(name, "https://www.facebook.com");
    }

    public static NetworkSettings.Key graph(String name) {
      return NetworkSettings.Key.address(name, "https://graph.facebook.com");
    }
  }
}

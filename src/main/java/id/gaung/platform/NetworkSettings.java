package id.gaung.platform;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network's part of {@code config.yml}, with what it declared for what is not set. Its texts may
 * be secret, so nothing prints them.
 */
public final class NetworkSettings {

  private final Map<String, String> values;

  private NetworkSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * @param otherwise what holds where nothing is set
   * @param kind how it is read
   */
  public record Key(String name, Kind kind, String otherwise) {
    public enum Kind {
      TEXT,
      SECRET,
      ADDRESS
    }

    public static Key text(String name, String otherwise) {
      return new Key(name, Kind.TEXT, otherwise);
    }

    public static Key secret(String name) {
      return new Key(name, Kind.SECRET, "");
    }

    public static Key address(String name, String otherwise) {
      return new Key(name, Kind.ADDRESS, otherwise);
    }
  }

  /**
   * @param set by name
   * @throws IllegalArgumentException naming the setting that does not exist or is no address
   */
  public static NetworkSettings of(NetworkModule module, Map<String, String> set) {
    List<Key> keys = module.settings();
    for (String name : set.keySet()) {
      if (keys.stream().noneMatch(key -> key.name().equals(name))) {
        throw new IllegalArgumentException(
            "%s.%s is no setting; there are: %s"
                .formatted(
                    module.path(),
                    name,
                    keys.isEmpty()
                        ? "none"
                        : keys.stream().map(Key::name).collect(Collectors.joining(", "))));
      }
    }
    Map<String, String> values = new HashMap<>();
    for (Key key : keys) {
      String value = set.getOrDefault(key.name(), key.otherwise());
      if (key.kind() == Key.Kind.ADDRESS && WebAddress.given(value).isEmpty()) {
        throw new IllegalArgumentException(
            "%s.%s is no web address: %s".formatted(module.path(), key.name(), value));
      }
      values.put(key.name(), value);
    }
    return new NetworkSettings(values);
  }

  /** The empty text where nothing is set and nothing was declared for that. */
  /** Of two, such as an app's key and its secret, the names of those that are empty. */
  public static List<String> empty(String name, String value, String other, String otherValue) {
    return Stream.of(Map.entry(name, value), Map.entry(other, otherValue))
        .filter(entry -> entry.getValue().isBlank())
        .map(Map.Entry::getKey)
        .toList();
  }

  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  public URI address(String name) {
    return URI.create(text(name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkSettings settings && settings.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "NetworkSettings" + values.keySet();
  }
}

package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The networks.
 *
 * @param allowedHosts servers ({@code host} or {@code host:port}) that may be named although they
 *     are not public or speak plain HTTP; meant for tests
 * @param networks by name; each declares what may stand here
 */
public record PlatformSettings(List<String> allowedHosts, Map<String, NetworkSettings> networks) {

  private static final String ALLOWED_HOSTS = "allowedHosts";

  static final PlatformSettings DEFAULT = read(Map.of());

  public PlatformSettings {
    allowedHosts = List.copyOf(allowedHosts);
    networks = Map.copyOf(networks);
  }

  /**
   * @throws IllegalArgumentException naming what is no setting, or none that can be read
   */
  @JsonCreator
  static PlatformSettings read(Map<String, JsonNode> written) {
    Map<String, Map<String, String>> set = new HashMap<>();
    List<String> hosts = new ArrayList<>();
    written.forEach(
        (name, value) -> {
          if (name.equals(ALLOWED_HOSTS)) {
            value.forEach(host -> hosts.add(host.asText()));
          } else {
            set.put(module(name).name(), values(name, value));
          }
        });
    return of(hosts, set);
  }

  /**
   * @param set by network's name and by setting; the rest is as each network declares
   */
  static PlatformSettings of(List<String> allowedHosts, Map<String, Map<String, String>> set) {
    return new PlatformSettings(
        allowedHosts,
        NetworkModule.published().stream()
            .collect(
                Collectors.toMap(
                    NetworkModule::name,
                    network ->
                        NetworkSettings.of(network, set.getOrDefault(network.name(), Map.of())))));
  }

  NetworkSettings of(NetworkModule network) {
    return networks.getOrDefault(network.name(), NetworkSettings.of(network, Map.of()));
  }

  private static NetworkModule module(String path) {
    return Network.ofPath(path)
        .flatMap(NetworkModule::find)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is no network; there are: %s"
                        .formatted(
                            path,
                            NetworkModule.published().stream()
                                .map(NetworkModule::path)
                                .collect(Collectors.joining(", ")))));
  }

  private static Map<String, String> values(String network, JsonNode written) {
    if (!written.isObject() && !written.isNull()) {
      throw new IllegalArgumentException(network + " needs its settings by name");
    }
    Map<String, String> values = new LinkedHashMap<>();
    written
        .properties()
        .forEach(
            setting -> {
              if (setting.getValue().isContainerNode()) {
                throw new IllegalArgumentException(
                    network + "." + setting.getKey() + " is no single value");
              }
              if (!setting.getValue().isNull()) {
                values.put(setting.getKey(), setting.getValue().asText());
              }
            });
    return values;
  }
}

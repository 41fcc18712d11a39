package id.gaung.publishing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which posts a list has; empty texts ask for all. */
public record PostFilter(String state, String campaign, String network, String words) {

  static final PostFilter NONE = new PostFilter("", "", "", "");

  List<RenditionState> states() {
    List<RenditionState> all = List.of(RenditionState.values());
    return all.stream().anyMatch(s -> s.name().equals(state))
        ? List.of(RenditionState.valueOf(state))
        : all;
  }

  public boolean isSet() {
    return !(state + campaign + network + words).isEmpty();
  }

  /** Of an address, before the page's number. */
  public String query() {
    return "state="
        + encoded(state)
        + "&campaign="
        + encoded(campaign)
        + "&network="
        + encoded(network)
        + "&q="
        + encoded(words)
        + "&";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

package id.gaung.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what serves a call. The first route that fits wins. */
final class Router {

  /** Serves one kind of call. */
  @FunctionalInterface
  interface Endpoint {
    /**
     * @throws PracticeRefusal with the network's error
     */
    Answer serve(Call call);
  }

  /** A kind of call. */
  record Route(
      String method, Pattern path, List<String> names, Purpose purpose, Endpoint endpoint) {

    private Optional<Map<String, String>> match(Call call, String asked) {
      String wanted = call.method().equals("HEAD") ? "GET" : call.method();
      Matcher matcher = path.matcher(asked);
      if (!method.equals(wanted) || !matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), matcher.group(i + 1));
      }
      return Optional.of(values);
    }
  }

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final List<Route> routes = new ArrayList<>();

  void get(String path, Purpose purpose, Endpoint endpoint) {
    add("GET", path, purpose, endpoint);
  }

  void post(String path, Purpose purpose, Endpoint endpoint) {
    add("POST", path, purpose, endpoint);
  }

  /**
   * @param path with names in braces, each standing for one segment or a part of it
   */
  void add(String method, String path, Purpose purpose, Endpoint endpoint) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(path);
    StringBuilder regex = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(path.substring(end, matcher.start()))).append("([^/]+)");
      names.add(matcher.group(1));
      end = matcher.end();
    }
    regex.append(Pattern.quote(path.substring(end)));
    routes.add(new Route(method, Pattern.compile(regex.toString()), names, purpose, endpoint));
  }

  /**
   * Also tells the call what its path says.
   *
   * @param path of the call, without what the network's hosts and versions put before it
   */
  Optional<Route> find(Call call, String path) {
    for (Route route : routes) {
      Optional<Map<String, String>> values = route.match(call, path);
      if (values.isPresent()) {
        call.matched(values.get());
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }
}

package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who may enter where: every endpoint, asked in the name of every role and of nobody, against the
 * table {@code endpoints.txt}. An endpoint that is not in the table fails.
 */
@Tag("database")
class AccessIT {

  private static final Path TABLE = Path.of("src/test/resources/endpoints.txt");
  private static final String SOMETHING = "0197a000-0000-7000-8000-000000000001";

  private final RunningGaung gaung = RunningGaung.get();
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /** An endpoint and who may enter; empty means everybody. */
  private record Row(String method, String path, Optional<Set<Role>> roles) {
    String name() {
      return method + " " + path;
    }
  }

  @Test
  void every_endpoint_is_in_the_table_and_nothing_else() {
    Set<String> real = new TreeSet<>();
    for (Class<?> door : gaung.environment().jersey().getResourceConfig().getClasses()) {
      Resource resource = Resource.from(door);
      if (resource != null && door.getName().startsWith("id.gaung.")) {
        walk(resource, "", real);
      }
    }
    assertThat(real).hasSizeGreaterThan(100);
    assertThat(table().stream().map(Row::name).toList()).containsExactlyElementsOf(real);
  }

  @Test
  void everybody_enters_where_the_table_says_and_nowhere_else() {
    Map<Optional<Role>, String> keys = keys();
    List<String> wrong = new ArrayList<>();
    for (Row row : table()) {
      keys.forEach(
          (role, token) -> {
            boolean entered = entered(row, token);
            boolean may =
                row.roles().map(roles -> role.filter(roles::contains).isPresent()).orElse(true);
            if (entered != may) {
              wrong.add(row.name() + " as " + role.map(Enum::name).orElse("nobody"));
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static void walk(Resource resource, String above, Set<String> found) {
    String path = above + (resource.getPath() == null ? "" : slash(resource.getPath()));
    resource
        .getResourceMethods()
        .forEach(method -> found.add(method.getHttpMethod() + " " + (path.isEmpty() ? "/" : path)));
    resource.getChildResources().forEach(child -> walk(child, path, found));
  }

  private static String slash(String path) {
    String tidy = path.replaceAll("\\s*:[^{}]*(\\{[^}]*}[^{}]*)*}", "}").replaceAll("/$", "");
    return tidy.isEmpty() || tidy.startsWith("/") ? tidy : "/" + tidy;
  }

  /** Doors take different kinds of bodies; the wrong kind is refused before the gate. */
  private boolean entered(Row row, String token) {
    HttpResponse<String> answer = ask(row, token, "application/json");
    for (String type :
        List.of(
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "image/jpeg",
            "text/csv")) {
      if (answer.statusCode() == 415) {
        answer = ask(row, token, type);
      }
    }
    assertThat(answer.statusCode()).as(row.name()).isLessThan(500).isNotEqualTo(415);
    boolean toSignIn =
        answer.statusCode() == 303
            && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in")
            && !row.path().equals("/sign-out");
    // An answer to HEAD has no words that tell the gate from the door.
    boolean shut = row.method().equals("HEAD") && answer.statusCode() == 403;
    return !toSignIn && answer.statusCode() != 401 && !shut && !isGate(answer);
  }

  private HttpResponse<String> ask(Row row, String token, String type) {
    String path =
        row.path()
            .replace("{week}", "2026-W40")
            .replace("{network}", "bluesky")
            .replace("{step}", "submit")
            .replaceAll("\\{[^}]+}", SOMETHING);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gaung.address() + path))
            .header("Content-Type", type)
            .method(
                row.method(),
                row.method().equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(type.endsWith("json") ? "{}" : ""));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return send(request.build());
    } catch (IOException failed) {
      throw new UncheckedIOException(row.name(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A connection that the server had closed meanwhile is tried once more. */
  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException closed) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  /** The gate's refusal, and not one that a command gives for another reason. */
  private static boolean isGate(HttpResponse<String> answer) {
    return answer.body().contains("problem.forbidden")
        || answer.body().contains("bukan untuk peran Anda")
        || answer.body().contains("is not for your role");
  }

  private Map<Optional<Role>, String> keys() {
    Map<Role, String> made = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      made.put(role, gaung.token(role));
    }
    Map<Optional<Role>, String> keys = new LinkedHashMap<>();
    keys.put(Optional.empty(), "");
    made.forEach((role, token) -> keys.put(Optional.of(role), token));
    return keys;
  }

  private static List<Row> table() {
    try {
      return Files.readAllLines(TABLE).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(AccessIT::row)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Row row(String line) {
    String[] words = line.trim().split("\\s+");
    List<String> who = List.of(words).subList(2, words.length);
    if (who.equals(List.of("everybody"))) {
      return new Row(words[0], words[1], Optional.empty());
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (who.equals(List.of("signed-in"))) {
      roles.addAll(List.of(Role.values()));
    } else {
      who.forEach(name -> roles.add(Role.valueOf(name)));
    }
    return new Row(words[0], words[1], Optional.of(roles));
  }
}

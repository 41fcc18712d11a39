package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.TestViewer;
import id.gaung.web.Viewer;
import id.gaung.web.WebServer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server with the doors of campaigns and collaborations, and how the tests speak to them. */
@Tag("database")
abstract class DoorsFixture {

  static World world;
  static final SignedIn SIGNED_IN = new SignedIn();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("campaign", "collaboration"),
          false,
          jersey -> {
            world = new World();
            jersey.register(SIGNED_IN);
            world.campaign.register(jersey);
            world.collaboration.register(jersey);
          });

  final Browser browser = SERVER.browser();

  static List<String> stored(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select(".app-stored").eachText().stream()
        .map(line -> line.replace("Sekarang tersimpan: ", ""))
        .toList();
  }

  static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    String at = response.headers().firstValue("Location").orElseThrow();
    return at.replaceFirst("https?://[^/]+", "");
  }

  /** The body of a command by somebody who has read the newest version. */
  String read(String place) {
    return "{\"version\":" + match("\"version\":(\\d+)", browser.get(place)) + "}";
  }

  String basedOn(String campaign) {
    return match(
        "name=\"basedOn\" value=\"([0-9a-f]{64})\"", browser.get(campaign + "/brief/edit"));
  }

  String version(String campaign) {
    return version(browser.get(campaign));
  }

  static String version(HttpResponse<String> page) {
    return match("name=\"version\" value=\"(\\d+)\"", page);
  }

  static String match(String pattern, HttpResponse<String> page) {
    var matcher = Pattern.compile(pattern).matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  static String link(String text) {
    var matcher = Pattern.compile("https://gaung\\.test(/o/[\\w.-]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /** Signs everybody in as the one person the test names. */
  @Priority(Priorities.AUTHENTICATION)
  static final class SignedIn implements ContainerRequestFilter {

    private volatile Optional<Actor> who = Optional.empty();

    void as(@org.jspecify.annotations.Nullable Actor actor) {
      who = Optional.ofNullable(actor);
    }

    @Override
    public void filter(ContainerRequestContext request) {
      who.ifPresent(actor -> request.setSecurityContext(new Context(new TestViewer(actor))));
    }
  }

  record Context(Viewer viewer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return viewer;
    }

    @Override
    public boolean isUserInRole(String role) {
      return viewer.is(Role.valueOf(role));
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "TEST";
    }
  }
}

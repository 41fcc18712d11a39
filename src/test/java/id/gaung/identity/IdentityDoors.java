package id.gaung.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.db.TestDatabase;
import id.gaung.demo.DemoPeople;
import id.gaung.demo.PracticePages;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.WebServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The doors of this package on a server, and how the tests speak to them. */
@Tag("database")
abstract class IdentityDoors {

  /** The database ends with the JVM, as the server does. */
  static final IdentityWorld WORLD = new IdentityWorld(TestDatabase.create());

  static final DemoPeople DEMO = new DemoPeople(WORLD.people, WORLD.foundation.transactions());

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
              List.of("identity", "demo"),
              true,
              jersey -> {
                IdentityFeature feature = WORLD.feature(true);
                feature.register(jersey);
                jersey.register(
                    new PracticePages(
                        DEMO,
                        feature.entryWithoutSecret(),
                        () -> Optional.of("/reports/2026-W47")));
              })
          .shared();

  static final ObjectMapper JSON = new ObjectMapper();
  static final String GOOD = "kopi susu gula aren";
  static int made;
  final Browser browser = SERVER.browser();

  static Person person(Role... roles) {
    return WORLD.withPassword("page" + ++made + "@example.org", GOOD, roles);
  }

  HttpResponse<String> signIn(Person person, String password, String back) {
    WORLD.clock.move(Duration.ofSeconds(1));
    return browser.post("/sign-in", "email", person.email(), "password", password, "back", back);
  }

  static HttpResponse<String> me(String cookie) {
    return SERVER.browser().get("/api/v1/me", "Cookie", cookie);
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}

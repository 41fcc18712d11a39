package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answer that a servlet empties to refuse keeps the headers of every answer. */
class EmptiedAnswersTest {

  @RegisterExtension static final WebServer SERVER = WebServer.with(List.of(), false, jersey -> {});

  @Test
  void a_refused_or_missing_file_carries_the_security_headers() {
    for (String path :
        List.of("/assets/nope.css", "/assets/lib/nope.js", "/assets/%2e%2e/x", "/nowhere")) {
      var answer = SERVER.browser().get(path);
      assertThat(answer.statusCode()).as(path).isBetween(400, 404);
      assertThat(answer.headers().allValues("Content-Security-Policy")).as(path).hasSize(1);
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    }
    var file = SERVER.browser().get("/assets/app.css");
    assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
  }
}

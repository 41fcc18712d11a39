package id.gaung;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member of staff at a running Gaung, signed in by a link as a browser would. */
final class BenchVisitor {

  private static final Pattern CSRF =
      Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"|value=\"([^\"]+)\"\\s+name=\"_csrf\"");

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;

  private BenchVisitor(URI base) {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * @param link as it was handed out; its host may be another
   */
  static BenchVisitor signIn(int port, URI link) throws IOException, InterruptedException {
    BenchVisitor visitor = new BenchVisitor(URI.create("http://localhost:" + port));
    HttpResponse<String> page = visitor.get(link.getPath());
    Matcher csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new IOException("the link's page has no form: " + page.statusCode());
    }
    String value = csrf.group(1) == null ? csrf.group(2) : csrf.group(1);
    HttpResponse<String> signedIn =
        visitor.client.send(
            visitor
                .request(link.getPath())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", visitor.base.toString())
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + value))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (signedIn.statusCode() != 303) {
      throw new IOException("signing in answered " + signedIn.statusCode());
    }
    return visitor;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What the browser sends along, as the header has it. */
  String cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
  }
}

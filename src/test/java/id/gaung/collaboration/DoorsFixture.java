package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.web.Browser;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server with the doors of campaigns and collaborations, and how the tests speak to them. */
@Tag("database")
abstract class DoorsFixture {

  static World world;
  static final SignedInAs SIGNED_IN = new SignedInAs();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("campaign", "collaboration", "phone"),
          false,
          jersey -> {
            world = new World();
            jersey.register(SIGNED_IN);
            world.campaign.register(jersey);
            world.collaboration.register(jersey, World.SOCIAL);
          });

  final Browser browser = SERVER.browser();

  static List<String> stored(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select(".stored").eachText().stream()
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
}

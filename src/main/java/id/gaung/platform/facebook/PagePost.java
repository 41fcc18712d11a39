package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Owners;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.OwnMedia;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A post of the Page, whoever and whatever published it. */
record PagePost(String id, JsonNode body, URI web) {

  static List<PagePost> of(JsonNode data, URI web) {
    List<PagePost> posts = new ArrayList<>();
    for (JsonNode one : data) {
      String id = one.path("id").asText("");
      if (!id.isEmpty()) {
        posts.add(new PagePost(id, one, web));
      }
    }
    return posts;
  }

  /** A post of another app is not ours; people's own come without one at times. */
  boolean mayBeOf(String appId) {
    String app = body.path("application").path("id").asText("");
    return app.isEmpty() || app.equals(appId);
  }

  boolean shows(String video) {
    for (JsonNode attached : body.path("attachments").path("data")) {
      if (attached.path("target").path("id").asText("").equals(video)) {
        return true;
      }
    }
    return false;
  }

  RemotePost post() {
    return new RemotePost(id, Optional.of(address(body, web).orElse(PageAddresses.of(web, id))));
  }

  Set<String> marks() {
    return Stream.of(id, post().url().map(URI::toString).orElse(""))
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.toSet());
  }

  Owners.Listed listed() {
    return new Owners.Listed(
        post(),
        body.path("message").asText(""),
        OwnMedia.timestamp(body.path("created_time").asText("")));
  }

  /** {@code permalink_url}, which begins with the host or with a slash. */
  static Optional<URI> address(JsonNode body, URI web) {
    return AnswerJson.text(body, "permalink_url")
        .flatMap(text -> WebAddress.given(text.startsWith("/") ? web + text : text));
  }
}

package id.gaung.platform.threads;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import java.util.List;
import java.util.Map;

/**
 * The container of a part of a thread: a text that answers the part before. Its account shows it
 * among what it has answered, and not among its posts.
 */
final class ThreadsPart extends ThreadsMedia {

  private static final Names NAMES =
      new Names(
          "/threads",
          "/threads_publish",
          "/replies",
          ThreadsPosts.FIELDS + ",replied_to",
          "text",
          "status",
          "error_message");

  private final RemotePost parent;

  ThreadsPart(RemotePost parent) {
    this.parent = parent;
  }

  @Override
  public Names names() {
    return NAMES;
  }

  @Override
  public Map<String, String> whole(Publication publication, List<String> children) {
    Map<String, String> form = super.whole(publication, children);
    form.put("reply_to_id", parent.remoteId());
    return form;
  }

  /** Whatever its words; one of which it is not told what it answers, too. */
  @Override
  public boolean mayBe(JsonNode media, Publication publication) {
    String answers = media.path("replied_to").path("id").asText("");
    return answers.isEmpty() || answers.equals(parent.remoteId());
  }
}

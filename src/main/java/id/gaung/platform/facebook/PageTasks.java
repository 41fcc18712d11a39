package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.meta.GraphApi;
import java.util.Optional;

/** What a person may do on a Page. */
final class PageTasks {

  /** The roles of today's Pages carry this before the name of a task. */
  private static final String NEWER = "PROFILE_PLUS_";

  private PageTasks() {}

  /**
   * Why it cannot be connected, as a key of the bundles. Where no tasks are told, what the person
   * may do shows itself when it is done.
   */
  static Optional<String> against(JsonNode page) {
    JsonNode tasks = page.path("tasks");
    if (tasks.isArray() && !has(tasks, "CREATE_CONTENT")) {
      return Optional.of("channel.connect.facebook.against.create-content");
    }
    if (tasks.isArray() && !has(tasks, "ANALYZE")) {
      return Optional.of("channel.connect.facebook.against.analyze");
    }
    return AnswerJson.text(page, GraphApi.ACCESS_TOKEN).isEmpty()
        ? Optional.of("channel.connect.facebook.against.token")
        : Optional.empty();
  }

  private static boolean has(JsonNode tasks, String task) {
    for (JsonNode one : tasks) {
      if (one.asText().equals(task) || one.asText().equals(NEWER + task)) {
        return true;
      }
    }
    return false;
  }
}

package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.kernel.Network;
import id.gaung.platform.AnswerJson;
import java.util.Optional;

/** What a person may do on a Page. */
public final class PageTasks {

  /** The roles of today's Pages carry this before the name of a task. */
  private static final String NEWER = "PROFILE_PLUS_";

  private PageTasks() {}

  /**
   * Why it cannot be connected, as a key of the bundles, {@code channel.connect.NETWORK.against}.
   * Where no tasks are told, what the person may do shows itself when it is done.
   */
  public static Optional<String> against(Network network, JsonNode page) {
    return missing(page).map(what -> "channel.connect." + network.path() + ".against." + what);
  }

  private static Optional<String> missing(JsonNode page) {
    JsonNode tasks = page.path("tasks");
    if (tasks.isArray() && !has(tasks, "CREATE_CONTENT")) {
      return Optional.of("create-content");
    }
    if (tasks.isArray() && !has(tasks, "ANALYZE")) {
      return Optional.of("analyze");
    }
    return AnswerJson.text(page, GraphApi.ACCESS_TOKEN).isEmpty()
        ? Optional.of("token")
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

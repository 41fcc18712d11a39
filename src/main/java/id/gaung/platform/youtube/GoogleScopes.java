package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The permissions that are asked for: each does something that nothing works without. */
enum GoogleScopes {
  READ("readonly", "read"),
  UPLOAD("upload", "upload"),
  /** Deleting and comments, too. */
  MANAGE("force-ssl", "manage");

  private final String scope;

  /** What it is called in the sentence that says it is missing. */
  private final String word;

  GoogleScopes(String end, String word) {
    this.scope = "https://www.googleapis.com/auth/youtube." + end;
    this.word = word;
  }

  static String asked() {
    return Arrays.stream(values()).map(one -> one.scope).collect(Collectors.joining(" "));
  }

  /**
   * People may untick each of them; an answer that names none grants what was asked for.
   *
   * @return the words of those that are missing, with hyphens; empty if none is
   */
  static String missing(JsonNode grant) {
    Optional<String> granted = AnswerJson.text(grant, "scope");
    List<String> names = List.of(granted.orElseGet(GoogleScopes::asked).split(" ", -1));
    return Arrays.stream(values())
        .filter(one -> !names.contains(one.scope))
        .map(one -> one.word)
        .collect(Collectors.joining("-"));
  }
}

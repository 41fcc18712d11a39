package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.HttpOutcome;
import java.util.Arrays;
import java.util.Optional;

/**
 * What Instagram says of a container.
 *
 * @param text the field {@code status}, in which an error's subcode stands
 */
record ContainerState(Code code, String text) {

  enum Code {
    IN_PROGRESS,
    /** May be published. */
    FINISHED,
    PUBLISHED,
    /** 24 hours went by without publishing. */
    EXPIRED,
    ERROR,
    /** No answer, or none of the above. */
    NOT_KNOWN
  }

  static ContainerState of(HttpOutcome outcome) {
    Optional<JsonNode> body = GraphApi.good(outcome);
    String code = body.map(b -> b.path("status_code").asText("")).orElse("");
    return new ContainerState(
        Arrays.stream(Code.values())
            .filter(c -> c.name().equals(code))
            .findFirst()
            .orElse(Code.NOT_KNOWN),
        body.map(b -> b.path("status").asText("")).orElse(""));
  }
}

package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.HttpOutcome;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a network says of a container.
 *
 * @param text in which the reason of an error stands
 */
public record ContainerState(Code code, String text) {

  /** In the networks' own words. */
  public enum Code {
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

  static ContainerState of(HttpOutcome outcome, ContainerNetwork network) {
    Optional<JsonNode> body = GraphApi.good(outcome);
    String code = body.map(b -> b.path(network.names().status()).asText("")).orElse("");
    if (GraphApi.error(outcome).filter(network::tellsPublished).isPresent()) {
      return new ContainerState(Code.PUBLISHED, "");
    }
    return new ContainerState(
        Arrays.stream(Code.values())
            .filter(c -> c.name().equals(code))
            .findFirst()
            .orElse(Code.NOT_KNOWN),
        body.map(b -> b.path(network.names().reason()).asText("")).orElse(""));
  }
}

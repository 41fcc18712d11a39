package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network whose posts are made of containers: what is one's own of its making them, waiting for
 * them and publishing them, while {@link ContainerFlow} takes the steps. Pure: no call leaves.
 */
public interface ContainerNetwork {

  /**
   * What the network calls things.
   *
   * @param create where a container is made, behind the account's path
   * @param publish where it is published
   * @param list the account's own posts
   * @param listFields what is asked of each of them, by commas
   * @param text the field of a post's text
   * @param status the field of a container's state
   * @param reason the field that says why it failed
   */
  record Names(
      String create,
      String publish,
      String list,
      String listFields,
      String text,
      String status,
      String reason) {}

  Names names();

  /** The path of the account, such as {@code /me}. */
  String account(Access access);

  /** What stands against publishing it there at all; nothing is asked then. */
  default Optional<Failure> against(Access access, Publication publication) {
    return Optional.empty();
  }

  /** The form of a picture, alone or in a carousel; may be changed. */
  Map<String, String> picture(Picture picture);

  /** The forms of a carousel's children in their order; none where one container is the post. */
  default List<Map<String, String>> children(Publication publication) {
    List<Map<String, String>> children = new ArrayList<>();
    for (Picture picture : publication.pictures()) {
      Map<String, String> child = picture(picture);
      child.put("is_carousel_item", "true");
      children.add(child);
    }
    return children.size() > 1 ? children : List.of();
  }

  /**
   * The form of a carousel, without its text; may be changed.
   *
   * @param children the ids of their containers
   */
  static Map<String, String> carousel(List<String> children) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", "CAROUSEL");
    form.put("children", String.join(",", children));
    return form;
  }

  /**
   * The form of what is published.
   *
   * @param children the ids of the containers made of {@link #children}
   */
  Map<String, String> whole(Publication publication, List<String> children);

  /** How long to wait between a container that is ready and its publishing. */
  default Duration rest() {
    return Duration.ZERO;
  }

  /** What follows from a container that ended in an error. */
  PublishStep.Failed failed(String reason, ContainerProgress progress);

  /** The object asked for is not there, or this account may not see it, or not yet. */
  boolean isMissing(GraphError error);

  /** Whether an error to the question for a container's state says that it is a post by now. */
  default boolean tellsPublished(GraphError error) {
    return false;
  }

  /** Whether an error to publishing says for certain that nothing came out, whatever its class. */
  boolean isCertain(GraphError error);

  /** What follows from a refusal to publish; empty where what is common to all networks does. */
  Optional<PublishStep> refused(GraphError error, Failure failure, ContainerProgress progress);

  /** Whether a post in the account's list can be the publication, as far as its kind is told. */
  boolean mayBe(JsonNode media, Publication publication);

  /**
   * The address by which a post is kept; empty if the network did not tell one.
   *
   * @param media as it is listed, with its {@code permalink}
   */
  default Optional<URI> address(JsonNode media) {
    return AnswerJson.text(media, "permalink").flatMap(WebAddress::given);
  }

  /**
   * Whether a container's state is told by copies that may be late, so that one which says it is
   * ready proves nothing alone: then the account's list has to show nothing, too.
   */
  default boolean statesAreLate() {
    return false;
  }

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
}

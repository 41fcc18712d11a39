package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Publication;
import java.util.List;

/** What a post is made of, apart from its words: a text, a video, or so many photos. */
record MessageShape(String name) {

  private static final String PHOTO = "photo";

  private static final MessageShape TEXT = new MessageShape("text");
  private static final MessageShape VIDEO = new MessageShape("video");

  /** Something that is never sent here. */
  private static final MessageShape OTHER = new MessageShape("other");

  static MessageShape of(Publication publication) {
    if (publication.video().isPresent()) {
      return VIDEO;
    }
    int photos = publication.pictures().size();
    return photos == 0 ? TEXT : photos(photos);
  }

  /**
   * @param messages of one post, at least one
   */
  static MessageShape of(List<JsonNode> messages) {
    if (messages.stream().allMatch(message -> message.path(PHOTO).isArray())) {
      return photos(messages.size());
    }
    JsonNode only = messages.get(0);
    if (messages.size() > 1) {
      return OTHER;
    }
    // A video without a sound is made an animation.
    if (List.of("video", "animation", "document").stream().anyMatch(only::has)) {
      return VIDEO;
    }
    return only.path("text").isTextual() ? TEXT : OTHER;
  }

  private static MessageShape photos(int count) {
    return new MessageShape(PHOTO + count);
  }

  boolean isOurs() {
    return !equals(OTHER);
  }
}

package id.gaung.platform.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import java.util.List;

/** What is sent of a post. X refuses keys that it does not know, so only what was chosen. */
final class XPostBody {

  private XPostBody() {}

  static ObjectNode of(Publication publication, XProgress progress) {
    ObjectNode body = AnswerJson.object();
    if (!publication.text().isBlank()) {
      body.put("text", publication.text());
    }
    List<String> media = progress.media((long) publication.altTexts().size());
    if (!media.isEmpty()) {
      media.forEach(body.putObject("media").putArray("media_ids")::add);
    }
    if (publication.says(PostOption.AI_LABEL)) {
      body.put("made_with_ai", true);
    }
    if (publication.says(PostOption.PAID_PARTNERSHIP)) {
      body.put("paid_partnership", true);
    }
    return body;
  }
}

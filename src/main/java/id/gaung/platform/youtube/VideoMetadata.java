package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import java.util.List;

/** What is said of a video when it is uploaded. */
record VideoMetadata(String parts, JsonNode body) {

  /** Who may see it, the usual one first. A private video would be no publication. */
  static final List<String> PRIVACY = List.of("public", "unlisted");

  static final int LONGEST_TITLE = 100;

  /** "People and blogs"; YouTube's other categories are about what a video is of. */
  private static final String CATEGORY = "22";

  static VideoMetadata of(Publication publication) {
    ObjectNode body = AnswerJson.object();
    ObjectNode snippet = body.putObject("snippet");
    snippet
        .put("title", title(publication))
        .put("description", publication.text())
        .put("categoryId", CATEGORY);
    if (publication.language().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      snippet.put("defaultLanguage", publication.language());
    }
    body.putObject("status")
        .put("privacyStatus", privacy(publication))
        .put("selfDeclaredMadeForKids", false)
        .put("containsSyntheticMedia", publication.says(PostOption.AI_LABEL));
    boolean paid = publication.says(PostOption.PAID_PARTNERSHIP);
    if (paid) {
      body.putObject("paidProductPlacementDetails").put("hasPaidProductPlacement", true);
    }
    return new VideoMetadata(
        paid ? "snippet,status,paidProductPlacementDetails" : "snippet,status", body);
  }

  /** The title chosen; where there is none, the first words of the text. */
  static String title(Publication publication) {
    String title =
        publication
            .option(PostOption.TITLE)
            .map(String::strip)
            .orElseGet(
                () ->
                    publication
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("Video"));
    if (title.length() <= LONGEST_TITLE) {
      return title;
    }
    boolean pair = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1));
    return title.substring(0, pair ? LONGEST_TITLE - 1 : LONGEST_TITLE);
  }

  static String privacy(Publication publication) {
    return publication.option(PostOption.PRIVACY).filter(PRIVACY::contains).orElse(PRIVACY.get(0));
  }
}

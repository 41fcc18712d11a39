package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import java.util.List;
import java.util.Optional;

/** What is sent of a post, after LinkedIn's page "Posts API". */
final class LinkedInPostBody {

  /** Longer ones are refused. */
  private static final int TITLE = 400;

  private static final int DESCRIPTION = 4000;

  private LinkedInPostBody() {}

  static ObjectNode of(Account account, Publication publication, LinkedInProgress progress) {
    ObjectNode body =
        AnswerJson.object()
            .put("author", LinkedInApi.page(account))
            .put("commentary", LittleText.of(publication.text()))
            .put("visibility", "PUBLIC");
    ObjectNode distribution = body.putObject("distribution").put("feedDistribution", "MAIN_FEED");
    distribution.putArray("targetEntities");
    distribution.putArray("thirdPartyDistributionChannels");
    content(publication, progress).ifPresent(content -> body.set("content", content));
    return body.put("lifecycleState", "PUBLISHED").put("isReshareDisabledByAuthor", false);
  }

  private static Optional<ObjectNode> content(Publication publication, LinkedInProgress progress) {
    ObjectNode content = AnswerJson.object();
    List<Picture> pictures = publication.pictures();
    if (publication.video().isPresent()) {
      content.putObject("media").put("id", urn(progress, 0));
    } else if (publication.card().isPresent()) {
      article(content.putObject("article"), publication.card().get(), progress);
    } else if (pictures.size() == 1) {
      picture(content.putObject("media"), pictures.get(0), progress, 0);
    } else if (!pictures.isEmpty()) {
      ArrayNode images = content.putObject("multiImage").putArray("images");
      for (int i = 0; i < pictures.size(); i++) {
        picture(images.addObject(), pictures.get(i), progress, i);
      }
    }
    return content.isEmpty() ? Optional.empty() : Optional.of(content);
  }

  private static void picture(
      ObjectNode media, Picture picture, LinkedInProgress progress, int index) {
    media.put("id", urn(progress, index));
    if (!picture.altText().isBlank()) {
      media.put("altText", picture.altText());
    }
  }

  /** Of a page LinkedIn reads nothing itself; without a title it takes no card. */
  private static void article(
      ObjectNode article, Attachment.LinkCard card, LinkedInProgress progress) {
    String title = card.title().isBlank() ? card.address().getHost() : card.title();
    article.put("source", card.address().toString()).put("title", cut(title, TITLE));
    if (!card.description().isBlank()) {
      article.put("description", cut(card.description(), DESCRIPTION));
    }
    progress.part(UploadNote.URN, 0).ifPresent(urn -> article.put("thumbnail", urn));
  }

  private static String urn(LinkedInProgress progress, int index) {
    return progress.part(UploadNote.URN, index).orElse("");
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}

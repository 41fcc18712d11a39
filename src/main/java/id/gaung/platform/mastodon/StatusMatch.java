package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Json;
import id.gaung.platform.Publication;
import java.util.List;

/** Whether a status is the one that was to be published. */
enum StatusMatch {
  OURS,
  OTHER,
  /** It shows the words, but not as they were typed; servers rewrite, so its source may tell. */
  REWRITTEN,
  /** The server did not say what was typed, though it usually would. */
  UNCLEAR;

  /** By its pictures and by what it shows. */
  static StatusMatch shown(OwnStatuses.Status status, Publication publication, Progress progress) {
    JsonNode attachments = status.body().path("media_attachments");
    int pictures = publication.pictures().size();
    if (attachments.isArray()) {
      List<String> ours = progress.media((long) pictures);
      for (JsonNode attachment : attachments) {
        if (ours.contains(attachment.path("id").asText(""))) {
          return OURS;
        }
      }
      if (attachments.size() != pictures) {
        return OTHER;
      }
    }
    String shown = status.body().path("content").asText("");
    if (StatusText.shows(shown, publication.text())) {
      return OURS;
    }
    return StatusText.mayBe(shown, publication.text()) ? REWRITTEN : OTHER;
  }

  /** By what was typed, where the server keeps it; some do not offer it. One call. */
  static StatusMatch typed(MastodonApi api, Access access, String id, String text) {
    HttpOutcome outcome = api.send(MastodonApi.get(access, MastodonApi.status(id) + "/source"));
    int status = MastodonApi.statusOf(outcome);
    if (status == 0 || status == 401 || status == 429 || (status >= 500 && status != 501)) {
      return UNCLEAR;
    }
    return MastodonApi.good(outcome)
            .flatMap(body -> Json.text(body, "text"))
            .filter(source -> StatusText.same(source, text))
            .isPresent()
        ? OURS
        : OTHER;
  }
}

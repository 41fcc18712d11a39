package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;

/** How well a status fits a text that was to be published; the later ones fit better. */
enum StatusFit {
  /** Nothing speaks for it; nothing rules it out either: servers rewrite as they like. */
  NONE,
  /** Its text as it is shown is the one wanted, once what servers rewrite is undone. */
  SHOWN,
  /** Its source is the text, letter by letter. */
  EXACT,
  /** It carries a picture that was uploaded for it. */
  PROOF;

  /**
   * A status with what was found out about it.
   *
   * @param source what was typed; empty where the server does not say
   */
  record Seen(OwnStatuses.Status status, Optional<String> source) {

    static Seen of(OwnStatuses.Status status) {
      return new Seen(status, AnswerJson.text(status.body(), "text"));
    }

    /**
     * @param uploaded ids of the pictures uploaded for it
     */
    StatusFit fit(String text, List<String> uploaded) {
      JsonNode body = status.body();
      for (JsonNode attachment : body.path("media_attachments")) {
        if (uploaded.contains(attachment.path("id").asText(""))) {
          return PROOF;
        }
      }
      if (source.isPresent()) {
        if (literal(source.get()).equals(literal(text))) {
          return EXACT;
        }
        return literal(unescaped(source.get())).equals(literal(unescaped(text))) ? SHOWN : NONE;
      }
      return StatusText.shows(body.path("content").asText(""), text) ? SHOWN : NONE;
    }

    /**
     * Whether its pictures speak for a post rather than for another of the same text. A server may
     * add pictures (of links) and change their ids, but it takes none away, and keeps their words.
     */
    boolean shows(List<String> altTexts) {
      JsonNode attachments = status.body().path("media_attachments");
      List<String> shown = new ArrayList<>();
      attachments.forEach(a -> shown.add(a.path("description").asText("").strip()));
      List<String> wanted = altTexts.stream().map(String::strip).toList();
      return shown.size() == wanted.size() && shown.equals(wanted);
    }
  }

  /** What came of asking for a source. */
  enum Asked {
    TOLD,
    NOT_OFFERED,
    NOT_ANSWERED
  }

  /** A source, and what came of asking for it. */
  record Source(Asked asked, Optional<String> text) {}

  /** One call. Some servers do not offer it. */
  static Source source(MastodonApi api, Access access, String id) {
    HttpOutcome outcome = api.send(MastodonApi.get(access, MastodonApi.status(id) + "/source"));
    int status = MastodonApi.statusOf(outcome);
    if (status == 0 || status == 401 || status == 429 || (status >= 500 && status != 501)) {
      return new Source(Asked.NOT_ANSWERED, Optional.empty());
    }
    Optional<String> text =
        MastodonApi.good(outcome).flatMap(body -> AnswerJson.text(body, "text"));
    return new Source(text.isPresent() ? Asked.TOLD : Asked.NOT_OFFERED, text);
  }

  /** Line ends, white space at the ends of lines and the form of Unicode are the server's. */
  private static String literal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replaceAll("[ \\t]+(?=\\n|$)", "")
        .strip();
  }

  private static String unescaped(String text) {
    return Parser.unescapeEntities(text, false);
  }
}

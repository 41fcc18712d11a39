package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.ContentRules.Segment.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformHttp;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is mentioned in a text: DIDs by handle. */
final class BlueskyMentions {

  private static final int MAX_MENTIONS = 20;
  private static final Duration MENTION_LIMIT = Duration.ofSeconds(5);

  private final PlatformHttp http;

  BlueskyMentions(PlatformHttp http) {
    this.http = http;
  }

  /** Asks the server. A handle that nobody answers for stays plain text. */
  Map<String, String> resolve(Account account, String text) {
    Map<String, String> dids = new LinkedHashMap<>();
    BlueskyRules.SCANNER.segments(text).stream()
        .filter(s -> s.kind() == Kind.MENTION)
        .map(PostRecord::handle)
        .distinct()
        .limit(MAX_MENTIONS)
        .forEach(handle -> did(account, handle).ifPresent(did -> dids.put(handle, did)));
    return dids;
  }

  private Optional<String> did(Account account, String handle) {
    HttpOutcome outcome =
        http.send(
            Xrpc.query(account.server(), "com.atproto.identity.resolveHandle")
                .query("handle", handle)
                .timeout(MENTION_LIMIT));
    return outcome.match(
        a ->
            Xrpc.success(a)
                .flatMap(json -> AnswerJson.text(json, "did"))
                .filter(did -> did.startsWith("did:")),
        n -> Optional.empty(),
        u -> Optional.empty());
  }

  /** For a checkpoint, to be read again by {@link #read}. */
  static String write(Map<String, String> mentions) {
    ObjectNode node = AnswerJson.object();
    mentions.forEach(node::put);
    return AnswerJson.write(node);
  }

  static Map<String, String> read(String written) {
    Map<String, String> mentions = new HashMap<>();
    AnswerJson.parse(written)
        .ifPresent(
            n -> n.properties().forEach(e -> mentions.put(e.getKey(), e.getValue().asText())));
    return mentions;
  }
}

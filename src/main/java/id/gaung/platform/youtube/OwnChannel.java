package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account's channel: what it is called, how many follow it, where its videos are listed. */
final class OwnChannel {

  private static final String UPLOADS = "uploads";

  private final YouTubeApi api;

  OwnChannel(YouTubeApi api) {
    this.api = api;
  }

  /** Of the login where there is one; else by its id, or by the name it was entered under. */
  HttpOutcome ask(Access access, String parts) {
    PlatformRequest request = api.get(access, "/channels", parts);
    if (YouTubeApi.hasLogin(access)) {
      return api.send(request.query("mine", "true"));
    }
    Account account = access.account();
    return api.send(
        VideoAddresses.isChannelId(account.remoteId())
            ? request.query("id", account.remoteId())
            : VideoAddresses.isChannelId(account.handle())
                ? request.query("id", account.handle())
                : request.query("forHandle", "@" + account.handle()));
  }

  /** What a channel's resource says of the account; empty if it has no id. */
  static Optional<Account> account(Account nobody, JsonNode channel) {
    Map<String, String> traits =
        AnswerJson.text(channel.path("contentDetails").path("relatedPlaylists"), UPLOADS)
            .map(list -> Map.of(UPLOADS, list))
            .orElse(Map.of());
    return AnswerJson.text(channel, "id")
        .map(
            id ->
                new Account(
                    nobody.network(), nobody.server(), id, handle(channel).orElse(id), traits));
  }

  private static Optional<String> handle(JsonNode channel) {
    return AnswerJson.text(channel.path("snippet"), "customUrl")
        .map(name -> name.replaceFirst("^@", ""))
        .filter(name -> !name.isBlank());
  }

  /** The list of all its videos; it has the channel's id in it where it was never told. */
  static String uploads(Account account) {
    String told = account.traits().getOrDefault(UPLOADS, "");
    return told.isEmpty() ? account.remoteId().replaceFirst("^UC", "UU") : told;
  }

  AccountProfile profile(Access access) {
    if (!api.reads(access)) {
      return new AccountProfile(Figure.missing(Gap.REFUSED), Optional.empty());
    }
    HttpOutcome answer = ask(access, "snippet,statistics");
    Optional<JsonNode> channel =
        YouTubeApi.items(answer).map(List::stream).flatMap(items -> items.findFirst());
    return channel
        .map(found -> new AccountProfile(followers(found.path("statistics")), handle(found)))
        .orElseGet(() -> new AccountProfile(unread(answer), Optional.empty()));
  }

  private static Figure followers(JsonNode statistics) {
    return statistics.path("hiddenSubscriberCount").asBoolean(false)
        ? Figure.missing(Gap.HIDDEN)
        : VideoCounts.figure(statistics.path("subscriberCount"), Gap.NOT_YET);
  }

  private Figure unread(HttpOutcome answer) {
    boolean passing = YouTubeApi.items(answer).isEmpty() && api.failure(answer).passes();
    return Figure.missing(passing ? Gap.NOT_YET : Gap.REFUSED);
  }
}

package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Metric;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Telegram's channels, by the Bot API. */
public final class TelegramClient implements SocialPlatform {

  private static final String CHANNEL = "channel";
  private static final String CHAT = "chat_id";

  private final BotApi api;
  private final TelegramLogin login;
  private final TelegramAddresses addresses;
  private final MessagePublishing publishing;

  /**
   * @param server where bots are served, such as {@code https://api.telegram.org}
   * @param web where people see posts, such as {@code https://t.me}
   */
  public TelegramClient(PlatformHttp http, Clock clock, URI server, URI web) {
    this.api = new BotApi(http);
    ChannelWatch watch = new ChannelWatch(api);
    this.login = new TelegramLogin(api, watch, server);
    this.addresses = new TelegramAddresses(web);
    this.publishing = new MessagePublishing(api, watch, addresses, clock);
  }

  @Override
  public Network network() {
    return Network.valueOf(TelegramNetwork.NAME);
  }

  @Override
  public List<ConnectField> connectFields() {
    return List.of(
        new ConnectField(BotApi.TOKEN, true, ""),
        new ConnectField(CHANNEL, false, ""),
        ConnectField.optional(ChannelWatch.TOKEN, true));
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    return login.connect(
        input.getOrDefault(BotApi.TOKEN, ""),
        input.getOrDefault(CHANNEL, ""),
        input.getOrDefault(ChannelWatch.TOKEN, ""));
  }

  /** Never needed: {@link #connect} does not redirect. */
  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return new Connecting.Refused(
        Failure.of(Failure.Kind.CREDENTIALS_WRONG, "NO_REDIRECT", "nothing was begun"));
  }

  /** Tokens never expire; one that its owner has replaced needs a person. */
  @Override
  public Refreshing refresh(Access access) {
    return new Refreshing.Failed(Failure.of(Failure.Kind.RECONNECT, "NO_REFRESH", ""));
  }

  @Override
  public List<URI> sites(Account account) {
    return addresses.sites();
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return addresses.named(account, address);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return addresses.read(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return TelegramRules.RULES;
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return publishing.next(access, publication, checkpoint);
  }

  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    return publishing.lookUp(access, request);
  }

  /** Without a call: a bot is told nothing. */
  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    Map<Metric, Figure> nothing =
        Arrays.stream(Metric.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), metric -> Figure.missing(Figure.Gap.NOT_OFFERED)));
    return posts.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), post -> new Reading.Measured(nothing)));
  }

  /** A bot cannot look at a channel. */
  @Override
  public Presence presence(Access access, RemotePost post) {
    return Presence.UNKNOWN;
  }

  @Override
  public Figure followers(Access access) {
    return BotApi.result(api.send(asked(access, "getChatMemberCount")))
        .map(count -> Figure.counted(count, Figure.Gap.NOT_OFFERED))
        .orElseGet(() -> Figure.missing(Figure.Gap.REFUSED));
  }

  @Override
  public AccountProfile profile(Access access) {
    return new AccountProfile(
        followers(access),
        BotApi.result(api.send(asked(access, "getChat"))).flatMap(TelegramAddresses::handle));
  }

  private static PlatformRequest asked(Access access, String method) {
    return BotApi.get(access, method).query(CHAT, access.account().remoteId());
  }

  /** All messages of an album at once; of those that are not there nothing is said. */
  @Override
  public Deleting delete(Access access, RemotePost post) {
    Optional<MessageIds> ids = MessageIds.of(post.remoteId());
    if (ids.isEmpty()) {
      return new Deleting.Failed(
          Failure.of(Failure.Kind.REJECTED, "UNNAMED", "the post's number is not known"));
    }
    ObjectNode asked = AnswerJson.object().put(CHAT, access.account().remoteId());
    boolean one = ids.get().all().size() == 1;
    if (one) {
      asked.put("message_id", ids.get().first());
    } else {
      ids.get().all().forEach(asked.putArray("message_ids")::add);
    }
    return api.send(BotApi.post(access, one ? "deleteMessage" : "deleteMessages").json(asked))
        .match(
            TelegramClient::deleted,
            notSent -> new Deleting.Failed(BotApi.failure(notSent)),
            unknown -> new Deleting.Unknown(BotApi.failure(unknown)));
  }

  private static Deleting deleted(Answered answer) {
    boolean done = BotApi.result(answer).filter(result -> result.asBoolean(false)).isPresent();
    boolean gone =
        answer.status() == 400
            && TelegramFailures.description(answer)
                .toLowerCase(Locale.ROOT)
                .contains("to delete not found");
    if (done || gone) {
      return new Deleting.Gone();
    }
    Failure failure = TelegramFailures.of(answer);
    return answer.ok() || answer.status() >= 500 || answer.status() == 408
        ? new Deleting.Unknown(failure)
        : new Deleting.Failed(failure);
  }
}

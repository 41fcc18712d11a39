package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Credentials;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.HashtagShape;
import id.gaung.platform.LinkShape;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.MentionShape;
import id.gaung.platform.PictureRules;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.Revoking;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.TextLength;
import id.gaung.platform.TextScanner;
import id.gaung.platform.VideoRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A network in this process: keeps what was published, counts it, and answers as scripted. Without
 * a script everything succeeds at once.
 */
public final class FakePlatform implements SocialPlatform {

  /** A call to publish, as the network sees it. */
  public record Call(Access access, Publication publication, Checkpoint checkpoint) {}

  public final Map<UUID, AtomicInteger> visible = new ConcurrentHashMap<>();
  public final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  public final AtomicInteger lookUps = new AtomicInteger();
  public final AtomicInteger refreshes = new AtomicInteger();
  public volatile Optional<Instant> expiresAt = Optional.empty();
  public volatile Optional<Failure> refusal = Optional.empty();

  /** What a login opens; nothing for one account, which is connected at once. */
  public volatile List<Connecting.Option> options = List.of();

  public volatile Optional<Failure> choiceRefused = Optional.empty();
  public volatile Revoking onRevoke = Revoking.REVOKED;
  public final Queue<Access> revoked = new ConcurrentLinkedQueue<>();
  public volatile Optional<Instant> refreshAt = Optional.empty();
  public volatile Function<Access, Refreshing> onRefresh =
      access ->
          new Refreshing.Refreshed(
              new Credentials(
                  Map.of("token", "refreshed-" + refreshes.get()),
                  Optional.empty(),
                  Optional.empty()));
  public volatile Optional<Function<Call, PublishStep>> always = Optional.empty();
  public volatile List<URI> sites =
      List.of(URI.create("https://web.fake.test"), URI.create("https://fake.test"));

  /** Whether posts stand at their source. */
  public volatile Presence presence = Presence.UNKNOWN;

  /** Whether the network's ids can be read from its addresses. */
  public volatile boolean namesPosts;

  private final Queue<Function<Call, PublishStep>> script = new ConcurrentLinkedQueue<>();
  public final Queue<LookUpRequest> lookUpRequests = new ConcurrentLinkedQueue<>();
  public final Queue<LookUp> lookUpScript = new ConcurrentLinkedQueue<>();
  private final Network network;

  public FakePlatform(Network network) {
    this.network = network;
  }

  /** Answers the next call so. */
  public FakePlatform then(Function<Call, PublishStep> answer) {
    script.add(answer);
    return this;
  }

  public FakePlatform thenFail(Failure failure) {
    return then(call -> new PublishStep.Failed(failure, call.checkpoint()));
  }

  /** The post is out, as the network's readers see it. */
  public RemotePost show(Call call) {
    UUID id = call.publication().id();
    visible.computeIfAbsent(id, i -> new AtomicInteger()).incrementAndGet();
    return post(id);
  }

  private static RemotePost post(UUID id) {
    return new RemotePost("at://" + id, Optional.of(URI.create("https://fake.test/" + id)));
  }

  /** The post goes out and the answer is lost. */
  public FakePlatform thenLoseTheAnswer() {
    return then(
        call -> {
          show(call);
          return new PublishStep.Unknown(
              Failure.of(Failure.Kind.TRANSIENT, "reset", "connection reset"));
        });
  }

  public int timesVisible(UUID id) {
    return Optional.ofNullable(visible.get(id)).map(AtomicInteger::get).orElse(0);
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public List<ConnectField> connectFields() {
    return List.of(new ConnectField("handle", false, ""), new ConnectField("secret", true, ""));
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    String handle = input.getOrDefault("handle", "");
    if (handle.equals("redirect")) {
      return new Connecting.Redirect(
          URI.create("https://fake.test/authorize?state=" + state + "&redirect_uri=" + callback),
          Map.of("verifier", "pending-secret"));
    }
    if (refusal.isPresent()) {
      return new Connecting.Refused(refusal.get());
    }
    if (handle.equals("wrong")) {
      return new Connecting.Refused(
          Failure.of(Failure.Kind.CREDENTIALS_WRONG, "401", "wrong password"));
    }
    return new Connecting.Connected(access(handle, input.getOrDefault("secret", "")));
  }

  private Access access(String handle, String secret) {
    return new Access(
        new Account(network, URI.create("https://fake.test"), "id-" + handle, handle, Map.of()),
        new Credentials(Map.of("token", secret), refreshAt, expiresAt));
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    String token = pending.get("verifier") + code;
    if (code.equals("several")) {
      return new Connecting.Choice(options, Map.of("token", token));
    }
    return new Connecting.Connected(access("redirected", token));
  }

  @Override
  public Connecting choose(Map<String, String> pending, String id) {
    return choiceRefused
        .<Connecting>map(Connecting.Refused::new)
        .orElseGet(
            () ->
                new Connecting.Connected(access("page-" + id, pending.getOrDefault("token", ""))));
  }

  @Override
  public Refreshing refresh(Access access) {
    refreshes.incrementAndGet();
    return onRefresh.apply(access);
  }

  @Override
  public Revoking revoke(Access access) {
    revoked.add(access);
    return onRevoke;
  }

  @Override
  public List<URI> sites(Account account) {
    return sites;
  }

  /** The last part of the path is the id, of a post of the account that stands before it. */
  @Override
  public PostAddress postAt(Account account, String pasted) {
    return PostAddress.read(
        pasted,
        sites,
        (site, path) -> {
          String[] parts = path.replaceFirst("^/profile/(\\w+)/post/", "/@$1/").split("/", -1);
          return parts.length < 3
              ? PostAddress.wrong(PostAddress.Why.PROFILE)
              : parts[1].equals("@" + account.handle())
                  ? PostAddress.named(parts[2], site, path, true)
                  : PostAddress.wrong(PostAddress.Why.OTHER_ACCOUNT);
        });
  }

  @Override
  public ContentRules rules(Account account) {
    return new FakeRules();
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    Call call = new Call(access, publication, checkpoint);
    calls.add(call);
    Function<Call, PublishStep> scripted = script.poll();
    if (scripted != null) {
      return scripted.apply(call);
    }
    return always.map(f -> f.apply(call)).orElseGet(() -> new PublishStep.Published(show(call)));
  }

  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    lookUps.incrementAndGet();
    lookUpRequests.add(request);
    LookUp scripted = lookUpScript.poll();
    if (scripted != null) {
      return scripted;
    }
    UUID id = request.publication().id();
    return timesVisible(id) > 0
        ? new LookUp.Found(post(id))
        : new LookUp.NotPublished(request.checkpoint());
  }

  /** How many posts one reading takes. */
  public volatile int readBatch = 25;

  /** What it counts of posts; as a rule nothing. */
  public volatile Function<List<RemotePost>, Map<RemotePost, Reading>> reading = posts -> Map.of();

  @Override
  public int readBatchSize() {
    return readBatch;
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return reading.apply(posts);
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return presence;
  }

  @Override
  public Optional<RemotePost> named(Account account, URI address) {
    return namesPosts
        ? Optional.of(new RemotePost("at:/" + address.getPath(), Optional.of(address)))
        : Optional.empty();
  }

  /** The account's posts, a page each; the number of the next page is what it is asked for with. */
  public volatile List<List<Listing.Post>> pages = List.of();

  /** How often its list was asked for. */
  public final AtomicInteger listings = new AtomicInteger();

  /** What its list answers next, in place of a page after the first. */
  public final Queue<Failure> listTroubles = new ConcurrentLinkedQueue<>();

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    listings.incrementAndGet();
    int page = after.map(Integer::parseInt).orElse(0);
    Failure trouble = page > 0 ? listTroubles.poll() : null;
    if (trouble != null) {
      return new Listing.Failed(trouble);
    }
    boolean more = page + 1 < pages.size();
    return new Listing.Page(
        page < pages.size() ? pages.get(page) : List.of(),
        more ? Optional.of(String.valueOf(page + 1)) : Optional.empty());
  }

  /** What it answers when posts are to be taken away, one after the other; then they are gone. */
  public final Queue<Deleting> deletions = new ConcurrentLinkedQueue<>();

  /** What it was asked to take away. */
  public final Queue<RemotePost> deleted = new ConcurrentLinkedQueue<>();

  @Override
  public Deleting delete(Access access, RemotePost post) {
    deleted.add(post);
    return Optional.ofNullable(deletions.poll()).orElseGet(Deleting.Gone::new);
  }

  /** What it was asked to put under posts. */
  public final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

  /** What it answers to that, one after the other; then it comes out. */
  public final Queue<Function<Reply, Replying>> replyScript = new ConcurrentLinkedQueue<>();

  /** What stands under posts, as its readers see it. */
  public final Map<UUID, AtomicInteger> shownReplies = new ConcurrentHashMap<>();

  /** The reply comes out, and the answer says so. */
  public Replying show(Reply reply) {
    shownReplies.computeIfAbsent(reply.id(), i -> new AtomicInteger()).incrementAndGet();
    return new Replying.Out(post(reply.id()));
  }

  @Override
  public Replying reply(Access access, Reply reply) {
    replies.add(reply);
    return Optional.ofNullable(replyScript.poll()).orElse(this::show).apply(reply);
  }

  @Override
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    lookUps.incrementAndGet();
    LookUp scripted = lookUpScript.poll();
    if (scripted != null) {
      return scripted;
    }
    return shownReplies.containsKey(reply.id())
        ? new LookUp.Found(post(reply.id()))
        : new LookUp.NotPublished(Checkpoint.START);
  }

  @Override
  public Figure followers(Access access) {
    return Figure.of(120);
  }

  private record FakeRules() implements ContentRules {

    private static final TextScanner SCANNER =
        new TextScanner(MentionShape.NONE, LinkShape.WITH_SCHEME, HashtagShape.WORD);

    @Override
    public TextLength length(String text) {
      return new TextLength(text.length(), 300);
    }

    @Override
    public List<Segment> segments(String text) {
      return SCANNER.segments(text);
    }

    @Override
    public PictureRules pictures() {
      return new PictureRules(4, 1_000_000, List.of("image/jpeg"), 0.5, 2, 320, 1440, 1000);
    }

    @Override
    public Optional<VideoRules> video() {
      return Optional.of(
          new VideoRules(
              List.of("video/mp4"),
              List.of("avc1"),
              List.of(),
              1_000_000,
              Duration.ofMillis(1),
              Duration.ofMinutes(3),
              0.1,
              10,
              0,
              60,
              4096,
              20_000_000,
              1000));
    }

    @Override
    public boolean textAlone() {
      return true;
    }

    @Override
    public List<Issue> check(String text, List<PictureFacts> pictures) {
      if (text.isBlank() && pictures.isEmpty()) {
        return List.of(Issue.of("content.text-missing"));
      }
      return text.length() > 300
          ? List.of(Issue.of("content.text-too-long", text.length(), 300))
          : List.of();
    }
  }
}

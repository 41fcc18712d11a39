package id.gaung;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Credentials;
import id.gaung.platform.Evidence;
import id.gaung.platform.Figure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.PublicHosts;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reading;
import id.gaung.platform.Refreshing;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.bluesky.BlueskyClient;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A network in this process that answers at once and counts what arrived. */
final class InstantPlatform implements SocialPlatform {

  private final Map<UUID, AtomicInteger> arrived = new ConcurrentHashMap<>();

  // Counts text as the real client does; nothing is sent through it.
  private final BlueskyClient bluesky = bluesky();

  private static BlueskyClient bluesky() {
    PublicHosts hosts = new PublicHosts(Set.of());
    return new BlueskyClient(
        new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
        hosts,
        Clock.systemUTC(),
        BlueskyClient.SERVER_OF_MOST,
        BlueskyClient.WEB);
  }

  long duplicates() {
    return arrived.values().stream().filter(times -> times.get() > 1).count();
  }

  int arrivedOnce() {
    return arrived.size();
  }

  @Override
  public Network network() {
    return Network.valueOf("BLUESKY");
  }

  @Override
  public List<ConnectField> connectFields() {
    return List.of();
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    String handle = input.getOrDefault("handle", "");
    return new Connecting.Connected(
        new Access(
            new Account(
                Network.valueOf("BLUESKY"),
                URI.create("https://instant.example"),
                handle,
                handle,
                Map.of()),
            new Credentials(Map.of("token", handle), Optional.empty(), Optional.empty())));
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    throw new UnsupportedOperationException("connected at once");
  }

  @Override
  public Refreshing refresh(Access access) {
    return new Refreshing.Refreshed(access.credentials());
  }

  @Override
  public List<URI> sites(Account account) {
    return List.of(account.server());
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return PostAddress.wrong(PostAddress.Why.NO_POST);
  }

  @Override
  public ContentRules rules(Account account) {
    return bluesky.rules(account);
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    arrived.computeIfAbsent(publication.id(), id -> new AtomicInteger()).incrementAndGet();
    return new PublishStep.Published(new RemotePost("at://" + publication.id(), Optional.empty()));
  }

  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    return LookUp.Undecided.because(Evidence.Kind.NOT_CONNECTED);
  }

  @Override
  public int readBatchSize() {
    return 25;
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return Map.of();
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return Presence.UNKNOWN;
  }

  @Override
  public Figure followers(Access access) {
    return Figure.missing(Figure.Gap.NOT_YET);
  }
}

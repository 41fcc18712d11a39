package id.gaung.platform.meta;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Refreshing;
import id.gaung.platform.SocialPlatform;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client of a network whose posts are made of containers; what is left to it is reading, its
 * rules and its addresses.
 */
public abstract class ContainerClient implements SocialPlatform {

  private final GraphApi api;
  private final MetaLogin login;
  private final ContainerNetwork containers;
  private final PublishingLimit limit;
  private final ContainerFlow publishing;
  private final ContainerSearch search;
  private final List<URI> sites;

  /**
   * @param sites where posts are seen, the best known one first
   */
  protected ContainerClient(
      GraphApi api,
      MetaLogin login,
      ContainerNetwork containers,
      PublishingLimit limit,
      List<URI> sites,
      Clock clock) {
    this.api = api;
    this.login = login;
    this.containers = containers;
    this.limit = limit;
    this.publishing = new ContainerFlow(api, containers, clock);
    this.search = new ContainerSearch(api, containers, clock);
    this.sites = List.copyOf(sites);
  }

  @Override
  public final List<String> lacking() {
    return login.lacking();
  }

  @Override
  public final Network network() {
    return login.network();
  }

  /** Nothing to type: the person chooses the account on the network's own page. */
  @Override
  public final List<ConnectField> connectFields() {
    return List.of();
  }

  @Override
  public final Connecting connect(Map<String, String> input, URI callback, String state) {
    return login.begin(callback, state);
  }

  @Override
  public final Connecting complete(Map<String, String> pending, String code, URI callback) {
    return login.end(code, callback);
  }

  @Override
  public final Connecting choose(Map<String, String> pending, String id) {
    return login.choose(pending, id);
  }

  @Override
  public final Refreshing refresh(Access access) {
    return login.refresh(access);
  }

  @Override
  public final List<URI> sites(Account account) {
    return sites;
  }

  @Override
  public final PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return publishing.next(access, publication, checkpoint);
  }

  @Override
  public final LookUp lookUp(Access access, LookUpRequest request) {
    return search.find(access, request);
  }

  /** A page of what the account has published, however long ago. */
  protected final Listing listOwn(Access access, Optional<String> after) {
    return new OwnMedia(api, containers).list(access, after);
  }

  @Override
  public final Figure followers(Access access) {
    return profile(access).followers();
  }

  @Override
  public final Optional<Failure> askLimits(Access access) {
    return limit.ask(api, containers.account(access), access);
  }
}

package id.gaung.platform;

import id.gaung.kernel.Network;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network for accounts whose posts a person puts out: its rules and addresses are its own, and
 * publishing hands the post over. No call ever leaves, so nothing is ever uncertain.
 */
public final class ByHand implements SocialPlatform {

  private static final Failure NO_LOGIN =
      Failure.of(Failure.Kind.PERMISSION, "BY_HAND", "published by hand");

  private final SocialPlatform network;

  public ByHand(SocialPlatform network) {
    this.network = network;
  }

  @Override
  public Network network() {
    return network.network();
  }

  /** Nothing: such an account needs no login. */
  @Override
  public List<ConnectField> connectFields() {
    return List.of();
  }

  @Override
  public Connecting connect(Map<String, String> input, URI callback, String state) {
    return new Connecting.Refused(NO_LOGIN);
  }

  @Override
  public Connecting complete(Map<String, String> pending, String code, URI callback) {
    return new Connecting.Refused(NO_LOGIN);
  }

  @Override
  public Refreshing refresh(Access access) {
    return new Refreshing.Failed(NO_LOGIN);
  }

  @Override
  public List<URI> sites(Account account) {
    return network.sites(account);
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return network.postAt(account, pasted);
  }

  @Override
  public ContentRules rules(Account account) {
    return network.rules(account).byHand();
  }

  @Override
  public PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return new PublishStep.HandedOver();
  }

  /** Nothing was sent, so it is certainly not out by us. */
  @Override
  public LookUp lookUp(Access access, LookUpRequest request) {
    return new LookUp.NotPublished(Checkpoint.START);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return posts.stream()
        .collect(Collectors.toMap(Function.identity(), post -> new Reading.Failed(NO_LOGIN)));
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return Presence.UNKNOWN;
  }

  @Override
  public Figure followers(Access access) {
    return Figure.missing(Figure.Gap.REFUSED);
  }
}

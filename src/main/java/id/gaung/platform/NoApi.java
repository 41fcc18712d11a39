package id.gaung.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network that nobody is asked to publish to or read from: its rules and addresses are known, and
 * a person puts the posts out. No call ever leaves, so nothing is ever uncertain.
 */
public abstract class NoApi implements SocialPlatform {

  private static final Failure NO_LOGIN =
      Failure.of(Failure.Kind.PERMISSION, "platform.connecting.by-hand", "published by hand");

  /** Nothing: such an account needs no login. */
  @Override
  public final List<ConnectField> connectFields() {
    return List.of();
  }

  @Override
  public final Connecting connect(Map<String, String> input, URI callback, String state) {
    return new Connecting.Refused(NO_LOGIN);
  }

  @Override
  public final Connecting complete(Map<String, String> pending, String code, URI callback) {
    return new Connecting.Refused(NO_LOGIN);
  }

  @Override
  public final Refreshing refresh(Access access) {
    return new Refreshing.Failed(NO_LOGIN);
  }

  @Override
  public final PublishStep publish(Access access, Publication publication, Checkpoint checkpoint) {
    return PublishStep.HandedOver.BY_HAND;
  }

  /** Nothing was sent, so it is certainly not out by us. */
  @Override
  public final LookUp lookUp(Access access, LookUpRequest request) {
    return new LookUp.NotPublished(Checkpoint.START);
  }

  @Override
  public final Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return posts.stream()
        .collect(Collectors.toMap(Function.identity(), post -> new Reading.Failed(NO_LOGIN)));
  }

  @Override
  public final Presence presence(Access access, RemotePost post) {
    return Presence.UNKNOWN;
  }

  @Override
  public final Figure followers(Access access) {
    return Figure.missing(Figure.Gap.REFUSED);
  }
}

package id.gaung.platform.meta;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Refreshing;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** How accounts of one of Meta's networks are opened. */
public interface MetaLogin {

  Network network();

  /** As {@link id.gaung.platform.SocialPlatform#lacking}. */
  List<String> lacking();

  /** Sends the person to agree. */
  Connecting begin(URI callback, String state);

  /** What became of it. */
  Connecting end(String code, URI callback);

  /** As {@link id.gaung.platform.SocialPlatform#choose}. */
  default Connecting choose(Map<String, String> pending, String id) {
    return new Connecting.Refused(Failure.of(Kind.REJECTED, "NO_CHOICE", id));
  }

  /** As {@link id.gaung.platform.SocialPlatform#refresh}. */
  Refreshing refresh(Access access);
}

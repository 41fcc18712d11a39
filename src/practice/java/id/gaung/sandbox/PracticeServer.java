package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * A network as it is practised on: how it answers, who has accounts there, what can go wrong. Each
 * is a class of its own and a line in {@code META-INF/services/id.gaung.sandbox.PracticeServer};
 * they listen in the order of these lines.
 */
public abstract class PracticeServer {

  private static final class Known {
    static final List<PracticeServer> ALL =
        ServiceLoader.load(PracticeServer.class, PracticeServer.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  /** All of them, in the order of their ports. */
  public static List<PracticeServer> all() {
    return Known.ALL;
  }

  /** The networks that can be practised on, in the order of their ports. */
  public static List<Network> networks() {
    return all().stream().map(PracticeServer::network).toList();
  }

  /**
   * @throws IllegalArgumentException if that network cannot be practised on
   */
  public static PracticeServer of(Network network) {
    return all().stream()
        .filter(one -> one.network().equals(network))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no practice " + network));
  }

  public abstract Network network();

  /**
   * What {@code platforms.NETWORK} must say, so that Gaung reaches this server.
   *
   * @param root of the running server
   */
  public abstract Map<String, String> settings(URI root);

  /**
   * What a person types to connect the office's account; empty texts where there is nothing.
   *
   * @param root of the running server
   */
  public abstract Map<String, String> connecting(URI root);

  /** Whom the person chooses on the network's own page; empty where it does not ask. */
  public abstract Optional<String> chosen();

  abstract NetworkProtocol protocol(SandboxConfig config, Jdbi jdbi, Clock clock, URI root);

  /** Where its public pages are. */
  abstract PublicRoutes routes();

  /** What its people do with a post. */
  abstract EngagementModel.Habits habits();

  /** Whether it shows how often a post was seen. */
  abstract boolean showsViews();

  /**
   * Does what the person of an account does in its app with the newest draft there: it becomes a
   * post.
   *
   * @param text that they write; empty leaves what came with the draft
   * @return empty if there is no draft, or nobody can put one there
   */
  Optional<PracticePost> endDraft(Jdbi jdbi, Clock clock, PracticeAccount account, String text) {
    return Optional.empty();
  }

  /**
   * The post that a person's own app makes of a text.
   *
   * @param number never given before
   */
  NewPost inApp(PracticeAccount account, String text, long number, Instant now) {
    String id = Long.toString(7_600_000_000_000_000_000L + number);
    return new NewPost(account.id(), id, id, "", text, "{}", "", "", now, now);
  }

  /** What can go wrong there, beside what can go wrong anywhere. */
  abstract Set<FaultKind> ownFaults();

  /** What goes wrong elsewhere but cannot there, such as counts where none are told. */
  Set<FaultKind> missingFaults() {
    return Set.of();
  }

  /**
   * The id of an account, the same for the same name.
   *
   * @param number from the name, not negative
   */
  abstract String remoteId(String handle, long number);

  /** Makes the usual accounts and apps; those that exist stay as they are. */
  abstract void ensureUsual(SandboxAccounts accounts, Instant since);
}

package id.gaung.sandbox;

import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * What people post in the networks' own apps, without any program's help. Each is on its network at
 * once. Thread-safe.
 */
public final class AppPosts {

  /**
   * A post that is out.
   *
   * @param path of its public page
   */
  public record Shown(Network network, String remoteId, String path) {}

  private final Jdbi jdbi;
  private final Clock clock;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final MediaDao media;
  private final SettingDao numbers;

  public AppPosts(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    media = jdbi.onDemand(MediaDao.class);
    numbers = jdbi.onDemand(SettingDao.class);
  }

  /**
   * Posts a text with a photo.
   *
   * @param handle of the account, as it is called there
   * @throws Problem not found if the network has no such account
   */
  public Shown post(Network network, String handle, String text, byte[] photo) {
    PracticeServer server = PracticeServer.of(network);
    PracticeAccount account = account(network, handle);
    Instant now = clock.instant();
    NewPost post = server.inApp(account, text, numbers.nextNumber(), now);
    PictureSize size = PictureSize.read(photo).orElseThrow();
    jdbi.useTransaction(
        transaction -> {
          long shown =
              media.create(
                  account.id(),
                  "app-" + post.remoteId(),
                  "image/" + size.format(),
                  photo,
                  size.width(),
                  size.height(),
                  "",
                  false,
                  now,
                  now);
          posts.attach(posts.create(post), 0, shown, "");
        });
    return new Shown(
        network, post.remoteId(), server.routes().ofPost(account.handle(), post.shortCode()));
  }

  /**
   * Ends the newest draft in an account's app: it becomes a post as it came.
   *
   * @return empty if there is no draft
   * @throws Problem not found if the network has no such account
   */
  public Optional<Shown> endDraft(Network network, String handle) {
    PracticeServer server = PracticeServer.of(network);
    PracticeAccount account = account(network, handle);
    return server
        .endDraft(jdbi, clock, account, "")
        .map(
            post ->
                new Shown(
                    network,
                    post.remoteId(),
                    server.routes().ofPost(account.handle(), post.shortCode())));
  }

  /** What its app shows under a post by now; nothing of one that is gone. */
  public PracticeEngagement counts(Shown post) {
    Instant now = clock.instant();
    return posts
        .find(post.network(), post.remoteId(), now)
        .map(
            found -> EngagementModel.of(accounts.find(found.accountId()).orElseThrow(), found, now))
        .orElse(PracticeEngagement.NONE);
  }

  private PracticeAccount account(Network network, String handle) {
    return accounts
        .findByHandle(network, handle)
        .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "problem.not-found"));
  }
}

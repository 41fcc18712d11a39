package id.gaung.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The inbox of an account's app as a page: its person writes a caption and posts. */
final class TikTokInbox {

  private final AccountDao accounts;
  private final ContainerDao containers;
  private final TikTokDraftDao drafts;
  private final PracticePostDao posts;
  private final SettingDao numbers;
  private final PublicPages pages;
  private final Clock clock;

  TikTokInbox(Jdbi jdbi, Clock clock, PublicPages pages) {
    this.clock = clock;
    this.pages = pages;
    accounts = jdbi.onDemand(AccountDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    drafts = jdbi.onDemand(TikTokDraftDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    numbers = jdbi.onDemand(SettingDao.class);
  }

  void register(Router router) {
    router.get("/@{account}/inbox", Purpose.PAGE, this::show);
    router.post("/@{account}/inbox", Purpose.PAGE, this::post);
  }

  private Answer show(Call call) {
    return accounts
        .findByHandle(TikTokServer.NETWORK, call.in("account"))
        .map(
            account ->
                pages.page(
                    200,
                    "sandbox/inbox.jte",
                    Map.of(
                        "network", account.network().label(),
                        "name", account.displayName(),
                        "action", call.path(),
                        "drafts", drafts.inbox(account.id(), clock.instant()))))
        .orElseGet(pages::notFound);
  }

  /** Out at once, as in the app; what was ended once is no draft any more. */
  private Answer post(Call call) {
    Optional<PracticeAccount> account =
        accounts.findByHandle(TikTokServer.NETWORK, call.in("account"));
    Optional<PracticeContainer> draft =
        account.flatMap(
            one ->
                drafts.inbox(one.id(), clock.instant()).stream()
                    .filter(found -> found.id().equals(call.param("draft").orElse("")))
                    .findFirst());
    if (draft.isEmpty()) {
      return pages.notFound();
    }
    PracticePost post = end(account.get(), draft.get(), call.param("text").orElse(""));
    return Answer.redirect(pages.postPath(account.get(), post));
  }

  Optional<PracticePost> endNewest(PracticeAccount account, String text) {
    return drafts.inbox(account.id(), clock.instant()).stream()
        .findFirst()
        .map(draft -> end(account, draft, text));
  }

  private PracticePost end(PracticeAccount account, PracticeContainer draft, String text) {
    Instant now = clock.instant();
    String id = Long.toString(7_500_000_000_000_000_000L + numbers.nextNumber());
    long postId =
        posts.create(
            new NewPost(
                account.id(),
                id,
                id,
                draft.id(),
                text.isEmpty() ? draft.caption() : text,
                draft.said(),
                "",
                "",
                now,
                now));
    List<Long> shown = draft.mediaId().map(List::of).orElseGet(() -> children(draft).toList());
    for (int i = 0; i < shown.size(); i++) {
      posts.attach(postId, i, shown.get(i), "");
    }
    containers.publish(draft.id(), now);
    return posts.find(account.network(), id, now.plus(Duration.ofSeconds(1))).orElseThrow();
  }

  private static Stream<Long> children(PracticeContainer draft) {
    return draft.childIds().stream().map(Long::valueOf);
  }
}

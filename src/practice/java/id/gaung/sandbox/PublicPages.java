package id.gaung.sandbox;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.kernel.Network;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The pages of a practice network that people see: an account, a post, its pictures. */
final class PublicPages {

  private static final int POSTS_SHOWN = 50;

  private final Network network;
  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final MediaDao media;
  private final Clock clock;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final PublicRoutes routes;

  PublicPages(Network network, Jdbi jdbi, Clock clock) {
    this.network = network;
    this.clock = clock;
    routes = PracticeServer.of(network).routes();
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    media = jdbi.onDemand(MediaDao.class);
  }

  void register(Router router) {
    router.get("/practice.css", Purpose.PAGE, call -> css());
    router.get("/avatars/{account}.png", Purpose.PAGE, this::avatar);
    router.get("/media/{id}", Purpose.PAGE, this::picture);
    router.get("/media/{id}/cover", Purpose.PAGE, this::cover);
    router.get("/", Purpose.PAGE, call -> front());
    router.get(routes.post(), Purpose.PAGE, this::post);
    router.get(routes.account(), Purpose.PAGE, this::account);
  }

  /** Posts stand there too; the path has {@code {post}} in it. */
  void alsoAt(Router router, String path) {
    router.get(path, Purpose.PAGE, this::post);
  }

  Answer notFound() {
    return message(404, "Tidak ada di sini / Not here");
  }

  Answer message(int status, String text) {
    return page(status, "sandbox/message.jte", Map.of("network", network.label(), "text", text));
  }

  Answer page(int status, String template, Map<String, Object> params) {
    StringOutput out = new StringOutput();
    templates.render(template, params, out);
    return Answer.html(status, out.toString())
        .with("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        .with("X-Content-Type-Options", "nosniff");
  }

  private Answer front() {
    List<PracticeAccountPage> list =
        accounts.list(network).stream().map(this::accountPage).toList();
    return page(200, "sandbox/front.jte", Map.of("network", network.label(), "accounts", list));
  }

  private Answer account(Call call) {
    return accountNamed(call.in("account"))
        .map(
            account -> {
              Instant now = clock.instant();
              List<PracticePostPage> list =
                  posts
                      .list(account.id(), 0, Long.MAX_VALUE, Instant.EPOCH, now, now, POSTS_SHOWN)
                      .stream()
                      .map(post -> postPage(account, post, now))
                      .toList();
              return page(
                  200,
                  "sandbox/account.jte",
                  Map.of("account", accountPage(account), "posts", list));
            })
        .orElseGet(this::notFound);
  }

  private Answer post(Call call) {
    Instant now = clock.instant();
    Optional<PracticePost> found =
        call.in("account").isEmpty()
            ? posts.findByShortCode(network, call.in("post"), now)
            : accountNamed(call.in("account"))
                .flatMap(
                    account ->
                        posts.findByShortCode(network, account.handle(), call.in("post"), now));
    if (found.isEmpty()) {
      return notFound();
    }
    if (found.get().deletedAt().isPresent()) {
      return message(404, "Unggahan ini sudah dihapus / This post was deleted");
    }
    PracticeAccount account = accounts.find(found.get().accountId()).orElseThrow();
    return page(
        200,
        "sandbox/post.jte",
        Map.of("account", accountPage(account), "post", postPage(account, found.get(), now)));
  }

  private Optional<PracticeAccount> accountNamed(String name) {
    return accounts.findByHandle(network, name).or(() -> accounts.findByRemoteId(network, name));
  }

  private Answer picture(Call call) {
    try {
      return media
          .findById(Long.parseLong(call.in("id")))
          // Only pictures: whatever else was uploaded must not become a page of this origin.
          .filter(found -> found.width() > 0)
          .map(
              found ->
                  Answer.bytes(200, found.mimeType(), media.content(found.id()).orElseThrow())
                      .with("X-Content-Type-Options", "nosniff"))
          .orElseGet(this::notFound);
    } catch (NumberFormatException e) {
      return notFound();
    }
  }

  private Answer cover(Call call) {
    String id = call.in("id");
    Optional<byte[]> cover =
        id.matches("\\d{1,18}") ? media.cover(Long.parseLong(id)) : Optional.empty();
    return cover
        .flatMap(
            content ->
                PictureSize.read(content)
                    .map(
                        size ->
                            Answer.bytes(200, "image/" + size.format(), content)
                                .with("X-Content-Type-Options", "nosniff")))
        .orElseGet(this::notFound);
  }

  String postPath(PracticeAccount account, PracticePost post) {
    return routes.ofPost(account.handle(), post.shortCode());
  }

  String accountPath(PracticeAccount account) {
    return routes.ofAccount(account.handle());
  }

  private PracticeAccountPage accountPage(PracticeAccount account) {
    return new PracticeAccountPage(
        network.label(),
        account.displayName(),
        account.handle(),
        accountPath(account),
        EngagementModel.followers(account, clock.instant()));
  }

  private PracticePostPage postPage(PracticeAccount account, PracticePost post, Instant now) {
    PracticeEngagement counts = EngagementModel.of(account, post, now);
    return new PracticePostPage(
        post.text(),
        postPath(account, post),
        post.createdAt(),
        posts.pictures(List.of(post.id())),
        counts,
        PracticeServer.of(network).showsViews());
  }

  private Answer avatar(Call call) {
    return accountNamed(call.in("account"))
        .map(account -> Answer.bytes(200, "image/png", Avatar.png(account.handle())))
        .orElseGet(this::notFound);
  }

  private static Answer css() {
    return Answer.text(
        200,
        "text/css; charset=utf-8",
        """
        body { font-family: system-ui, sans-serif; line-height: 1.5; color: #1b1f24;
          background: #fff; max-width: 40rem; margin: 0 auto; padding: 1rem; }
        .practice { background: #fff3cd; color: #4d3800; padding: .5rem 1rem; }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; }
        img { max-width: 100%; height: auto; }
        article { border-top: 1px solid #c8ccd1; padding: 1rem 0; }
        a { color: #0b57d0; }
        button { font: inherit; padding: .6rem 1.2rem; min-height: 2.75rem; }
        fieldset { border: 1px solid #c8ccd1; margin: 1rem 0; }
        label { display: block; padding: .5rem 0; }
        """);
  }
}

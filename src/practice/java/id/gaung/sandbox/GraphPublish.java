package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Publishing of finished containers, and its daily limit. */
final class GraphPublish {

  private static final int UNREACHED = 1_000_000;
  private static final Duration DAY = Duration.ofDays(1);

  private final GraphDialect dialect;
  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final ContainerDao containers;
  private final PracticePostDao posts;
  private final SettingDao settings;
  private final Clock clock;
  private final GraphAccess access;
  private final SandboxFaults faults;
  private final boolean enforceLimits;

  GraphPublish(
      GraphDialect dialect,
      SandboxConfig config,
      Jdbi jdbi,
      Clock clock,
      GraphAccess access,
      SandboxFaults faults) {
    this.dialect = dialect;
    this.jdbi = jdbi;
    this.clock = clock;
    this.access = access;
    this.faults = faults;
    enforceLimits = config.enforceLimits();
    accounts = jdbi.onDemand(AccountDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  void register(Router router) {
    router.post("/{id}" + dialect.publishPath(), Purpose.PUBLISH, this::publish);
    router.get("/{id}" + dialect.limitPath(), Purpose.READ, this::limit);
  }

  private Answer publish(Call call) {
    PracticeAccount account = access.own(call, dialect.publish());
    String id =
        call.param("creation_id")
            .orElseThrow(() -> GraphErrors.parameter("The parameter creation_id is required."));
    // Before the transaction, which a refusal rolls back.
    boolean unknown = isUnknown(account);
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(account.id());
          Instant now = clock.instant();
          PracticeContainer container =
              containers
                  .find(id, account.id())
                  .filter(found -> !unknown)
                  .orElseThrow(
                      () ->
                          GraphErrors.refuse(
                              24,
                              dialect.unknownContainer(),
                              "The requested resource does not exist: the media with id "
                                  + id
                                  + " cannot be found."));
          requirePublishable(container, now);
          if (enforceLimits && isUsedUp(account, container, now.minus(DAY))) {
            throw GraphErrors.refuse(
                9, 2207042, "You reached the maximum number of posts in 24 hours.");
          }
          return Answer.json(PracticeJson.object().put("id", post(account, container, now)));
        });
  }

  /** What answers is counted apart from what stands alone. */
  private boolean isUsedUp(PracticeAccount account, PracticeContainer container, Instant since) {
    long answers = posts.countAnswers(account.id(), since);
    return dialect
        .answering()
        .filter(answering -> container.said().contains(CommentDoors.UNDER))
        .map(answering -> answers >= answering.daily())
        .orElseGet(() -> posts.countSince(account.id(), since) - answers >= dialect.dailyPosts());
  }

  /** It was made, but the server that is asked does not know it yet. */
  private boolean isUnknown(PracticeAccount account) {
    return faults
        .strike(
            FaultKind.CONTAINER_NOT_FOUND,
            dialect.network(),
            Optional.of(account.id()),
            Purpose.PUBLISH)
        .isPresent();
  }

  /**
   * Meta does not say what a second publish of a container does. Here it makes a second post: an
   * application that repeats where it should have asked shows itself.
   */
  private static void requirePublishable(PracticeContainer container, Instant now) {
    if (container.kind() == PracticeContainer.Kind.CAROUSEL_ITEM) {
      throw GraphErrors.refuse(100, 2207037, "A carousel child cannot be published alone.");
    }
    switch (container.status(now)) {
      case IN_PROGRESS ->
          throw GraphErrors.refuse(
              9007, 2207027, "The media is not ready for publishing, please wait for a moment.");
      case EXPIRED ->
          throw GraphErrors.refuse(-2, 2207020, "The media you are trying to access has expired.");
      case ERROR -> throw GraphErrors.refuse(-1, 2207032, "The media container is in an error.");
      case FINISHED, PUBLISHED -> {}
    }
  }

  private String post(PracticeAccount account, PracticeContainer container, Instant now) {
    String id = "179" + String.format(Locale.ROOT, "%014d", settings.nextNumber());
    Duration lag =
        faults
            .strike(
                FaultKind.INDEX_LAG, dialect.network(), Optional.of(account.id()), Purpose.PUBLISH)
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    long postId =
        posts.create(
            new NewPost(
                account.id(),
                id,
                shortCode(id),
                container.id(),
                container.caption(),
                container.said(),
                "",
                "",
                now,
                now.plus(lag)));
    List<PracticeContainer> pictures =
        container.kind() == PracticeContainer.Kind.CAROUSEL
            ? container.childIds().stream()
                .map(child -> containers.find(child, account.id()).orElseThrow())
                .toList()
            : container.kind() == PracticeContainer.Kind.TEXT ? List.of() : List.of(container);
    for (int i = 0; i < pictures.size(); i++) {
      posts.attach(postId, i, pictures.get(i).mediaId().orElseThrow(), pictures.get(i).alt());
    }
    containers.publish(container.id(), now);
    return id;
  }

  static String shortCode(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(8).putLong(Chance.number("shortcode", id)).array());
  }

  private Answer limit(Call call) {
    PracticeAccount account = access.own(call, dialect.publish());
    ObjectNode answer = PracticeJson.object();
    ObjectNode quota = answer.putArray("data").addObject();
    Instant since = clock.instant().minus(DAY);
    long answers = posts.countAnswers(account.id(), since);
    List<String> fields = List.of(call.param("fields").orElse("").split(",", -1));
    quota.put("quota_usage", posts.countSince(account.id(), since) - answers);
    config(quota, fields, "config", dialect.dailyPosts());
    if (fields.stream().anyMatch(field -> field.startsWith("reply_"))) {
      GraphDialect.Answering answering =
          dialect
              .answering()
              .orElseThrow(
                  () -> GraphErrors.parameter("Tried accessing nonexisting field (reply_config)"));
      access.own(call, answering.permission());
      quota.put("reply_quota_usage", answers);
      config(quota, fields, "reply_config", answering.daily());
    }
    return Answer.json(answer);
  }

  private void config(ObjectNode quota, List<String> fields, String name, int most) {
    if (fields.contains(name)) {
      quota
          .putObject(name)
          .put("quota_total", enforceLimits ? most : UNREACHED)
          .put("quota_duration", DAY.toSeconds());
    }
  }
}

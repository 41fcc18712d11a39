package id.gaung.followup;

import id.gaung.channel.Accessed;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.channel.Work;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.FollowingCheck;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks networks in their accounts' names: to put something under a post, or what stands there. */
final class NetworkReplies {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkReplies.class);

  /** A call that began so long before its lease ends is over by then. */
  private static final Duration CALL = Duration.ofMinutes(2);

  private static final Failure NOT_OFFERED = Failure.of(Failure.Kind.PERMISSION, "NOT_OFFERED", "");

  private final HandPosts posts;
  private final Channels channels;
  private final Platforms platforms;
  private final FollowUpDao dao;
  private final Clock clock;

  NetworkReplies(
      HandPosts posts, Channels channels, Platforms platforms, FollowUpDao dao, Clock clock) {
    this.posts = posts;
    this.channels = channels;
    this.platforms = platforms;
    this.dao = dao;
    this.clock = clock;
  }

  /**
   * Something that is to stand under a post, ready to be asked for.
   *
   * @param held ids of what we know to stand under the same post
   */
  record Asked(Channel channel, SocialPlatform platform, Reply reply, Set<String> held) {}

  /**
   * Empty if its post is not out any more, or its network does not know it by a name of its own.
   */
  Optional<Asked> asked(FollowUpRow row) {
    return posts.find(List.of(row.renditionId())).stream()
        .filter(rendition -> rendition.state() == RenditionState.PUBLISHED)
        .flatMap(rendition -> rendition.post().map(root -> asked(row, rendition, root)).stream())
        .findFirst();
  }

  private Asked asked(FollowUpRow row, RenditionRow rendition, RemotePost root) {
    List<FollowUpRow> all = dao.of(List.of(rendition.id()));
    RemotePost parent =
        all.stream()
            .filter(other -> row.kind() == PostOption.THREAD && other.kind() == row.kind())
            .filter(other -> other.number() < row.number())
            .flatMap(other -> other.post().stream())
            .reduce((earlier, later) -> later)
            .orElse(root);
    Channel channel = channels.get(rendition.channelId());
    return new Asked(
        channel,
        platforms.of(channel.network()),
        new Reply(
            row.id(),
            row.firstAttemptAt().orElseGet(clock::instant),
            row.attemptAt().orElseGet(clock::instant),
            row.kind(),
            root,
            parent,
            row.text(),
            rendition.language(),
            options(rendition),
            new Checkpoint(row.checkpoint())),
        all.stream().flatMap(other -> other.remoteId().stream()).collect(Collectors.toSet()));
  }

  private static Map<PostOption, String> options(RenditionRow rendition) {
    Map<PostOption, String> said = new EnumMap<>(PostOption.class);
    for (PostOption option : PostOption.values()) {
      Optional.ofNullable(rendition.options().get(option.name()))
          .ifPresent(value -> said.put(option, value));
    }
    return said;
  }

  /**
   * @param until when the lease ends under which it is asked
   */
  Replying send(Asked asked, Instant until) {
    Optional<Failure> against = against(asked);
    if (against.isPresent()) {
      return kept(asked, against.get());
    }
    Accessed<Replying> made =
        channels.withAccess(
            asked.channel().id(),
            Work.PUBLISH,
            access -> {
              if (clock.instant().isAfter(until.minus(CALL))) {
                return kept(
                    asked, Failure.of(Failure.Kind.TRANSIENT, "NO_CONNECTION", "no time left"));
              }
              try {
                return asked.platform().reply(access, asked.reply());
              } catch (RuntimeException defect) {
                LOG.error(
                    "The client of {} threw while replying", asked.channel().network(), defect);
                return new Replying.Unknown(failure(defect));
              }
            },
            Replying::refusal);
    return made.answer().orElseGet(() -> kept(asked, made.failure().orElse(NOT_OFFERED)));
  }

  /** Nothing was asked: what is prepared there stays. */
  private static Replying kept(Asked asked, Failure failure) {
    return new Replying.Failed(failure, asked.reply().checkpoint());
  }

  /** By hand, without a login that may, while its network waits, or not as it takes it. */
  private Optional<Failure> against(Asked asked) {
    Channel channel = asked.channel();
    Instant now = clock.instant();
    Optional<Instant> paused = channel.pausedUntil().filter(now::isBefore);
    if (paused.isPresent()) {
      return Optional.of(Failure.rateLimited("WAITS", "", Duration.between(now, paused.get())));
    }
    NetworkModule module = NetworkModule.of(channel.network());
    PostOption kind = asked.reply().kind();
    if (channel.isByHand() || !module.options(channel.account()).contains(kind)) {
      return Optional.of(NOT_OFFERED);
    }
    List<Issue> issues =
        FollowingCheck.against(
            module, asked.platform().rules(channel.account()), kind, asked.reply().text());
    return issues.stream()
        .findFirst()
        .map(
            issue ->
                Failure.of(
                    Failure.Kind.TEXT_REJECTED, issue.key(), String.join(", ", issue.args())));
  }

  LookUp lookUp(Asked asked) {
    Accessed<LookUp> made =
        channels.withAccess(
            asked.channel().id(),
            Work.PUBLISH,
            access -> {
              try {
                return asked.platform().lookUp(access, asked.reply(), asked.held());
              } catch (RuntimeException defect) {
                LOG.error(
                    "The client of {} threw while looking up", asked.channel().network(), defect);
                return undecided(failure(defect));
              }
            },
            answer -> Optional.empty());
    return made.answer().orElseGet(() -> undecided(made.failure().orElse(NOT_OFFERED)));
  }

  private static LookUp undecided(Failure failure) {
    return new LookUp.Undecided(List.of(Evidence.of(failure)));
  }

  private static Failure failure(RuntimeException defect) {
    return Failure.of(Failure.Kind.TRANSIENT, "DEFECT", defect.getClass().getSimpleName());
  }
}

package id.gaung.publishing;

import id.gaung.channel.Accessed;
import id.gaung.channel.Channel;
import id.gaung.channel.Platforms;
import id.gaung.kernel.Problem;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.AttemptJournal.Entry;
import id.gaung.publishing.Lanes.WorkItem;
import id.gaung.publishing.QueueDao.Claimed;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one attempt, or one look-up, for a claimed rendition: committed before the call leaves, its
 * outcome handed to the journal.
 */
final class Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final GroupCommit journal;
  private final NetworkCalls calls;
  private final Platforms platforms;
  private final ChannelPostsDao posts;
  private final MediaSource media;
  private final OutcomeRules verdicts;
  private final HandOverAnyway anyway;
  private final Leases leases;
  private final PublishRun run;
  private final PublishingMetrics metrics;
  private final Clock clock;

  Attempts(
      GroupCommit journal,
      NetworkCalls calls,
      Platforms platforms,
      ChannelPostsDao posts,
      MediaSource media,
      OutcomeRules verdicts,
      HandOverAnyway anyway,
      Leases leases,
      PublishingMetrics metrics,
      Clock clock) {
    this.journal = journal;
    this.calls = calls;
    this.platforms = platforms;
    this.posts = posts;
    this.media = media;
    this.verdicts = verdicts;
    this.anyway = anyway;
    this.leases = leases;
    this.metrics = metrics;
    this.clock = clock;
    this.run = new PublishRun(journal, calls, verdicts, leases, clock);
  }

  void attempt(WorkItem item) {
    Optional<Entry.Begun> begun = begin(item);
    Optional<Outcome> verdict = begun.flatMap(b -> verdict(item, b));
    if (verdict.isEmpty()) {
      // Nothing was sent, or it is no longer ours. The claim lapses if it was not given up already.
      leases.drop(item.id());
      begun.ifPresent(b -> metrics.lost(item, b, "its claim was lost"));
      return;
    }
    // Not waited for: the next attempt of the lane stands behind it in the journal. If it cannot be
    // written the claim lapses, and the rendition is looked up.
    Entry.Begun attempt = begun.orElseThrow();
    Entry.Finish finish = new Entry.Finish(item, attempt.number(), verdict.get());
    CompletableFuture<?> unused =
        journal
            .submit(finish)
            .whenComplete(
                (counted, failed) -> {
                  leases.drop(item.id());
                  if (failed == null && counted) {
                    metrics.ended(item, attempt, finish.verdict);
                  } else {
                    metrics.lost(
                        item,
                        attempt,
                        failed == null ? "it came too late" : "its end could not be written");
                  }
                });
  }

  private Optional<Entry.Begun> begin(WorkItem item) {
    try {
      Optional<Entry.Begun> begun = journal.submit(new Entry.Begin(item)).join();
      begun.ifPresent(b -> leases.hold(item.id(), b.leaseUntil()));
      return begun;
    } catch (RuntimeException unwritten) {
      return Optional.empty();
    }
  }

  /** Empty if somebody else has taken over. */
  private Optional<Outcome> verdict(WorkItem item, Entry.Begun begun) {
    Account account = begun.channel().channel().account();
    Channel channel = begun.channel().channel();
    Optional<SocialPlatform> platform =
        item.rendition().isLookUp() ? platforms.lookingUp(channel) : platforms.publishing(channel);
    if (platform.isEmpty()) {
      return Optional.of(refused(item, Failure.Kind.REJECTED, "network-off"));
    }
    if (item.rendition().isLookUp()) {
      Attachment shown = ReadyMedia.unopened(item.pictures());
      Publication publication = publication(item, begun, shown);
      return Optional.of(handed(item, begun, lookUp(item, begun, platform.get(), publication)));
    }
    ReadyMedia ready;
    ContentRules rules = platform.get().rules(account);
    try {
      ready = ready(item, account, rules);
    } catch (Problem unfit) {
      LOG.warn("Rendition {}: its media are not to be had: {}", item.id(), unfit.getMessage());
      // A desk that is full of other people's photos says nothing about this one.
      boolean passes =
          unfit.kind() == Problem.Kind.TOO_MANY || unfit.kind() == Problem.Kind.UNAVAILABLE;
      return Optional.of(
          passes
              ? refused(item, Failure.Kind.TRANSIENT, "content-unreadable")
              : refused(item, Failure.Kind.MEDIA_REJECTED, "picture"));
    } catch (RuntimeException away) {
      // The folder or the database is away for a moment; nothing is wrong with the picture.
      LOG.warn("Rendition {}: its media could not be read", item.id(), away);
      return Optional.of(refused(item, Failure.Kind.TRANSIENT, "content-unreadable"));
    }
    Publication publication = publication(item, begun, ready.attachment());
    // The network's own rules, once more with the media as they will be sent.
    Optional<Failure> unfit =
        ready.against(rules, publication.text()).stream().findFirst().map(ReadyMedia::failure);
    return unfit.isPresent()
        ? unfit.map(why -> failed(item, why))
        : run.publish(item, begun, platform.get(), publication).map(o -> handed(item, begun, o));
  }

  /** What a draft came to, for whoever gets the post in any case. */
  private Outcome handed(WorkItem item, Entry.Begun begun, Outcome outcome) {
    Channel channel = begun.channel().channel();
    if (channel.mode() != PublishMode.HANDOVER) {
      return outcome;
    }
    return channel.hasLogin()
        ? anyway.of(item.rendition(), outcome, begun.firstAttemptAt())
        : HandOverAnyway.withoutLogin(item.rendition(), outcome);
  }

  private Outcome failed(WorkItem item, Failure why) {
    Claimed r = item.rendition();
    return verdicts.failed(r, why, r.start(), clock.instant());
  }

  /** Where nothing else is shown, the card of its link is, on networks that have cards. */
  private ReadyMedia ready(WorkItem item, Account account, ContentRules rules) {
    Optional<URI> link =
        item.pictures().isEmpty()
            ? PostCard.address(NetworkModule.of(account.network()), rules, item.rendition().text())
            : Optional.empty();
    return link.isPresent()
        ? media.card(link.get(), PostCard.of(item.rendition().card()), account.network(), rules)
        : media.ready(item.pictures(), account.network(), rules);
  }

  private static Publication publication(WorkItem item, Entry.Begun begun, Attachment shown) {
    Claimed r = item.rendition();
    return new Publication(
        item.id(),
        begun.firstAttemptAt(),
        r.text(),
        r.language(),
        shown,
        PostOptions.of(r.options()).chosen(),
        begun.newest());
  }

  /** It was sent before people published there, and nothing opens the account any more. */
  private static boolean isUnknowable(Claimed r, Channel channel) {
    return channel.mode() == PublishMode.BY_HAND
        && !channel.hasLogin()
        && (r.lookUps() > 0 || !r.start().isStart());
  }

  private Outcome refused(WorkItem item, Failure.Kind kind, String code) {
    Claimed r = item.rendition();
    Failure failure = Failure.of(kind, code, "");
    return r.isLookUp()
        ? verdicts.undecided(r, List.of(Evidence.of(failure)), clock.instant())
        : failed(item, failure);
  }

  private Outcome lookUp(
      WorkItem item, Entry.Begun begun, SocialPlatform platform, Publication publication) {
    Claimed r = item.rendition();
    if (isUnknowable(r, begun.channel().channel())) {
      return verdicts.lookedUp(r, LookUp.Undecided.unreadable(), clock.instant());
    }
    LookUpRequest request =
        new LookUpRequest(
            publication,
            r.start(),
            Optional.empty(),
            new KnownPosts(
                posts, r.channelId(), r.id(), publication.firstAttemptAt(), item.pictures()));
    Accessed<LookUp> asked = calls.lookUp(begun.channel(), platform, request);
    return asked
        .answer()
        .map(answer -> verdicts.lookedUp(r, answer, clock.instant()))
        .orElseGet(
            () ->
                verdicts.undecided(
                    r, asked.failure().stream().map(Evidence::of).toList(), clock.instant()));
  }
}

package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Accounts;
import id.gaung.channel.Platforms;
import id.gaung.publishing.AttemptJournal.DatabaseJournal;
import java.util.function.UnaryOperator;

/** Puts an engine together. */
final class Engines {

  private Engines() {}

  /**
   * @param wrap put around the journal; the identity in production
   */
  static PublishingEngine build(
      Foundation foundation,
      LeaseOwner owner,
      PublishingRules rules,
      Accounts accounts,
      Platforms platforms,
      EngineSurroundings around,
      UnaryOperator<AttemptJournal> wrap) {
    QueueDao queue = foundation.jdbi().onDemand(QueueDao.class);
    JournalDao dao = foundation.jdbi().onDemand(JournalDao.class);
    ChannelPostsDao posts = foundation.jdbi().onDemand(ChannelPostsDao.class);
    PostEnds ends = new PostEnds(foundation, around.deliverables(), around.listeners());
    PublishPreconditions lastMoment =
        new PublishPreconditions(queue, around.campaigns(), accounts, around.media(), rules);
    AttemptJournal journal =
        wrap.apply(
            new DatabaseJournal(
                foundation.transactions(),
                new AttemptBeginnings(foundation, dao, lastMoment, owner, rules, ends),
                new AttemptEndings(
                    foundation,
                    dao,
                    posts,
                    ends,
                    owner,
                    around.deliverables(),
                    around.listeners())));
    GroupCommit commits = new GroupCommit(journal::write, "publishing-journal", around.metrics());
    Leases leases = new Leases();
    Attempts attempts =
        new Attempts(
            commits,
            new NetworkCalls(accounts),
            platforms,
            posts,
            around.media(),
            new OutcomeRules(rules.grace()),
            new HandOverAnyway(rules.grace()),
            leases,
            around.metrics(),
            foundation.clock());
    MissedRenditions misses = new MissedRenditions(foundation, queue, owner, rules, ends);
    return new PublishingEngine(foundation, queue, owner, rules, misses, leases, commits, attempts);
  }
}

package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.campaign.Campaigns;
import id.gaung.channel.Accounts;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Deliverables;
import id.gaung.publishing.AttemptJournal.DatabaseJournal;
import id.gaung.publishing.Leases.Owner;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts an engine together. */
final class Engines {

  private Engines() {}

  /** The other features an engine asks and tells. */
  record Surroundings(
      Campaigns campaigns,
      Deliverables deliverables,
      PictureSource pictures,
      List<RenditionListener> listeners,
      PublishingMetrics metrics) {

    /** With figures that nobody reads. */
    Surroundings(
        Campaigns campaigns,
        Deliverables deliverables,
        PictureSource pictures,
        List<RenditionListener> listeners) {
      this(campaigns, deliverables, pictures, listeners, new PublishingMetrics());
    }
  }

  /**
   * @param wrap put around the journal; the identity in production
   */
  static PublishingEngine build(
      Foundation foundation,
      Owner owner,
      PublishingRules rules,
      Accounts accounts,
      Platforms platforms,
      Surroundings around,
      UnaryOperator<AttemptJournal> wrap) {
    QueueDao queue = foundation.jdbi().onDemand(QueueDao.class);
    JournalDao dao = foundation.jdbi().onDemand(JournalDao.class);
    ChannelPostsDao posts = foundation.jdbi().onDemand(ChannelPostsDao.class);
    PostEnds ends = new PostEnds(foundation, around.deliverables());
    PublishPreconditions lastMoment =
        new PublishPreconditions(queue, around.campaigns(), accounts, rules);
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
            around.pictures(),
            new OutcomeRules(rules.grace()),
            leases,
            around.metrics(),
            foundation.clock());
    MissedRenditions misses = new MissedRenditions(foundation, queue, owner, rules, ends);
    return new PublishingEngine(foundation, queue, owner, rules, misses, leases, commits, attempts);
  }
}

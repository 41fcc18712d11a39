package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Accounts;
import id.gaung.channel.Platforms;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts an engine together. */
final class Engines {

  private Engines() {}

  /** The other features an engine asks and tells. */
  record Neighbours(
      CampaignGate campaigns,
      DeliverableNews deliverables,
      PictureSource pictures,
      List<RenditionListener> listeners) {}

  /**
   * @param around put around the journal; the identity in production
   */
  static PublishingEngine build(
      Foundation foundation,
      Owner owner,
      PublishingRules rules,
      Accounts accounts,
      Platforms platforms,
      Neighbours neighbours,
      UnaryOperator<Journal> around) {
    QueueDao queue = foundation.jdbi().onDemand(QueueDao.class);
    JournalDao dao = foundation.jdbi().onDemand(JournalDao.class);
    LastMoment lastMoment = new LastMoment(queue, neighbours.campaigns(), accounts, rules);
    Journal journal =
        around.apply(
            new DatabaseJournal(
                foundation.transactions(),
                new Beginnings(foundation, dao, lastMoment, owner, rules),
                new Endings(
                    foundation,
                    dao,
                    queue,
                    owner,
                    neighbours.deliverables(),
                    neighbours.listeners())));
    GroupCommit commits = new GroupCommit(journal::write, "publishing-journal");
    Leases leases = new Leases();
    Attempts attempts =
        new Attempts(
            commits,
            new NetworkCalls(accounts),
            platforms,
            neighbours.pictures(),
            new Verdicts(rules.grace()),
            leases,
            foundation.clock());
    Misses misses = new Misses(foundation, queue, owner, rules, neighbours.deliverables());
    return new PublishingEngine(
        foundation, queue, owner, rules, misses, new EngineParts(leases, commits, attempts));
  }
}

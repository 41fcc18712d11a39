package id.gaung.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node at a time runs a job of the cluster, whatever Quartz believes: it takes a node whose
 * check-in is late for dead, as on a machine under load or after a long pause of its process, and
 * gives its jobs to another one while they still run.
 *
 * <p>The turn is PostgreSQL's advisory lock of a session, which ends with it, so that a killed
 * process leaves no turn behind. It costs a connection for as long as the job runs.
 */
final class ClusterTurns {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterTurns.class);
  private static final String TAKE = "select pg_try_advisory_lock(hashtextextended(?, 0))";
  private static final String GIVE_BACK = "select pg_advisory_unlock(hashtextextended(?, 0))";

  private final DataSource dataSource;

  ClusterTurns(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs it, unless another node does at this moment: then this run falls away. */
  void run(String job, Runnable work) {
    try (Connection session = dataSource.getConnection()) {
      session.setAutoCommit(true);
      if (!ask(session, TAKE, job)) {
        LOG.info("Job {} still runs on another node", job);
        return;
      }
      try {
        work.run();
      } finally {
        giveBack(session, job);
      }
    } catch (SQLException away) {
      LOG.warn("Job {}: the database keeps no turn for it: {}", job, away.getMessage());
    }
  }

  /** A session whose turn cannot be given back must not live on in the pool. */
  private static void giveBack(Connection session, String job) throws SQLException {
    try {
      if (!ask(session, GIVE_BACK, job)) {
        LOG.warn("Job {} had lost its turn: its session was another one at the end", job);
      }
    } catch (SQLException kept) {
      session.abort(Runnable::run);
      throw kept;
    }
  }

  private static boolean ask(Connection session, String what, String job) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(what)) {
      statement.setString(1, "job " + job);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}

package id.gaung.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lends our pool to Quartz's JDBC store. */
final class QuartzConnections implements ConnectionProvider {

  private final DataSource dataSource;

  QuartzConnections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return dataSource.getConnection();
  }

  @Override
  public void shutdown() {
    // The pool is closed by whoever opened it.
  }

  @Override
  public void initialize() {
    // The pool is open already.
  }
}

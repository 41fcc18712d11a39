package id.gaung.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TestDatabaseTest {
  @Test
  void a_database_comes_with_the_migrations_applied() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(count(database.dataSource(), "databasechangelog")).isPositive();
    }
  }

  @Test
  void practice_has_its_tables_and_the_product_has_them_not() throws Exception {
    String tables = "pg_tables WHERE starts_with(tablename, 'sandbox_')";
    try (TestDatabase product = TestDatabase.create();
        TestDatabase practice = TestDatabase.withPractice()) {
      assertThat(count(product.dataSource(), tables)).isZero();
      assertThat(count(practice.dataSource(), tables)).isPositive();
    }
  }

  @Test
  void each_copy_starts_from_the_prepared_state_and_is_on_its_own() throws Exception {
    try (TestDatabase template =
            TestDatabase.prepared(source -> run(source, "CREATE TABLE note (text text)"));
        TestDatabase first = template.copy();
        TestDatabase second = template.copy()) {
      run(first.dataSource(), "INSERT INTO note VALUES ('first')");
      assertThat(count(first.dataSource(), "note")).isEqualTo(1);
      assertThat(count(second.dataSource(), "note")).isZero();
    }
  }

  private static void run(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}

package id.gaung.db;

import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Rows written past every feature, and what a view makes of them. {@code #7} stands for an id.
 * References are not checked, so that a test writes what its view reads and nothing else.
 */
public final class RowsByHand {

  private static final Pattern SHORT = Pattern.compile("#([0-9a-f])");
  private static final Pattern LONG =
      Pattern.compile("00000000-0000-0000-0000-00000000000([0-9a-f])");

  private final Jdbi jdbi;

  public RowsByHand(TestDatabase database) {
    this.jdbi = Jdbi.create(database.dataSource());
  }

  /** Runs a statement that writes. */
  public RowsByHand given(String sql) {
    jdbi.useHandle(
        handle -> {
          handle.execute("set session_replication_role = replica");
          handle.execute(SHORT.matcher(sql).replaceAll("'00000000-0000-0000-0000-00000000000$1'"));
          handle.execute("set session_replication_role = origin");
        });
    return this;
  }

  /** Each row as text in brackets, with commas, in UTC, in the order of that text. */
  public List<String> of(String columns, String view) {
    return jdbi.withHandle(handle -> read(handle, columns, view));
  }

  private static List<String> read(Handle handle, String columns, String view) {
    handle.execute("set time zone 'UTC'");
    List<String> rows =
        handle
            .createQuery(
                "select cast(v as text) from (select %s from %s) v order by 1"
                    .formatted(columns, view))
            .mapTo(String.class)
            .list();
    handle.execute("reset time zone");
    return rows.stream().map(row -> LONG.matcher(row).replaceAll("#$1")).toList();
  }
}

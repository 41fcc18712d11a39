package id.gaung.sandbox;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SettingDao {

  /** The first writer wins, so that two nodes starting together sign with the same secret. */
  @SqlUpdate(
      """
      INSERT INTO sandbox_setting (name, value) VALUES (:name, :value)
      ON CONFLICT (name) DO NOTHING
      """)
  void propose(String name, String value);

  @SqlQuery("SELECT value FROM sandbox_setting WHERE name = :name")
  String value(String name);

  /** A number never given before. */
  @SqlQuery("SELECT nextval('sandbox_number')")
  long nextNumber();
}

package id.gaung.db;

import id.gaung.kernel.Rupiah;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** JDBI as every DAO expects it. */
public final class JdbiSetup {

  private JdbiSetup() {}

  /** SQL objects, PostgreSQL's types, our column types, and records mapped by their constructor. */
  public static Jdbi on(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.installPlugin(new PostgresPlugin());
    jdbi.installPlugin(new SqlObjectPlugin());
    StandingDaos.install(jdbi);
    jdbi.getConfig(ReflectionMappers.class).setStrictMatching(false);
    RupiahColumn rupiah = new RupiahColumn();
    jdbi.registerArgument(rupiah);
    jdbi.registerColumnMapper(Rupiah.class, rupiah);
    JsonColumn json = new JsonColumn();
    jdbi.registerArgument(json);
    jdbi.registerColumnMapper(JsonColumn.TYPE, json);
    jdbi.registerRowMapper(new RecordRows());
    return jdbi;
  }
}

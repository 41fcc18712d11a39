package id.gaung.db;

import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** JDBI as every DAO expects it. */
public final class JdbiSetup {

  private JdbiSetup() {}

  /** SQL objects, PostgreSQL's types, our column types, and records mapped by their constructor. */
  public static Jdbi on(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.installPlugin(new PostgresPlugin());
    jdbi.installPlugin(new SqlObjectPlugin());
    CachedDaos.install(jdbi);
    jdbi.getConfig(ReflectionMappers.class).setStrictMatching(false);
    RupiahColumn rupiah = new RupiahColumn();
    jdbi.registerArgument(rupiah);
    jdbi.registerColumnMapper(Rupiah.class, rupiah);
    NetworkColumn network = new NetworkColumn();
    jdbi.registerArgument(network);
    jdbi.registerColumnMapper(Network.class, network);
    JsonColumn json = new JsonColumn();
    jdbi.registerArgument(json);
    jdbi.registerColumnMapper(JsonColumn.TYPE, json);
    jdbi.registerRowMapper(new RecordRows());
    return jdbi;
  }

  /** {@link Network} in a {@code text} column, by name. */
  static final class NetworkColumn extends AbstractArgumentFactory<Network>
      implements ColumnMapper<Network> {

    NetworkColumn() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Network value, ConfigRegistry config) {
      return (position, statement, ctx) -> statement.setString(position, value.name());
    }

    @Override
    public @Nullable Network map(ResultSet row, int column, StatementContext ctx)
        throws SQLException {
      String name = row.getString(column);
      return name == null ? null : Network.valueOf(name);
    }
  }

  /** {@link Rupiah} in a {@code bigint} column. */
  static final class RupiahColumn extends AbstractArgumentFactory<Rupiah>
      implements ColumnMapper<Rupiah> {

    RupiahColumn() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Rupiah value, ConfigRegistry config) {
      return (position, statement, ctx) -> statement.setLong(position, value.amount());
    }

    @Override
    public @Nullable Rupiah map(ResultSet row, int column, StatementContext ctx)
        throws SQLException {
      long amount = row.getLong(column);
      return row.wasNull() ? null : new Rupiah(amount);
    }
  }
}

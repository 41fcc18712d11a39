package id.gaung.db;

import id.gaung.kernel.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** {@link Rupiah} in a {@code bigint} column. */
final class RupiahColumn extends AbstractArgumentFactory<Rupiah> implements ColumnMapper<Rupiah> {

  RupiahColumn() {
    super(Types.BIGINT);
  }

  @Override
  protected Argument build(Rupiah value, ConfigRegistry config) {
    return (position, statement, ctx) -> statement.setLong(position, value.amount());
  }

  @Override
  public @Nullable Rupiah map(ResultSet row, int column, StatementContext ctx) throws SQLException {
    long amount = row.getLong(column);
    return row.wasNull() ? null : new Rupiah(amount);
  }
}

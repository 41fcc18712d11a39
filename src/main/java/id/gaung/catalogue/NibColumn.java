package id.gaung.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** {@link Nib} in a {@code text} column. */
public final class NibColumn extends AbstractArgumentFactory<Nib> implements ColumnMapper<Nib> {

  public NibColumn() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(Nib value, ConfigRegistry config) {
    return (position, statement, ctx) -> statement.setString(position, value.digits());
  }

  @Override
  public @Nullable Nib map(ResultSet row, int column, StatementContext ctx) throws SQLException {
    String digits = row.getString(column);
    return digits == null ? null : new Nib(digits);
  }
}

package id.gaung.db;

import id.gaung.kernel.Whatsapp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** {@link Whatsapp} in a {@code text} column; DAOs that need it register it. */
public final class WhatsappColumn extends AbstractArgumentFactory<Whatsapp>
    implements ColumnMapper<Whatsapp> {

  public WhatsappColumn() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(Whatsapp value, ConfigRegistry config) {
    return (position, statement, ctx) -> statement.setString(position, value.digits());
  }

  @Override
  public @Nullable Whatsapp map(ResultSet row, int column, StatementContext ctx)
      throws SQLException {
    String digits = row.getString(column);
    return digits == null ? null : new Whatsapp(digits);
  }
}

package id.gaung.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A business's number (Nomor Induk Berusaha), issued by OSS.
 *
 * @param digits exactly 13
 */
public record Nib(String digits) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");

  public Nib {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException("a NIB has exactly 13 digits");
    }
  }

  /**
   * Reads what people type, with spaces, or with the apostrophe that keeps a spreadsheet's text.
   */
  public static Optional<Nib> parse(String typed) {
    String bare = typed.replaceAll("[\\s']", "");
    return DIGITS.matcher(bare).matches() ? Optional.of(new Nib(bare)) : Optional.empty();
  }

  @Override
  public String toString() {
    return digits;
  }

  /** {@link Nib} in a {@code text} column. */
  public static final class NibColumn extends AbstractArgumentFactory<Nib>
      implements ColumnMapper<Nib> {

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
}

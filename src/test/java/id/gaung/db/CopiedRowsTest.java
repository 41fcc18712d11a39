package id.gaung.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows by COPY come out as they went in, all or none. */
@Tag("database")
class CopiedRowsTest {

  @RegisterExtension private static final TestDatabase DATABASE = TestDatabase.empty();

  private final Jdbi jdbi = JdbiSetup.on(DATABASE.dataSource());

  private List<String> copied(CopiedRows rows) {
    return jdbi.withHandle(
        handle -> {
          handle.execute("create temporary table copied (n int check (n > 0), words text)");
          try {
            rows.into(handle, "copied (n, words)");
            return handle
                .createQuery("select coalesce(words, 'none') from copied order by n")
                .mapTo(String.class)
                .list();
          } finally {
            handle.execute("drop table if exists copied");
          }
        });
  }

  @Test
  void odd_texts_stay_as_they_are_and_none_is_no_empty_text() {
    CopiedRows rows = new CopiedRows();
    List<String> odd = List.of("", "\\N", "a\tb\nc\rd\\e", "ikan 🐟 “segar”");
    for (int i = 0; i < odd.size(); i++) {
      rows.with(i + 1).with(odd.get(i)).end();
    }
    rows.with(9).with(Optional.empty()).end();
    assertThat(copied(rows)).containsExactly("", "\\N", "a\tb\nc\rd\\e", "ikan 🐟 “segar”", "none");
  }

  @Test
  void nothing_is_written_of_rows_of_which_one_is_refused() {
    CopiedRows rows = new CopiedRows();
    rows.with(1).with("a").end();
    rows.with(0).with("b").end();
    assertThatThrownBy(() -> copied(rows)).isInstanceOf(JdbiException.class);
    assertThat(copied(new CopiedRows())).isEmpty();
  }
}

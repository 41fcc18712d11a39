package id.gaung.catalogue;

import id.gaung.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * An uploaded file: what it would do, or what it did.
 *
 * @param preview empty while it runs and once it has been applied
 */
public record ImportShow(
    Form form, StoredImport stored, Optional<ImportPreview> preview, ImportsPages.Running running) {

  /** Rows of each kind that are listed; the others are counted. */
  private static final int SHOWN = 100;

  public <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(SHOWN, rows.size()));
  }

  public int more(List<?> rows) {
    return Math.max(0, rows.size() - SHOWN);
  }
}

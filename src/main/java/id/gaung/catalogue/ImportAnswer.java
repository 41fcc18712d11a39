package id.gaung.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * An uploaded file as the API shows it.
 *
 * @param preview what it would do now; empty once it has been applied
 * @param result what it did; empty until it has been applied
 */
public record ImportAnswer(
    UUID id,
    String fileName,
    Instant createdAt,
    Optional<Instant> appliedAt,
    Optional<Preview> preview,
    Optional<ImportResult> result) {

  /** {@link ImportPreview} with its reasons in words. */
  public record Preview(
      int rows,
      List<String> newUmkm,
      List<ImportPreview.NewNumber> newNumbers,
      List<String> unused,
      List<ImportPreview.Added> added,
      List<ImportPreview.PriceChange> prices,
      List<ImportPreview.OtherChange> others,
      int unchanged,
      List<Bad> bad) {}

  /**
   * A cell that cannot be taken.
   *
   * @param line of the file, counted from 1
   * @param column as the file calls it; empty if it is the whole row
   */
  public record Bad(long line, String column, String reason) {}

  /**
   * @param reason the reason in the reader's language
   */
  static ImportAnswer of(
      StoredImport stored, Optional<ImportPreview> preview, Function<BadCell, String> reason) {
    return new ImportAnswer(
        stored.id(),
        stored.fileName(),
        stored.createdAt(),
        stored.appliedAt(),
        preview.map(p -> of(p, reason)),
        stored.outcome());
  }

  private static Preview of(ImportPreview preview, Function<BadCell, String> reason) {
    return new Preview(
        preview.rows(),
        preview.newUmkm(),
        preview.newNumbers(),
        preview.unused(),
        preview.added(),
        preview.prices(),
        preview.others(),
        preview.unchanged(),
        preview.bad().stream()
            .map(cell -> new Bad(cell.line(), cell.column(), reason.apply(cell)))
            .toList());
  }
}

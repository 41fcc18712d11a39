package id.gaung.catalogue;

import id.gaung.catalogue.ImportRows.ImportRow;
import id.gaung.catalogue.ProductDao.ProductRow;
import id.gaung.catalogue.UmkmDao.UmkmRow;
import id.gaung.kernel.Ids;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The difference between an import file and the catalogue, as rows to be written. Pure. */
final class ImportPlan {

  /** A business as it is and as it will be. */
  record UmkmUpdate(Umkm before, UmkmRow after, boolean accountsToo) {}

  /** A product as it is and as the file has it. */
  record ProductUpdate(Product before, ProductRow after) {

    boolean changesPrice() {
      return !before.price().equals(after.price());
    }

    boolean changesOthers() {
      return !before.name().equals(after.name())
          || !before.category().equals(after.category())
          || !before.description().equals(after.description());
    }

    /** The same, with the price as it is. */
    ProductUpdate withoutPrice() {
      return new ProductUpdate(before, priced(after, before.price()));
    }

    private static ProductRow priced(ProductRow row, Rupiah price) {
      return new ProductRow(
          row.id(),
          row.umkmId(),
          row.name(),
          row.nameKey(),
          row.category(),
          row.description(),
          price,
          row.photoId(),
          row.at(),
          row.version());
    }
  }

  final List<UmkmRow> newUmkm = new ArrayList<>();
  final List<UmkmUpdate> umkmUpdates = new ArrayList<>();
  final List<ProductRow> newProducts = new ArrayList<>();
  final List<ProductUpdate> productUpdates = new ArrayList<>();

  /** All accounts of the businesses whose accounts the file says and that have others now. */
  final Map<UUID, List<UmkmAccount>> accounts = new LinkedHashMap<>();

  private final List<ImportPreview.Added> added = new ArrayList<>();
  private final List<PriceChange> prices = new ArrayList<>();
  private final List<ImportPreview.OtherChange> others = new ArrayList<>();
  private final Territory territory;
  private final Ids ids;
  private final Instant now;
  private int unchanged;

  private ImportPlan(Territory territory, Ids ids, Instant now) {
    this.territory = territory;
    this.ids = ids;
    this.now = now;
  }

  /**
   * @param known the businesses of the file's NIBs
   * @param products all products of those
   * @param accounts the accounts of those
   */
  static ImportPlan of(
      List<ImportRow> rows,
      Map<Nib, Umkm> known,
      List<Product> products,
      Map<UUID, List<UmkmAccount>> accounts,
      Territory territory,
      Ids ids,
      Instant now) {
    ImportPlan plan = new ImportPlan(territory, ids, now);
    Map<Nib, List<ImportRow>> byNib =
        rows.stream()
            .collect(
                Collectors.groupingBy(ImportRow::nib, LinkedHashMap::new, Collectors.toList()));
    Map<Nib, UUID> umkmIds = new HashMap<>();
    byNib.forEach(
        (nib, of) ->
            umkmIds.put(nib, plan.umkm(of, Optional.ofNullable(known.get(nib)), accounts)));
    Map<String, Product> byKey = new HashMap<>();
    products.forEach(p -> byKey.put(p.umkmId() + "/" + Names.key(p.name()), p));
    for (ImportRow row : rows) {
      UUID umkmId = umkmIds.getOrDefault(row.nib(), new UUID(0, 0));
      Product before = byKey.get(umkmId + "/" + Names.key(row.product()));
      plan.product(row, umkmId, Optional.ofNullable(before));
    }
    return plan;
  }

  ImportPreview preview(int rows, List<String> unused, List<BadCell> bad) {
    List<String> names = newUmkm.stream().map(UmkmRow::name).toList();
    List<ImportPreview.NewNumber> numbers =
        newUmkm.stream()
            .flatMap(
                u ->
                    u.whatsapp().stream()
                        .map(w -> new ImportPreview.NewNumber(u.name(), w.spoken())))
            .toList();
    return new ImportPreview(rows, names, numbers, unused, added, prices, others, unchanged, bad);
  }

  int unchanged() {
    return unchanged;
  }

  private UUID umkm(
      List<ImportRow> rows, Optional<Umkm> known, Map<UUID, List<UmkmAccount>> present) {
    ImportRow first = rows.get(0);
    Optional<Integer> kelurahan = first(rows.stream().map(ImportRow::kelurahanId).toList());
    Optional<Whatsapp> whatsapp = first(rows.stream().map(ImportRow::whatsapp).toList());
    List<UmkmAccount> said =
        rows.stream()
            .map(ImportRow::accounts)
            .filter(all -> !all.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (known.isEmpty()) {
      UmkmRow row =
          new UmkmRow(
              ids.next(),
              Optional.of(first.nib()),
              first.umkm(),
              first.kecamatanCode(),
              kelurahan,
              whatsapp,
              now,
              0);
      newUmkm.add(row);
      if (!said.isEmpty()) {
        accounts.put(row.id(), said);
      }
      return row.id();
    }
    Umkm before = known.get();
    boolean stays = before.kecamatanCode().equals(first.kecamatanCode());
    UmkmRow after =
        new UmkmRow(
            before.id(),
            before.nib(),
            first.umkm(),
            first.kecamatanCode(),
            kelurahan.or(() -> stays ? before.kelurahanId() : Optional.empty()),
            whatsapp.or(before::whatsapp),
            now,
            before.version());
    boolean changed = listUmkmChanges(first.line(), before, after);
    boolean moved =
        listAccounts(first.line(), before, present.getOrDefault(before.id(), List.of()), said);
    if (changed || moved) {
      umkmUpdates.add(new UmkmUpdate(before, after, moved));
    }
    return before.id();
  }

  private boolean listUmkmChanges(long line, Umkm before, UmkmRow after) {
    int listed = others.size();
    other(line, before.name(), ImportColumn.UMKM, before.name(), after.name());
    other(
        line,
        before.name(),
        ImportColumn.KECAMATAN,
        before.kecamatanName(),
        territory.kecamatan(after.kecamatanCode()).map(Kecamatan::name).orElse(""));
    other(
        line,
        before.name(),
        ImportColumn.KELURAHAN,
        before.kelurahanName().orElse(""),
        after.kelurahanId().flatMap(territory::kelurahan).map(Kelurahan::name).orElse(""));
    other(
        line,
        before.name(),
        ImportColumn.WHATSAPP,
        before.whatsapp().map(Whatsapp::spoken).orElse(""),
        after.whatsapp().map(Whatsapp::spoken).orElse(""));
    return others.size() > listed;
  }

  /** Their order is no change. */
  private boolean listAccounts(
      long line, Umkm umkm, List<UmkmAccount> present, List<UmkmAccount> said) {
    if (said.isEmpty() || Set.copyOf(said).equals(Set.copyOf(present))) {
      return false;
    }
    accounts.put(umkm.id(), said);
    other(
        line,
        umkm.name(),
        ImportColumn.ACCOUNTS,
        UmkmAccount.texts(present),
        UmkmAccount.texts(said));
    return true;
  }

  private void product(ImportRow row, UUID umkmId, Optional<Product> known) {
    ProductRow after =
        new ProductRow(
            known.map(Product::id).orElseGet(ids::next),
            umkmId,
            row.product(),
            Names.key(row.product()),
            row.category(),
            row.description().isEmpty()
                ? known.map(Product::description).orElse("")
                : row.description(),
            row.price(),
            known.flatMap(Product::photoId),
            now,
            known.map(Product::version).orElse(0));
    if (known.isEmpty()) {
      newProducts.add(after);
      added.add(new ImportPreview.Added(row.line(), row.umkm(), row.product(), row.price()));
      return;
    }
    Product before = known.get();
    ProductUpdate update = new ProductUpdate(before, after);
    if (update.changesPrice()) {
      prices.add(
          new PriceChange(row.line(), row.umkm(), after.name(), before.price(), after.price()));
    }
    if (update.changesOthers()) {
      other(row.line(), before.name(), ImportColumn.PRODUCT, before.name(), after.name());
      other(row.line(), before.name(), ImportColumn.CATEGORY, before.category(), after.category());
      other(
          row.line(),
          before.name(),
          ImportColumn.DESCRIPTION,
          before.description(),
          after.description());
    }
    if (update.changesPrice() || update.changesOthers()) {
      productUpdates.add(update);
    } else {
      unchanged++;
    }
  }

  private void other(long line, String subject, ImportColumn column, String before, String after) {
    if (!before.equals(after)) {
      others.add(new ImportPreview.OtherChange(line, subject, column, before, after));
    }
  }

  private static <T> Optional<T> first(List<Optional<T>> said) {
    return said.stream().flatMap(Optional::stream).findFirst();
  }
}

package id.gaung.catalogue;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.catalogue.UmkmAccountDao.AccountRow;
import id.gaung.db.UniqueRule;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Businesses and products from a CSV file: first a look at what would change, then the change in
 * one transaction. Rows that cannot be taken stay behind with a reason; the same file again changes
 * nothing. A product is known by its business's NIB and its name.
 */
public final class CatalogueImport {

  private final Foundation on;
  private final Territory territory;
  private final UmkmDao umkms;
  private final ProductDao products;
  private final ImportDao imports;
  private final UmkmAccountDao accounts;

  public CatalogueImport(Foundation on, Territory territory) {
    this.on = on;
    this.territory = territory;
    this.umkms = on.jdbi().onDemand(UmkmDao.class);
    this.products = on.jdbi().onDemand(ProductDao.class);
    this.imports = on.jdbi().onDemand(ImportDao.class);
    this.accounts = on.jdbi().onDemand(UmkmAccountDao.class);
  }

  /**
   * What the file would do now. Changes nothing.
   *
   * @param bytes the file: at most 5 MB and 20,000 rows
   * @throws Problem for the field {@code file}, if it cannot be read as a whole
   */
  public ImportPreview preview(byte[] bytes) {
    CsvTable table = CsvTable.read(bytes);
    ImportRows rows = ImportRows.read(table, territory);
    return plan(rows, false).preview(table.lines().size(), table.unused(), rows.bad());
  }

  /**
   * Takes the file's good rows in one transaction.
   *
   * @param confirmPriceChanges whether prices that differ are taken too; without it they stay
   * @throws Problem for the field {@code file}, if it cannot be read as a whole
   */
  public ImportResult apply(Actor by, byte[] bytes, boolean confirmPriceChanges) {
    Permissions.require(by, Role.STAFF);
    ImportRows rows = ImportRows.read(CsvTable.read(bytes), territory);
    return on.transactions().call(() -> write(by, rows, confirmPriceChanges, UNSEEN));
  }

  /**
   * Keeps a file to be looked at and applied later.
   *
   * @throws Problem for the field {@code file}, if it cannot be read as a whole
   */
  public UUID upload(Actor by, String fileName, byte[] bytes) {
    Permissions.require(by, Role.STAFF);
    CsvTable.read(bytes);
    UUID id = on.ids().next();
    Optional<UUID> person = by.kind() == Actor.Kind.PERSON ? by.id() : Optional.empty();
    String name = Typed.name(fileName);
    String kept = name.length() > 200 ? name.substring(0, 200) : name;
    on.transactions()
        .run(
            () -> {
              imports.insert(id, kept, bytes, person, on.clock().instant());
              on.audit().record(Change.of(by, "import.uploaded", "import", id).with("file", kept));
            });
    return id;
  }

  public Optional<StoredImport> find(UUID id) {
    return imports.find(id);
  }

  /** Newest first. */
  public Page<StoredImport> page(int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(imports.page(asked.size(), asked.offset()), imports.count());
  }

  /** What the kept file would do now. */
  public ImportPreview preview(UUID id) {
    return preview(content(id));
  }

  /**
   * Applies a kept file, once.
   *
   * @throws Problem if it has been applied before
   */
  public ImportResult apply(Actor by, UUID id, boolean confirmPriceChanges) {
    return apply(by, id, confirmPriceChanges, UNSEEN);
  }

  /** Told how many rows of how many are done; nothing is kept before all are. */
  interface Seen {
    void done(int rows, int of);
  }

  private static final Seen UNSEEN = (rows, of) -> {};

  ImportResult apply(Actor by, UUID id, boolean confirmPriceChanges, Seen seen) {
    Permissions.require(by, Role.STAFF);
    byte[] content = content(id);
    ImportRows rows = ImportRows.read(CsvTable.read(content), territory);
    return on.transactions()
        .call(
            () -> {
              if (imports.markApplied(id, on.clock().instant()) == 0) {
                throw Problem.conflict("catalogue.import.already");
              }
              ImportResult result = write(by, rows, confirmPriceChanges, seen);
              imports.keepResult(id, result.texts());
              Change change = Change.of(by, "import.applied", "import", id);
              for (Map.Entry<String, String> count : result.texts().entrySet()) {
                change = change.with(count.getKey(), count.getValue());
              }
              on.audit().record(change);
              return result;
            });
  }

  private byte[] content(UUID id) {
    return imports.content(id).orElseThrow(Problem::notFound);
  }

  private ImportPlan plan(ImportRows rows, boolean lock) {
    List<String> nibs = rows.good().stream().map(row -> row.nib().digits()).distinct().toList();
    List<Umkm> known = lock ? umkms.lockByNib(nibs) : umkms.findByNib(nibs);
    List<UUID> ids = known.stream().map(Umkm::id).toList();
    return ImportPlan.of(
        rows.good(),
        known.stream().collect(Collectors.toMap(u -> u.nib().orElseThrow(), Function.identity())),
        lock ? products.lockOfUmkms(ids) : products.ofUmkms(ids),
        AccountRow.byUmkm(accounts.of(ids)),
        territory,
        on.ids(),
        on.clock().instant());
  }

  private ImportResult write(Actor by, ImportRows rows, boolean confirmPriceChanges, Seen seen) {
    imports.lock();
    ImportPlan plan = plan(rows, true);
    List<ImportPlan.ProductUpdate> updates = new ArrayList<>();
    int pricesLeft = 0;
    for (ImportPlan.ProductUpdate update : plan.productUpdates) {
      boolean leave = update.changesPrice() && !confirmPriceChanges;
      pricesLeft += leave ? 1 : 0;
      if (!leave || update.changesOthers()) {
        updates.add(leave ? update.withoutPrice() : update);
      }
    }
    UniqueRule.call(() -> write(plan, updates), () -> Problem.conflict("catalogue.import.race"));
    record(by, plan, updates, seen);
    return new ImportResult(
        plan.newUmkm.size(),
        plan.umkmUpdates.size(),
        plan.newProducts.size(),
        updates.size(),
        (int) updates.stream().filter(ImportPlan.ProductUpdate::changesPrice).count(),
        pricesLeft,
        plan.unchanged(),
        (int) rows.bad().stream().mapToLong(BadCell::line).distinct().count());
  }

  private boolean write(ImportPlan plan, List<ImportPlan.ProductUpdate> updates) {
    umkms.insertAll(plan.newUmkm);
    umkms.updateAll(plan.umkmUpdates.stream().map(ImportPlan.UmkmUpdate::after).toList());
    accounts.forget(plan.accounts.keySet());
    accounts.insert(AccountRow.rows(plan.accounts));
    products.insertAll(plan.newProducts);
    products.updateAll(updates.stream().map(ImportPlan.ProductUpdate::after).toList());
    return true;
  }

  private void record(
      Actor by, ImportPlan plan, List<ImportPlan.ProductUpdate> updates, Seen seen) {
    List<Change> changes = new ArrayList<>();
    plan.newUmkm.forEach(
        row ->
            changes.add(Change.of(by, "umkm.created", "umkm", row.id()).with("name", row.name())));
    plan.umkmUpdates.forEach(
        u -> changes.add(Umkms.changed(by, u.before(), u.after(), u.accountsToo())));
    plan.newProducts.forEach(row -> changes.add(Products.created(by, row)));
    updates.forEach(u -> changes.add(Products.changed(by, u.before(), u.after())));
    for (int i = 0; i < changes.size(); i++) {
      on.audit().record(changes.get(i));
      seen.done(i + 1, changes.size());
    }
  }

  /**
   * The rows of a kept file that cannot be taken, as the file has them, each with why.
   *
   * @param reason says why in words
   */
  Rejected rejected(UUID id, Function<BadCell, String> reason) {
    CsvTable table = CsvTable.read(content(id));
    Map<Long, List<BadCell>> bad =
        ImportRows.read(table, territory).bad().stream()
            .collect(Collectors.groupingBy(BadCell::line));
    List<List<String>> rows = new ArrayList<>();
    for (CsvTable.Line line : table.lines()) {
      if (bad.containsKey(line.number())) {
        List<String> cells = new ArrayList<>(line.cells());
        while (cells.size() < table.headers().size()) {
          cells.add("");
        }
        cells.add(
            bad.getOrDefault(line.number(), List.of()).stream()
                .map(
                    cell ->
                        (cell.column().isEmpty() ? "" : cell.column() + ": ") + reason.apply(cell))
                .collect(Collectors.joining(" ")));
        rows.add(cells);
      }
    }
    return new Rejected(table.headers(), rows);
  }

  /**
   * Rows that were not taken.
   *
   * @param rows cells under the headers, and the reason behind them
   */
  record Rejected(List<String> headers, List<List<String>> rows) {}
}

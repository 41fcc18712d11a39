package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Whatsapp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of an import file, judged one by one and against each other. */
record ImportRows(List<ImportRow> good, List<BadCell> bad) {

  static ImportRows read(CsvTable table, Territory territory) {
    List<ImportRow> good = new ArrayList<>();
    List<BadCell> bad = new ArrayList<>();
    Map<String, ImportRow> products = new LinkedHashMap<>();
    Map<Nib, ImportRow> businesses = new LinkedHashMap<>();
    for (CsvTable.Line line : table.lines()) {
      Judge judge = new Judge(table, line, territory);
      Optional<ImportRow> read = judge.row();
      read.ifPresent(row -> judge.against(row, products, businesses));
      bad.addAll(judge.found);
      if (read.isPresent() && judge.found.isEmpty()) {
        ImportRow row = read.get();
        good.add(row);
        products.put(row.key(), row);
        businesses.merge(row.nib(), row, ImportRows::known);
      }
    }
    return new ImportRows(List.copyOf(good), List.copyOf(bad));
  }

  /** What the rows so far say about a business; an empty cell says nothing. */
  private static ImportRow known(ImportRow first, ImportRow next) {
    return new ImportRow(
        first.line(),
        first.nib(),
        first.umkm(),
        first.kecamatanCode(),
        first.kelurahanId().or(next::kelurahanId),
        first.whatsapp().or(next::whatsapp),
        first.product(),
        first.category(),
        first.description(),
        first.price(),
        first.accounts().isEmpty() ? next.accounts() : first.accounts());
  }

  private static final class Judge {
    private final CsvTable table;
    private final CsvTable.Line line;
    private final Territory territory;
    private final List<BadCell> found = new ArrayList<>();

    Judge(CsvTable table, CsvTable.Line line, Territory territory) {
      this.table = table;
      this.line = line;
      this.territory = territory;
    }

    Optional<ImportRow> row() {
      if (table.hasTooManyCells(line)) {
        found.add(new BadCell(line.number(), "", "catalogue.import.cells", counts()));
        return Optional.empty();
      }
      characters();
      if (!found.isEmpty()) {
        return Optional.empty();
      }
      String umkm = name(ImportColumn.UMKM, 150);
      String product = name(ImportColumn.PRODUCT, 150);
      String category = name(ImportColumn.CATEGORY, 60);
      String description = Names.text(table.cell(line, ImportColumn.DESCRIPTION));
      if (description.length() > 2000) {
        bad(ImportColumn.DESCRIPTION, "catalogue.import.too-long", "2000");
      }
      Optional<Kecamatan> kecamatan = kecamatan();
      Optional<Integer> kelurahan = kelurahan(kecamatan);
      Optional<Rupiah> price = price();
      Optional<Nib> nib = nib();
      Optional<Whatsapp> whatsapp = whatsapp();
      List<UmkmAccount> accounts = accounts();
      if (!found.isEmpty() || nib.isEmpty() || kecamatan.isEmpty() || price.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new ImportRow(
              line.number(),
              nib.get(),
              umkm,
              kecamatan.get().code(),
              kelurahan,
              whatsapp,
              product,
              category,
              description,
              price.get(),
              accounts));
    }

    void against(ImportRow row, Map<String, ImportRow> products, Map<Nib, ImportRow> businesses) {
      ImportRow twin = products.get(row.key());
      if (twin != null) {
        bad(ImportColumn.PRODUCT, "catalogue.import.twice", Long.toString(twin.line()));
      }
      ImportRow business = businesses.get(row.nib());
      if (business == null) {
        return;
      }
      String at = Long.toString(business.line());
      if (!Names.key(business.umkm()).equals(Names.key(row.umkm()))) {
        bad(ImportColumn.UMKM, "catalogue.import.other-umkm", at, business.umkm());
      }
      if (!business.kecamatanCode().equals(row.kecamatanCode())) {
        bad(ImportColumn.KECAMATAN, "catalogue.import.other-value", at);
      }
      if (differ(business.kelurahanId(), row.kelurahanId())) {
        bad(ImportColumn.KELURAHAN, "catalogue.import.other-value", at);
      }
      if (differ(business.whatsapp(), row.whatsapp())) {
        bad(ImportColumn.WHATSAPP, "catalogue.import.other-value", at);
      }
      if (!business.accounts().isEmpty()
          && !row.accounts().isEmpty()
          && !Set.copyOf(business.accounts()).equals(Set.copyOf(row.accounts()))) {
        bad(ImportColumn.ACCOUNTS, "catalogue.import.other-value", at);
      }
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
      return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Left by a broken export; nobody typed them, and not all can be stored. */
    private void characters() {
      for (ImportColumn column : ImportColumn.values()) {
        if (table.cell(line, column).chars().anyMatch(Judge::isUnfit)) {
          bad(column, "field.characters");
        }
      }
    }

    private static boolean isUnfit(int letter) {
      return Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0;
    }

    private List<String> counts() {
      return List.of(
          Integer.toString(line.cells().size()), Integer.toString(table.headers().size()));
    }

    private String name(ImportColumn column, int longest) {
      String name = Typed.name(table.cell(line, column));
      if (name.isEmpty()) {
        bad(column, "field.required");
      } else if (name.length() > longest) {
        bad(column, "catalogue.import.too-long", Integer.toString(longest));
      }
      return name;
    }

    private Optional<Kecamatan> kecamatan() {
      String written = table.cell(line, ImportColumn.KECAMATAN);
      Optional<Kecamatan> known = territory.kecamatanNamed(written);
      if (known.isEmpty()) {
        unknown(ImportColumn.KECAMATAN, "catalogue.import.kecamatan", written);
      }
      return known;
    }

    private Optional<Integer> kelurahan(Optional<Kecamatan> kecamatan) {
      String written = table.cell(line, ImportColumn.KELURAHAN);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      Optional<Kelurahan> known = territory.kelurahanNamed(written);
      if (known.isEmpty()) {
        unknown(ImportColumn.KELURAHAN, "catalogue.import.kelurahan", written);
      } else if (kecamatan.isPresent()
          && !known.get().kecamatanCode().equals(kecamatan.get().code())) {
        String where =
            territory.kecamatan(known.get().kecamatanCode()).map(Kecamatan::name).orElse("");
        bad(
            ImportColumn.KELURAHAN,
            "catalogue.import.kelurahan-elsewhere",
            known.get().name(),
            where);
      }
      return known.map(Kelurahan::id);
    }

    private Optional<Rupiah> price() {
      String written = table.cell(line, ImportColumn.PRICE);
      Optional<Rupiah> price = PriceCell.parse(written);
      Optional<String> rest = table.restOfCutPrice(line);
      if (price.isEmpty()) {
        unknown(ImportColumn.PRICE, "catalogue.import.price", written);
      } else if (rest.isPresent()) {
        bad(ImportColumn.PRICE, "catalogue.import.price-cut", written, rest.get());
      } else if (price.get().compareTo(Products.LOWEST_PRICE) < 0) {
        bad(ImportColumn.PRICE, "catalogue.import.price-low", written);
      }
      return price;
    }

    private Optional<Nib> nib() {
      String written = table.cell(line, ImportColumn.NIB);
      Optional<Nib> nib = Nib.parse(written);
      if (nib.isEmpty()) {
        unknown(ImportColumn.NIB, "catalogue.import.nib", written);
      }
      return nib;
    }

    private Optional<Whatsapp> whatsapp() {
      String written = table.cell(line, ImportColumn.WHATSAPP);
      Optional<Whatsapp> number = Whatsapp.parse(written);
      if (number.isEmpty() && !written.isEmpty()) {
        bad(ImportColumn.WHATSAPP, "catalogue.whatsapp.format");
      }
      return number;
    }

    private List<UmkmAccount> accounts() {
      UmkmAccount.Cell cell = UmkmAccount.Cell.read(table.cell(line, ImportColumn.ACCOUNTS));
      cell.wrong()
          .ifPresent(key -> bad(ImportColumn.ACCOUNTS, key, cell.args().toArray(String[]::new)));
      return cell.accounts();
    }

    private void unknown(ImportColumn column, String key, String written) {
      String shown = written.length() > 60 ? written.substring(0, 60) + "…" : written;
      bad(column, written.isEmpty() ? "field.required" : key, shown);
    }

    private void bad(ImportColumn column, String key, String... args) {
      found.add(new BadCell(line.number(), table.header(column), key, List.of(args)));
    }
  }

  /**
   * A row of an import file that can be taken. An empty description says nothing about it, nor does
   * an empty list of accounts.
   */
  record ImportRow(
      long line,
      Nib nib,
      String umkm,
      String kecamatanCode,
      Optional<Integer> kelurahanId,
      Optional<Whatsapp> whatsapp,
      String product,
      String category,
      String description,
      Rupiah price,
      List<UmkmAccount> accounts) {

    /** What tells products apart: the business and the product's name, however it is written. */
    String key() {
      return nib.digits() + "/" + Names.key(product);
    }
  }

  /** A price in a file: read as {@link Rupiah#parse} reads what people type. */
  static final class PriceCell {

    private PriceCell() {}

    /** The price; empty if it is none, not above zero, or beyond any product of ours. */
    static Optional<Rupiah> parse(String cell) {
      return Rupiah.parse(cell)
          .filter(Rupiah::isPositive)
          .filter(price -> price.compareTo(Products.HIGHEST_PRICE) <= 0);
    }
  }
}

package id.gaung.report;

import id.gaung.kernel.Wita;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A report's rows as a table for a spreadsheet: one row for each post on each channel. A number
 * that is not known is an empty cell, never 0.
 *
 * <p>With a byte order mark, because Excel reads UTF-8 only with one, and with semicolons, because
 * an Indonesian Excel, where the comma is the decimal sign, splits columns at those; all numbers
 * are whole, so that no decimal sign occurs.
 */
final class ReportCsv {

  private static final Pattern FORMULA =
      Pattern.compile("(^|[;,|\\t\\r\\n]\"?)(?=[=+\\-@\\t\\r\\n])");
  private static final String MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setQuote(null).setRecordSeparator("\r\n").get();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final List<String> HEADINGS =
      List.of(
          "minggu",
          "versi",
          "status",
          "sha256",
          "konten",
          "unggahan",
          "kampanye",
          "kreator",
          "jejaring",
          "kanal",
          "terbit_wita",
          "terbit_minggu_ini",
          "dihapus_wita",
          "teks",
          "tautan",
          "produk",
          "umkm",
          "kecamatan",
          "pengikut_saat_terbit",
          "biaya_rupiah");

  private ReportCsv() {}

  static String of(StoredReport report) {
    StringBuilder out = new StringBuilder(MARK);
    try (CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
      csv.printRecord(headings());
      for (ReportedPost row : report.read().rows()) {
        csv.printRecord(cells(report, row));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static List<String> headings() {
    List<String> headings = new ArrayList<>(HEADINGS);
    for (Measure measure : Measure.values()) {
      String name = heading(measure);
      headings.add(name + "_tambahan");
      headings.add(name + "_koreksi");
      headings.add(name + "_susulan");
      headings.add(name + "_seluruhnya");
    }
    // Behind the others, so that those keep their places.
    headings.add("tidak_ditampilkan_jejaring");
    headings.add("sumber_angka");
    return headings;
  }

  private static String heading(Measure measure) {
    return switch (measure) {
      case VIEWS -> "tayangan";
      case REACH -> "jangkauan_kotor";
      case LIKES -> "suka";
      case COMMENTS -> "komentar";
      case SHARES -> "bagikan";
      case SAVES -> "simpan";
      case INTERACTIONS -> "interaksi";
    };
  }

  private static List<String> cells(StoredReport report, ReportedPost row) {
    List<String> cells = new ArrayList<>();
    cells.add(report.week());
    cells.add(Integer.toString(report.version()));
    cells.add(report.state().name().toLowerCase(Locale.ROOT));
    cells.add(report.sha256());
    cells.add(row.postId().toString());
    cells.add(row.renditionId().toString());
    cells.add(text(row.campaign().orElse("")));
    cells.add(text(row.creator().orElse("")));
    cells.add(row.network().label());
    cells.add(text(row.channel()));
    cells.add(time(row.publishedAt()));
    cells.add(row.publishedThisWeek() ? "ya" : "tidak");
    cells.add(row.removedAt().map(ReportCsv::time).orElse(""));
    cells.add(text(row.text()));
    cells.add(text(row.link().orElse("")));
    cells.add(text(all(row, ProductShare::product)));
    cells.add(text(all(row, ProductShare::umkm)));
    cells.add(text(all(row, ProductShare::kecamatan)));
    cells.add(number(row.followers()));
    cells.add(number(row.cost().map(cost -> cost.amount())));
    for (Measure measure : Measure.values()) {
      Cell cell = row.cell(measure);
      cells.add(number(cell.known()));
      cells.add(number(cell.complete() ? cell.correction() : Optional.empty()));
      cells.add(number(cell.complete() ? cell.late() : Optional.empty()));
      cells.add(number(cell.lifetime()));
    }
    cells.add(row.hidden() ? "ya" : "tidak");
    cells.add(row.typed() ? "diketik" : "api");
    return cells;
  }

  private static String all(ReportedPost row, Function<ProductShare, String> name) {
    return row.products().stream().map(name).distinct().collect(Collectors.joining(" | "));
  }

  private static String number(Optional<Long> value) {
    return value.map(v -> Long.toString(v)).orElse("");
  }

  private static String time(Instant at) {
    return TIME.format(Wita.dateTime(at));
  }

  /**
   * Spreadsheets run what begins like a formula: an apostrophe makes it a text. Also behind what
   * another program may take for a separator. Every text is in quotes, whatever it holds.
   */
  static String text(String value) {
    return '"' + FORMULA.matcher(value).replaceAll("$1'").replace("\"", "\"\"") + '"';
  }
}

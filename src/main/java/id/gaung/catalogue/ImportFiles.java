package id.gaung.catalogue;

import id.gaung.kernel.Network;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that an import gives back: the template to fill in, and the rows that it could not take.
 * With a byte order mark and semicolons, as an Indonesian Excel reads and writes them.
 */
final class ImportFiles {

  private static final String NAME = "gaung-umkm-produk.csv";

  private ImportFiles() {}

  /**
   * @param kecamatan one of the city, for the example
   */
  static Response template(String kecamatan, String example) {
    List<String> headers = Arrays.stream(ImportColumn.values()).map(ImportColumn::label).toList();
    List<String> cells =
        Arrays.stream(ImportColumn.values())
            .map(
                column ->
                    switch (column) {
                      case UMKM, PRODUCT, DESCRIPTION -> example;
                      case KECAMATAN -> kecamatan;
                      case KELURAHAN -> "";
                      case CATEGORY -> "kuliner";
                      case PRICE -> "25000";
                      case NIB -> "1234567890123";
                      case WHATSAPP -> "081234567890";
                      case ACCOUNTS -> accounts("dapurcontoh");
                    })
            .toList();
    return file(NAME, List.of(headers, cells));
  }

  /** Of the first two networks. */
  private static String accounts(String handle) {
    return Network.all().stream()
        .limit(2)
        .map(network -> network.path() + "/" + handle)
        .collect(Collectors.joining(", "));
  }

  static Response rejected(CatalogueImport.Rejected rejected, String reason) {
    List<List<String>> rows = new ArrayList<>();
    List<String> headers = new ArrayList<>(rejected.headers());
    headers.add(reason);
    rows.add(headers);
    rows.addAll(rejected.rows());
    return file("gaung-ditolak.csv", rows);
  }

  private static Response file(String name, List<List<String>> rows) {
    String text =
        rows.stream()
            .map(row -> row.stream().map(ImportFiles::cell).collect(Collectors.joining(";")))
            .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    return Response.ok(text.getBytes(StandardCharsets.UTF_8))
        .type("text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
        .build();
  }

  /** Spreadsheets run what begins like a formula: an apostrophe makes it a text. */
  static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}

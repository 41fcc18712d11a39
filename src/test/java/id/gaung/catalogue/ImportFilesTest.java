package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportFilesTest {

  private static String text(Response file) {
    return new String((byte[]) file.getEntity(), StandardCharsets.UTF_8);
  }

  @Test
  void the_template_has_every_column_that_is_read() {
    byte[] file = (byte[]) ImportFiles.template("Kecamatan", "Contoh").getEntity();
    CsvTable read = CsvTable.read(file);
    assertThat(read.headers())
        .hasSameSizeAs(ImportColumn.values())
        .allSatisfy(header -> assertThat(ImportColumn.named(header)).isPresent());
    assertThat(read.lines()).hasSize(1);
  }

  @Test
  void refused_rows_come_back_as_they_were_with_the_reason_behind_them() {
    String file =
        text(
            ImportFiles.rejected(
                new CatalogueImport.Rejected(
                    List.of("umkm", "harga"),
                    List.of(List.of("Dapur; \"Laut\"", "35rb", "Harga?"))),
                "Alasan"));
    assertThat(file)
        .startsWith("\uFEFF\"umkm\";\"harga\";\"Alasan\"")
        .contains("\"Dapur; \"\"Laut\"\"\";\"35rb\";\"Harga?\"");
  }

  @Test
  void nothing_in_it_is_run_by_a_spreadsheet() {
    assertThat(ImportFiles.cell("=1+1")).isEqualTo("\"'=1+1\"");
    assertThat(ImportFiles.cell("a=1")).isEqualTo("\"a=1\"");
  }
}

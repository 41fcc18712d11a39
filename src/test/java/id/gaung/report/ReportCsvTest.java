package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCsvTest {

  /** What a program that splits at any of these takes for a cell of its own. */
  private static final List<String> SEPARATORS = List.of("", ";", ",", "\t", "|", "\n", "\r\n");

  @Test
  void a_formula_is_guarded_behind_every_separator_and_every_text_is_quoted() {
    for (String separator : SEPARATORS) {
      for (String formula : List.of("=1+1", "+1", "-1", "@a", "=cmd|' /C calc'!A0")) {
        String cell = ReportCsv.text("kopi" + separator + formula);
        assertThat(cell).startsWith("\"").endsWith("\"");
        String guarded = separator.isEmpty() ? ReportCsv.text(formula) : cell;
        assertThat(guarded).as("%s behind %s", formula, separator).contains("'" + formula);
      }
      assertThat(ReportCsv.text("a\"" + (separator.isEmpty() ? ";" : separator) + "\"=1"))
          .as("quotes around %s", separator)
          .contains("'=1");
    }
    assertThat(ReportCsv.text("suka \"kopi\"")).isEqualTo("\"suka \"\"kopi\"\"\"");
    assertThat(ReportCsv.text("1 + 1 = 2")).isEqualTo("\"1 + 1 = 2\"");
  }
}

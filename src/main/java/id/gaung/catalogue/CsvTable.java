package id.gaung.catalogue;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Typed;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An import file cut into cells: UTF-8 with or without a byte order mark, separated by commas or
 * semicolons as its first line shows. Refusals are for the field {@code file}.
 *
 * @param separator of its cells
 * @param columns where each column stands, counted from 0
 * @param headers as the file writes them
 */
record CsvTable(
    char separator, Map<ImportColumn, Integer> columns, List<String> headers, List<Line> lines) {

  static final int MAX_BYTES = 5 * 1024 * 1024;
  static final int MAX_ROWS = 20_000;

  private static final Pattern SAYS =
      Pattern.compile("\\A\"?sep=([;,\\t|])\"?[;,]*(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

  private static final Pattern FEW_DIGITS =
      Pattern.compile("(?:(?:Rp|IDR)\\.? ?)?\\d{1,3}", Pattern.CASE_INSENSITIVE);

  private static final Pattern THOUSANDS = Pattern.compile("\\d{3}(?!\\d).*", Pattern.DOTALL);
  private static final Pattern SEN = Pattern.compile("00?");

  /**
   * A row.
   *
   * @param number of the file's line on which the row begins, counted from 1
   */
  record Line(long number, List<String> cells) {}

  static CsvTable read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw refused("catalogue.import.too-large", Integer.toString(MAX_BYTES / (1024 * 1024)));
    }
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw refused("catalogue.import.empty");
    }
    char separator = delimiter(text);
    List<Line> lines = lines(text, separator);
    if (lines.isEmpty()) {
      throw refused("catalogue.import.empty");
    }
    List<String> headers = lines.get(0).cells();
    Map<ImportColumn, Integer> columns = columns(headers);
    if (lines.size() == 1) {
      throw refused("catalogue.import.no-rows");
    }
    return new CsvTable(separator, columns, headers, lines.subList(1, lines.size()));
  }

  private static String decoded(byte[] bytes) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw refused("catalogue.import.not-utf8", Long.toString(line));
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<Line> lines(String text, char separator) {
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    List<Line> lines = new ArrayList<>();
    // Excel's own line about the separator is none of the table's.
    Matcher says = SAYS.matcher(text);
    String table = says.find() ? text.substring(says.end()) : text;
    long before = table.length() == text.length() ? 0 : 1;
    long begins = 1 + before;
    try (CSVParser parser = CSVParser.parse(new StringReader(table), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        List<String> cells = records.next().toList();
        if (!cells.stream().allMatch(String::isBlank)) {
          lines.add(new Line(begins, cells));
        }
        if (lines.size() > MAX_ROWS + 1) {
          throw refused("catalogue.import.too-many-rows", Integer.toString(MAX_ROWS));
        }
        // A cell in quotes may hold line breaks, so a row may span several lines of the file.
        begins = parser.getCurrentLineNumber() + 1 + before;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw refused("catalogue.import.quotes", Long.toString(begins));
    }
    return lines;
  }

  /** Whichever the first written line has more of, outside quotes. */
  private static char delimiter(String text) {
    Matcher says = SAYS.matcher(text);
    if (says.find()) {
      return says.group(1).charAt(0);
    }
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String bare = header.replaceAll("\"[^\"]*\"", "");
    long semicolons = bare.chars().filter(c -> c == ';').count();
    long commas = bare.chars().filter(c -> c == ',').count();
    return semicolons > commas ? ';' : ',';
  }

  private static Map<ImportColumn, Integer> columns(List<String> headers) {
    Map<ImportColumn, Integer> columns = new EnumMap<>(ImportColumn.class);
    for (int i = 0; i < headers.size(); i++) {
      int place = i;
      String header = headers.get(i);
      ImportColumn.named(header)
          .ifPresent(
              column -> {
                if (columns.put(column, place) != null) {
                  throw refused("catalogue.import.column-twice", header);
                }
              });
    }
    String missing =
        Arrays.stream(ImportColumn.values())
            .filter(c -> c.isRequired() && !columns.containsKey(c))
            .map(ImportColumn::label)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw refused("catalogue.import.missing-column", missing);
    }
    return columns;
  }

  /** The cell's text without spaces around it; empty where the row is short. */
  String cell(Line line, ImportColumn column) {
    Integer place = columns.get(column);
    return place == null || place >= line.cells().size()
        ? ""
        : Typed.clean(line.cells().get(place)).strip();
  }

  /** The column as the file calls it. */
  String header(ImportColumn column) {
    Integer place = columns.get(column);
    return place == null ? column.label() : headers.get(place).strip();
  }

  /** Cells under no header, such as half of a price that was cut at its comma. */
  boolean hasTooManyCells(Line line) {
    return IntStream.range(0, line.cells().size())
        .filter(i -> i >= headers.size() || headers.get(i).isBlank())
        .anyMatch(i -> !line.cells().get(i).isBlank());
  }

  /**
   * What stands behind the price and looks like the rest of it: {@code 125,000} without quotes
   * among commas is 125 and 000. A row that was cut there cannot have its NIB in place further
   * right, so such a row is not asked about.
   */
  Optional<String> restOfCutPrice(Line line) {
    int place = columns.getOrDefault(ImportColumn.PRICE, 0);
    if (separator != ','
        || columns.getOrDefault(ImportColumn.NIB, 0) > place
        || place + 1 >= line.cells().size()) {
      return Optional.empty();
    }
    String rest = Typed.clean(line.cells().get(place + 1)).strip();
    boolean cut =
        SEN.matcher(rest).matches()
            || (FEW_DIGITS.matcher(cell(line, ImportColumn.PRICE)).matches()
                && THOUSANDS.matcher(rest).matches());
    return cut ? Optional.of(rest) : Optional.empty();
  }

  /** Headers that name nothing that is read. */
  List<String> unused() {
    return headers.stream()
        .map(String::strip)
        .filter(header -> !header.isEmpty() && ImportColumn.named(header).isEmpty())
        .toList();
  }

  private static Problem refused(String key, String... args) {
    return Problem.invalid("file", key, args);
  }
}

package id.gaung.report;

import id.gaung.platform.RateBase;

/** Where the numbers of two versions that differ can be looked into. */
final class DifferencePath {

  private DifferencePath() {}

  static String of(Difference difference, String week, int version) {
    String field = difference.field();
    if (field.endsWith("planned") || field.endsWith("published")) {
      return "/reports/" + week + "/plan?version=" + version;
    }
    String rows = query(difference).path(week, version);
    return difference.renditionId().map(id -> rows + "#p" + id).orElse(rows);
  }

  private static RowsQuery query(Difference difference) {
    String field = difference.field();
    if (field.startsWith("rate-")) {
      RateBase base = RateBase.valueOf(field.substring(field.indexOf('.') + 1));
      return RowsQuery.of(Quotient.of(base));
    }
    return switch (field) {
      case "cost-per-engagement" -> RowsQuery.of(Quotient.COST_PER_INTERACTION);
      case "cost-per-mille" -> RowsQuery.of(Quotient.COST_PER_MILLE);
      case "complete" -> RowsQuery.of(Measure.INTERACTIONS).known(true);
      default -> RowsQuery.of(difference.measure().orElse(Measure.INTERACTIONS));
    };
  }
}

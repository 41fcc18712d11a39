package id.gaung.sandbox;

import java.util.Arrays;
import java.util.List;

/** Rest.li's lists in a query: {@code List(a,b)}. */
final class LinkedInLists {

  private LinkedInLists() {}

  /** None where the parameter is missing; anything else is refused. */
  static List<String> of(Call call, String name) {
    String list = call.param(name).orElse("List()");
    if (!list.startsWith("List(") || !list.endsWith(")")) {
      throw LinkedInProblems.refuse(
          400, "ILLEGAL_ARGUMENT", 0, "Invalid query parameters passed to request");
    }
    return Arrays.stream(list.substring(5, list.length() - 1).split(",", -1))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}

package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The figures of several posts in one call: shares and other posts stand in lists of their own. */
final class LinkedInStatistics {

  private static final String PATH =
      "/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=";

  /** How LinkedIn names the one for whose sake it refuses all of them. */
  private static final Pattern REFUSED = Pattern.compile("/(shares|ugcPosts)\\[(\\d{1,3})\\]");

  private final LinkedInApi api;

  LinkedInStatistics(LinkedInApi api) {
    this.api = api;
  }

  /** Those that LinkedIn tells of; where it answers nothing, why, of each. */
  Map<PostUrn, Reading> of(Access access, Collection<PostUrn> urns) {
    List<PostUrn> asked = List.copyOf(urns);
    HttpOutcome outcome = ask(access, asked);
    Set<PostUrn> spoiling = spoiling(outcome, asked);
    if (!spoiling.isEmpty() && spoiling.size() < asked.size()) {
      asked = asked.stream().filter(urn -> !spoiling.contains(urn)).toList();
      outcome = ask(access, asked);
    }
    Map<PostUrn, Reading> told = new HashMap<>();
    Optional<List<JsonNode>> elements = LinkedInAnswers.elements(outcome);
    if (elements.isEmpty()) {
      Reading failed = new Reading.Failed(api.failure(outcome));
      asked.forEach(urn -> told.put(urn, failed));
      return told;
    }
    for (JsonNode element : elements.get()) {
      JsonNode counts = element.path("totalShareStatistics");
      PostUrn.of(element.path("share").asText(element.path("ugcPost").asText("")))
          .filter(urns::contains)
          .filter(urn -> counts.isObject())
          .ifPresent(urn -> told.put(urn, new Reading.Measured(LinkedInCounts.of(counts))));
    }
    return told;
  }

  private HttpOutcome ask(Access access, List<PostUrn> urns) {
    return api.get(
        access,
        PATH
            + LinkedInApi.encodedPage(access.account())
            + list("shares", shares(urns, true))
            + list("ugcPosts", shares(urns, false)));
  }

  private static List<PostUrn> shares(List<PostUrn> urns, boolean share) {
    return urns.stream().filter(urn -> urn.isShare() == share).toList();
  }

  /** The names are encoded, the brackets and commas of the list are not. */
  private static String list(String name, List<PostUrn> urns) {
    return urns.isEmpty()
        ? ""
        : "&"
            + name
            + urns.stream().map(PostUrn::encoded).collect(Collectors.joining(",", "=List(", ")"));
  }

  private static Set<PostUrn> spoiling(HttpOutcome outcome, List<PostUrn> asked) {
    Set<PostUrn> spoiling = new HashSet<>();
    if (outcome instanceof Answered answer && (answer.status() == 403 || answer.status() == 400)) {
      Matcher refused = REFUSED.matcher(LinkedInProblem.of(answer).text("message"));
      while (refused.find()) {
        List<PostUrn> list = shares(asked, refused.group(1).equals("shares"));
        int index = Integer.parseInt(refused.group(2));
        if (index < list.size()) {
          spoiling.add(list.get(index));
        }
      }
    }
    return spoiling;
  }
}

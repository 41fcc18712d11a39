package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;

/** How many follow the page. */
final class LinkedInFollowers {

  /** What following is called changed with the versions; the later name first. */
  private static final String EDGE = "?edgeType=COMPANY_FOLLOWED_BY_MEMBER";

  private static final String OLDER_EDGE = "?edgeType=CompanyFollowedByMember";

  private final LinkedInApi api;

  LinkedInFollowers(LinkedInApi api) {
    this.api = api;
  }

  Figure read(Access access) {
    if (!LinkedInApi.hasLogin(access)) {
      return Figure.missing(Gap.REFUSED);
    }
    HttpOutcome newer = ask(access, EDGE);
    HttpOutcome outcome = LinkedInAnswers.status(newer) == 400 ? ask(access, OLDER_EDGE) : newer;
    return LinkedInAnswers.good(outcome)
        .map(body -> Figure.counted(body.path("firstDegreeSize"), Gap.NOT_OFFERED))
        .orElseGet(() -> Figure.missing(api.failure(outcome).passes() ? Gap.NOT_YET : Gap.REFUSED));
  }

  private HttpOutcome ask(Access access, String edge) {
    return api.get(
        access, "/rest/networkSizes/" + LinkedInApi.encodedPage(access.account()) + edge);
  }
}

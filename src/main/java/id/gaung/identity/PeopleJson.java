package id.gaung.identity;

import id.gaung.kernel.Page;
import java.util.List;

/** One page of people as the API shows it. */
public record PeopleJson(List<PersonJson> people, int page, int pages, long total) {

  static PeopleJson from(Page<Person> page) {
    return new PeopleJson(
        page.rows().stream().map(PersonJson::from).toList(),
        page.number(),
        page.pages(),
        page.total());
  }
}

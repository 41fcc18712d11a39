package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Role;
import id.gaung.web.NavItem.Group;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has room at the lower edge of a phone. */
class PhoneTabsTest {

  @Test
  void the_four_that_matter_most_stand_in_their_own_order_and_the_rest_behind_more() {
    assertThat(
            paths(
                item("/", 1),
                item("/campaigns", 4),
                item("/creators", 0),
                item("/reviews", 2),
                item("/calendar", 3),
                item("/reports", 5)))
        .containsExactly("/", "/reviews", "/calendar", "/campaigns");
    assertThat(paths(item("/campaigns", 4), item("/reports", 5)))
        .containsExactly("/campaigns", "/reports");
  }

  @Test
  void the_word_for_the_rest_is_marked_where_no_tab_holds_the_page() {
    assertThat(frame("/products", item("/", 1), item("/reviews", 2)).isBehindMore()).isTrue();
    assertThat(frame("/menu", item("/", 1)).isBehindMore()).isTrue();
    assertThat(frame("/reviews", item("/", 1), item("/reviews", 2)).isBehindMore()).isFalse();
  }

  private static NavItem item(String path, int place) {
    return NavItem.of(Group.WORK, "home", "web.menu", path, Role.STAFF).onPhone(place);
  }

  private static List<String> paths(NavItem... nav) {
    return frame("/", nav).tabs().stream().map(NavItem::path).toList();
  }

  private static Frame frame(String path, NavItem... nav) {
    return new Frame(
        Language.ID,
        Theme.SYSTEM,
        Texts.load(List.of("web")).in(Language.ID),
        new Formats(Language.ID),
        Optional.empty(),
        "csrf",
        path,
        path,
        false,
        List.of(nav),
        Optional.empty(),
        OfficeMark.named("Dinas UMKM"));
  }
}

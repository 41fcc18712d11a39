package id.gaung.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageTest {

  @Property
  void the_pages_together_hold_every_row_once(
      @ForAll @IntRange(max = 500) int total, @ForAll @IntRange(min = 1, max = 60) int size) {
    int seen = 0;
    for (int number = 1; ; number++) {
      int offset = new PageRequest(number, size).offset();
      assertThat(offset).isEqualTo(seen);
      int rows = Math.min(size, total - offset);
      Page<Integer> page = new Page<>(List.of(), number, size, total);
      assertThat(page.hasPrevious()).isEqualTo(number > 1);
      seen += rows;
      if (!page.hasNext()) {
        assertThat(page.pages()).isEqualTo(number);
        break;
      }
    }
    assertThat(seen).isEqualTo(total);
  }

  @Example
  void an_empty_list_is_one_page() {
    Page<String> empty = new Page<>(List.of(), 1, PageRequest.DEFAULT_SIZE, 0);
    assertThat(empty.pages()).isEqualTo(1);
    assertThat(empty.hasNext()).isFalse();
    assertThat(empty.hasPrevious()).isFalse();
  }

  @Example
  void a_full_page_is_not_followed_by_an_empty_one() {
    assertThat(new Page<>(List.of(), 1, 25, 25).hasNext()).isFalse();
    assertThat(new Page<>(List.of(), 1, 25, 26).hasNext()).isTrue();
  }

  @Example
  void numbers_below_one_are_the_first_page_and_absurd_ones_an_empty_one() {
    assertThat(new PageRequest(0, 25).offset()).isZero();
    assertThat(new PageRequest(-7, 25).offset()).isZero();
    assertThat(new PageRequest(2, 25).offset()).isEqualTo(25);
    assertThat(new PageRequest(Integer.MAX_VALUE, 25).offset()).isEqualTo(Integer.MAX_VALUE);
    assertThat(new Page<>(List.of(), -7, 25, 60).number()).isEqualTo(1);
    Page<String> far = new Page<>(List.of(), Integer.MAX_VALUE, 25, 60);
    assertThat(far.hasNext()).isFalse();
    assertThat(far.previous()).isEqualTo(3);
  }

  @Example
  void the_rows_do_not_change_afterwards() {
    List<String> rows = new ArrayList<>(List.of("one"));
    Page<String> page = new Page<>(rows, 1, 25, 1);
    rows.add("two");
    assertThat(page.rows()).containsExactly("one");
  }
}

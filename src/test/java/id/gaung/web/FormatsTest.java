package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The forms of domain.md 5.8; they must not change with the JDK that the product runs on. */
class FormatsTest {

  private static final Instant EVENING = Instant.parse("2026-02-10T11:30:00Z");
  private static final LocalDate BIRTHDAY = LocalDate.of(2026, 2, 10);

  private final Formats id = new Formats(Language.ID);
  private final Formats en = new Formats(Language.EN);

  @Test
  void a_period_says_its_year_once_and_room_on_a_disk_is_read_in_whole_gigabytes() {
    Formats id = new Formats(Language.ID);
    assertThat(id.days(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-12-20")))
        .isEqualTo("16 Nov–20 Des 2026");
    assertThat(id.days(LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-03")))
        .isEqualTo("28 Des 2026–3 Jan 2027");
    assertThat(id.space(75_017)).isEqualTo("73 GB");
    assertThat(id.space(512)).isEqualTo("512 MB");
  }

  @Test
  void money_stands_behind_rp_without_a_space_and_without_sen() {
    assertThat(id.rupiah(new Rupiah(1_234_567))).isEqualTo("Rp1.234.567");
    assertThat(en.rupiah(new Rupiah(1_234_567))).isEqualTo("Rp1,234,567");
    assertThat(id.rupiah(new Rupiah(-50_000))).isEqualTo("−Rp50.000");
    assertThat(id.rupiah(Rupiah.ZERO)).isEqualTo("Rp0");
    assertThat(id.rupiah(new Rupiah(Long.MAX_VALUE))).isEqualTo("Rp9.223.372.036.854.775.807");
  }

  @Test
  void a_ratio_of_money_is_read_in_whole_rupiah_unless_it_is_less_than_one() {
    assertThat(id.rupiah(new BigDecimal("532.53"))).isEqualTo("Rp533");
    assertThat(id.rupiah(new BigDecimal("2339.19"))).isEqualTo("Rp2.339");
    assertThat(id.rupiah(new BigDecimal("0.40"))).isEqualTo("Rp0,40");
  }

  @Test
  void numbers_are_grouped() {
    assertThat(id.number(12_345)).isEqualTo("12.345");
    assertThat(en.number(12_345)).isEqualTo("12,345");
    assertThat(id.number(999)).isEqualTo("999");
    assertThat(id.signed(1_000)).isEqualTo("+1.000");
    assertThat(id.signed(-60)).isEqualTo("−60");
    assertThat(id.signed(0)).isEqualTo("0");
  }

  @Test
  void shares_keep_their_decimals() {
    assertThat(id.percent(new BigDecimal("6.32"))).isEqualTo("6,32\u00a0%");
    assertThat(en.percent(new BigDecimal("6.32"))).isEqualTo("6.32%");
    assertThat(id.decimal(new BigDecimal("1234.50"))).isEqualTo("1.234,50");
    assertThat(id.decimal(new BigDecimal("7"))).isEqualTo("7");
    assertThat(id.decimal(new BigDecimal("0.00"))).isEqualTo("0,00");
  }

  @Test
  void dates_are_written_out() {
    assertThat(id.longDate(BIRTHDAY)).isEqualTo("Selasa, 10 Februari 2026");
    assertThat(en.longDate(BIRTHDAY)).isEqualTo("Tuesday, 10 February 2026");
    assertThat(id.date(BIRTHDAY)).isEqualTo("10 Feb 2026");
    assertThat(id.dayMonth(BIRTHDAY)).isEqualTo("10 Feb");
    assertThat(id.weekday(BIRTHDAY)).isEqualTo("Selasa");
  }

  @Test
  void august_is_agu() {
    LocalDate independence = LocalDate.of(2026, 8, 17);
    assertThat(id.date(independence)).isEqualTo("17 Agu 2026");
    assertThat(id.longDate(independence)).isEqualTo("Senin, 17 Agustus 2026");
    assertThat(en.date(independence)).isEqualTo("17 Aug 2026");
  }

  @Test
  void english_months_have_three_letters() {
    assertThat(en.date(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
    assertThat(en.date(LocalDate.of(2026, 6, 1))).isEqualTo("1 Jun 2026");
  }

  @Test
  void times_are_wita_with_a_dot_in_indonesian() {
    assertThat(id.time(EVENING)).isEqualTo("19.30 WITA");
    assertThat(en.time(EVENING)).isEqualTo("19:30 WITA");
    assertThat(id.dateTime(EVENING)).isEqualTo("10 Feb 2026, 19.30 WITA");
    assertThat(en.dateTime(EVENING)).isEqualTo("10 Feb 2026, 19:30 WITA");
    assertThat(id.dateTime(Instant.parse("2026-02-10T16:00:00Z")))
        .as("the next day in Balikpapan")
        .isEqualTo("11 Feb 2026, 00.00 WITA");
  }

  @Test
  void a_week_says_its_days() {
    assertThat(id.week(week("2026-W48"))).isEqualTo("Pekan 48 (23–29 Nov 2026)");
    assertThat(en.week(week("2026-W48"))).isEqualTo("Week 48 (23–29 Nov 2026)");
    assertThat(id.week(week("2026-W49"))).isEqualTo("Pekan 49 (30 Nov – 6 Des 2026)");
    assertThat(id.week(week("2026-W53"))).isEqualTo("Pekan 53 (28 Des 2026 – 3 Jan 2027)");
  }

  private static Week week(String label) {
    return Week.parse(label).orElseThrow();
  }
}

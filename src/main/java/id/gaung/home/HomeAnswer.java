package id.gaung.home;

import id.gaung.kernel.Week;
import java.util.List;
import java.util.Optional;

/**
 * What waits for a person.
 *
 * @param others what waits for others, where this person waits with them
 * @param newestReport the week, {@code 2026-W48}
 */
public record HomeAnswer(
    List<Item> waiting, List<Item> others, List<Item> facts, Optional<String> newestReport) {

  /**
   * @param what such as {@code drafts}
   * @param paths of the pages where to act
   */
  public record Item(String what, long count, List<String> paths) {

    static Item from(Card card) {
      return new Item(card.key(), card.count(), card.links().stream().map(CardLink::href).toList());
    }
  }

  static HomeAnswer from(HomePage page) {
    return new HomeAnswer(
        page.waiting().stream().map(Item::from).toList(),
        page.others().stream().map(Item::from).toList(),
        page.facts().stream().map(Item::from).toList(),
        page.report().map(Week::label));
  }
}

package id.gaung;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * How somebody works with a page: with a mouse, or with the keyboard alone. Presses are counted, as
 * clicks are where an office compares products; typing is not.
 */
final class Hands {

  private static final int TABS = 400;
  private static final String HAS_FOCUS = "e => e === document.activeElement";
  private static final String IS_CHOICE =
      "e => e.type === 'radio' && !!document.activeElement"
          + " && document.activeElement.type === 'radio'"
          + " && document.activeElement.name === e.name";

  private final boolean keyboard;
  private int presses;

  private Hands(boolean keyboard) {
    this.keyboard = keyboard;
  }

  static Hands mouse() {
    return new Hands(false);
  }

  static Hands keyboard() {
    return new Hands(true);
  }

  /** How often something was pressed since it was last asked. */
  int presses() {
    int made = presses;
    presses = 0;
    return made;
  }

  void press(Page page, String selector) {
    press(page.locator(selector).first());
  }

  /** Presses a button or a link, opens a fold. */
  void press(Locator target) {
    presses++;
    if (keyboard) {
      reach(target);
      target.page().keyboard().press("Enter");
    } else {
      target.click();
    }
  }

  /** Ticks a box, or chooses one of several. */
  void choose(Locator box) {
    if (box.isChecked()) {
      return;
    }
    presses++;
    if (!keyboard) {
      box.check();
      return;
    }
    reach(box);
    if (!box.isChecked()) {
      box.page().keyboard().press("Space");
    }
  }

  void type(Page page, String selector, String text) {
    type(page.locator(selector).first(), text);
  }

  /** Puts the text in place of what stands in the field. */
  void type(Locator field, String text) {
    if (!keyboard) {
      field.fill(text);
      return;
    }
    reach(field);
    field.page().keyboard().press("Control+a");
    field.page().keyboard().insertText(text);
  }

  /** Goes on with Tab until the focus is there; of choices, with the arrows from their first. */
  private static void reach(Locator target) {
    target.waitFor(
        new Locator.WaitForOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    Page page = target.page();
    for (int tab = 0; tab < TABS; tab++) {
      if (Boolean.TRUE.equals(target.evaluate(HAS_FOCUS))) {
        return;
      }
      boolean within = Boolean.TRUE.equals(target.evaluate(IS_CHOICE));
      page.keyboard().press(within ? "ArrowDown" : "Tab");
    }
    throw new AssertionError("the keyboard does not reach " + target);
  }
}

package id.gaung.identity;

import id.gaung.web.Form;

/**
 * The page of a sign-in link.
 *
 * @param path where the button leads
 * @param name whose link it is; empty if it is none
 */
public record LinkPage(LinkState state, String path, String name, Form form) {
  public boolean usable() {
    return state == LinkState.USABLE;
  }
}

package id.gaung.web;

import java.util.Optional;

/**
 * By what an office is known on every page.
 *
 * @param logo where its picture is; another picture has another address
 */
public record OfficeMark(String name, Optional<String> logo) {

  public static OfficeMark named(String name) {
    return new OfficeMark(name, Optional.empty());
  }
}

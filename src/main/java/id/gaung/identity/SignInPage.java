package id.gaung.identity;

import id.gaung.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The sign-in page.
 *
 * @param practice whether there is a page to choose a role instead
 */
public record SignInPage(Form form, boolean practice) {

  /** To the page to choose a role, from where one comes back to the same place. */
  public String practiceLink() {
    return "/practice?back=" + URLEncoder.encode(form.value("back"), StandardCharsets.UTF_8);
  }
}

package id.gaung.identity;

import id.gaung.web.Form;

/**
 * The sign-in page.
 *
 * @param practice whether there is a page to choose a role instead
 */
public record SignInPage(Form form, boolean practice) {}

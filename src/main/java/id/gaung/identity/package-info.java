/**
 * People, their roles and how they come in: passwords, sign-in links, sessions, API tokens; the
 * pages for them. Implements {@link id.gaung.web.Viewer}. Alone writes {@code person}, {@code
 * person_role}, {@code session}, {@code sign_in_link}, {@code sign_in_failure}, {@code
 * known_browser}, {@code api_token}, {@code kept_answer} and {@code office}: what the office says
 * of itself. Uses kernel, db, web, audit and jobs.
 */
@NullMarked
package id.gaung.identity;

import org.jspecify.annotations.NullMarked;

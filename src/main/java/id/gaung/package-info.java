/**
 * The application: configuration, commands and the wiring by hand of all features in dependency
 * order. May use every feature; nobody uses it. What practice mode adds it knows as a {@link
 * id.gaung.Companion}.
 */
@NullMarked
package id.gaung;

import org.jspecify.annotations.NullMarked;

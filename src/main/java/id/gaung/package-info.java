/**
 * The application: configuration, commands and the wiring by hand of all features in dependency
 * order. May use everything; nobody uses it.
 */
@NullMarked
package id.gaung;

import org.jspecify.annotations.NullMarked;

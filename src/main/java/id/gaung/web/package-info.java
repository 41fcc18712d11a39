/**
 * What every page and every JSON door shares: the frame around pages, templates, languages and
 * formats, forms and JSON bodies, who may enter, CSRF and security headers, error pages and problem
 * details. Owns no table. Uses kernel.
 */
@NullMarked
package id.gaung.web;

import org.jspecify.annotations.NullMarked;

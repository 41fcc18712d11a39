/**
 * The practice office: people with the page to come in as one of them, creators, and eight weeks of
 * work that never happened, done by the real commands under a moving clock, against the practice
 * networks. Beside the product, in practice mode alone. Owns no table. May use every feature; only
 * the root of practice does use it.
 */
@NullMarked
package id.gaung.demo;

import org.jspecify.annotations.NullMarked;

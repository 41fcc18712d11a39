/**
 * The practice office: people, creators and eight weeks of work that never happened, done by the
 * real commands under a moving clock, against the practice networks. Owns no table. May use every
 * feature; only the root does use it.
 */
@NullMarked
package id.gaung.demo;

import org.jspecify.annotations.NullMarked;

/**
 * Posts and their renditions on channels: composing, the calendar, and the engine that publishes
 * each rendition exactly once, on time, or says why not. Alone writes {@code post}, {@code
 * post_product}, {@code rendition}, {@code rendition_picture}, {@code rendition_plan}, {@code
 * publish_attempt}, {@code publishing_switch}, {@code untold_end}, {@code found_post} and {@code
 * found_product}. Uses the base, jobs, platform, media, catalogue, channel, campaign and
 * collaboration.
 */
@NullMarked
package id.gaung.publishing;

import org.jspecify.annotations.NullMarked;

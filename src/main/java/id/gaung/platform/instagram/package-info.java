/**
 * The client of Instagram's professional accounts, by the product "Instagram API with Instagram
 * Login": single pictures, carousels and reels, published through containers.
 */
@NullMarked
package id.gaung.platform.instagram;

import org.jspecify.annotations.NullMarked;

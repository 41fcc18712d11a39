package id.gaung.publishing;

import id.gaung.platform.PostText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Write a text again that was sent back.
 *
 * @param confirmTwin that it is meant although its channel has this text at its time already
 */
public record ReviseRendition(
    @NotBlank @Size(max = 5000) String text, boolean confirmTwin, int version) {

  public ReviseRendition(String text, int version) {
    this(text, false, version);
  }

  public ReviseRendition {
    text = PostText.of(text);
  }
}

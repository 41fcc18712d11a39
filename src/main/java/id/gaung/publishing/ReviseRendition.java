package id.gaung.publishing;

import id.gaung.platform.PostText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Write a text again that was sent back. */
public record ReviseRendition(@NotBlank @Size(max = 5000) String text, int version) {

  public ReviseRendition {
    text = PostText.of(text);
  }
}

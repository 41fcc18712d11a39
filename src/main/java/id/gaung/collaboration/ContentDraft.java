package id.gaung.collaboration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The words of a draft.
 *
 * @param altText describes the photo; compulsory with one
 * @param keepPhoto takes the photo of the draft before, unless another one comes along
 */
public record ContentDraft(
    @NotBlank @Size(max = 5000) String caption,
    @Size(max = 1000) String altText,
    boolean keepPhoto) {}

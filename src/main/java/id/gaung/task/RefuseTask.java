package id.gaung.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a task cannot be done. */
public record RefuseTask(@NotBlank @Size(max = 500) String reason) {}

package id.gaung.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Give a task to somebody else. */
public record GiveTask(@NotBlank @Size(max = 36) String personId) {}

package id.gaung.web;

import java.util.List;

/**
 * A page that says what went wrong and what to do.
 *
 * @param requestId to quote when asking for help
 */
public record ProblemPage(int status, String sentence, List<String> errors, String requestId) {}

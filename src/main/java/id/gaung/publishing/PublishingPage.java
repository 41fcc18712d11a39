package id.gaung.publishing;

import id.gaung.web.Form;

/** The switch, and what a person should look at. */
public record PublishingPage(SwitchState state, String changedBy, PostsPage attention, Form form) {}

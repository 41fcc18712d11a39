package id.gaung.campaign;

import id.gaung.web.Form;

/** Asks for the reason of a step. */
public record StepPage(Campaign campaign, CampaignStep step, Form form) {}

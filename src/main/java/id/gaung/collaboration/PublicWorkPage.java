package id.gaung.collaboration;

import id.gaung.web.Form;

/** One deliverable as its creator works on it. */
public record PublicWorkPage(String token, LinkedOffer linked, WorkItem item, Form form) {

  public boolean maySubmit() {
    return linked.standing() == Standing.WORKING
        && item.deliverable().state().awaitsDraft()
        && !linked.campaign().state().isTerminal();
  }

  /** A draft was refused that cannot be sent again: its words are shown, to be copied. */
  public boolean isUnsent() {
    return form.refusal().isPresent() && !form.value("caption").isEmpty();
  }
}

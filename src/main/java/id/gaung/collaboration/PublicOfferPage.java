package id.gaung.collaboration;

import id.gaung.web.Form;
import java.util.List;

/** An offer as its creator reads it. */
public record PublicOfferPage(String token, LinkedOffer linked, List<WorkItem> work, Form form) {

  public Offer offer() {
    return linked.offer();
  }

  public Standing standing() {
    return linked.standing();
  }
}

package id.gaung.kernel;

/**
 * How a state is to be taken. Pages show it as an icon and a colour beside the state's word, which
 * alone carries the meaning.
 */
public enum Tone {
  PLAIN("", "circle-dashed"),
  /** It goes as planned; nobody has to do anything. */
  INFO("info", "clock"),
  GOOD("ok", "check"),
  /** Somebody has to do something, or it is not over. */
  WAIT("warn", "clock"),
  BAD("bad", "alert");

  private final String css;
  private final String icon;

  Tone(String css, String icon) {
    this.css = css;
    this.icon = icon;
  }

  /** The stylesheet's word. */
  public String css() {
    return css;
  }

  /** Of the sprite, where the state has no better one. */
  public String icon() {
    return icon;
  }
}

package id.gaung.media;

/**
 * Where a picture goes on the canvas that a {@link Fit} asks for: the whole picture, centred, on
 * the smallest canvas within the ratios.
 *
 * @param width of the canvas
 * @param height of the canvas
 * @param pictureWidth of the picture on it
 * @param pictureHeight of the picture on it
 */
record Canvas(int width, int height, int pictureWidth, int pictureHeight) {

  /**
   * @param maxWidth at most the fit's; less when the file must become smaller
   */
  static Canvas of(int width, int height, Fit fit, int maxWidth) {
    double ratio = Math.min(fit.maxRatio(), Math.max(fit.minRatio(), (double) width / height));
    double natural = Math.max(width, height * ratio);
    int canvasWidth = (int) Math.round(Math.min(maxWidth, Math.max(fit.minWidth(), natural)));
    // Rounding must not push a picture at the very edge of the ratios over it.
    double lowest = Math.max(1, Math.ceil(canvasWidth / fit.maxRatio()));
    double highest = Math.max(lowest, Math.floor(canvasWidth / fit.minRatio()));
    double wanted = Math.rint(canvasWidth / ratio);
    int canvasHeight = (int) Math.min(highest, Math.max(lowest, wanted));
    double scale = Math.min((double) canvasWidth / width, (double) canvasHeight / height);
    return new Canvas(
        canvasWidth,
        canvasHeight,
        within(width * scale, canvasWidth),
        within(height * scale, canvasHeight));
  }

  private static int within(double length, int limit) {
    return (int) Math.max(1, Math.min(limit, Math.round(length)));
  }

  int left() {
    return (width - pictureWidth) / 2;
  }

  int top() {
    return (height - pictureHeight) / 2;
  }
}

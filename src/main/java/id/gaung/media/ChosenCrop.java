package id.gaung.media;

/** Where the sliders stand, in percent. */
public record ChosenCrop(String ratio, int size, int left, int top, boolean remove) {}

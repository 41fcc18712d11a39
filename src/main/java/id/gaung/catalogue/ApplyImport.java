package id.gaung.catalogue;

/**
 * @param confirmPrices whether prices that differ are taken too; without it they stay
 */
public record ApplyImport(boolean confirmPrices) {}

package id.gaung.platform;

/**
 * @param wrong whether connecting an account must fail
 */
public record SettingsFinding(boolean wrong, String found) {}

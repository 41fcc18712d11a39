package id.gaung;

import id.gaung.catalogue.CatalogueImport;
import id.gaung.catalogue.ImportResult;
import id.gaung.kernel.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code import FILE}: UMKM and products from a CSV file; says what it would do, unless told to.
 */
final class ImportCommand extends OfflineCommand {

  ImportCommand() {
    super("import", "Imports UMKM and products from a CSV file");
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser.addArgument("csv").help("the file");
    subparser
        .addArgument("--apply")
        .action(Arguments.storeTrue())
        .help("import the good rows; without it nothing is changed");
    subparser
        .addArgument("--confirm-prices")
        .dest("prices")
        .action(Arguments.storeTrue())
        .help("with --apply: change prices too");
  }

  @Override
  void run(Gaung gaung, Namespace namespace) throws IOException {
    byte[] file = read(Path.of(namespace.getString("csv")));
    CatalogueImport imports = gaung.catalogue().imports();
    ImportText text = new ImportText(gaung.texts());
    System.out.print(text.of(imports.preview(file)));
    if (!namespace.getBoolean("apply")) {
      System.out.println("Nothing was changed. Add --apply to import the good rows.");
      return;
    }
    ImportResult result =
        imports.apply(Actor.system("console"), file, namespace.getBoolean("prices"));
    System.out.print(text.of(result));
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IOException unreadable) {
      throw new StartRefused("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }
}

package onrecord.bot.terminal;

import picocli.CommandLine.IVersionProvider;

/// The program's version, as the jar's manifest states it.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"OnRecord " + (version == null ? "(not packaged)" : version)};
  }
}

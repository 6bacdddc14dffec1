package onrecord.corpus;

/// Who makes a change, and why.
///
/// @param actor the name under which they signed in, or the account that runs the program
/// @param reason in words for a person; empty where none was given
public record Attribution(String actor, String reason) {

  /// The account that runs the program, for changes made from its command line.
  public static Attribution ofProgram() {
    return new Attribution(System.getProperty("user.name", "unknown"), "");
  }

  /// The same actor, for a reason.
  public Attribution because(String why) {
    return new Attribution(actor, why);
  }
}

package onrecord.bot.desk.people;

/// What a person may do at the desk.
public enum Role {
  /// Hands in, publishes, corrects, withdraws; writes answers.
  CURATOR,
  /// Decides on answers that wait; approves what others wrote.
  REVIEWER,
  /// Reads and exports what happened.
  AUDITOR,
  /// Says who may sign in, and as what.
  ADMINISTRATOR
}

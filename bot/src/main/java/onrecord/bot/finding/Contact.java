package onrecord.bot.finding;

/// Whom at the company an investor can ask, as its reports give it.
///
/// @param person the board secretary's name; empty where it is not given
/// @param telephone empty where it is not given
/// @param email empty where it is not given
/// @param quote where it stands
public record Contact(String person, String telephone, String email, Quote quote) {}

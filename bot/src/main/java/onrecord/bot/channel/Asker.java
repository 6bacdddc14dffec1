package onrecord.bot.channel;

import onrecord.corpus.Language;

/// Who did something in a channel, and where what is said to it goes.
///
/// @param person known by a keyed hash alone
/// @param address where later replies go
/// @param language of the person's own application, for words that no question sets the language of
/// @param reachable whether something can be said there later
public record Asker(Person person, Address address, Language language, boolean reachable) {}

package onrecord.bot;

import onrecord.corpus.Disclosure;

/// The moment of a publication has come: an application event for whoever waits for it.
///
/// It is told at least once, also where the program was not running at the moment itself.
public record DisclosurePublished(Disclosure disclosure) {}

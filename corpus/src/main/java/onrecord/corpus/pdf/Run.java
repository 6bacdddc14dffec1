package onrecord.corpus.pdf;

import onrecord.corpus.Box;

/// Characters printed next to each other on a line, without a gap as wide as a character.
///
/// @param text what they read
/// @param area where they stand, upright
/// @param box where they stand on the page as displayed
/// @param size the font size of most of them, in points
/// @param bold whether most are bold
record Run(String text, Area area, Box box, double size, boolean bold) {}

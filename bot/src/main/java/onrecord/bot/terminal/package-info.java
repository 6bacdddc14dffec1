/// The command line: serving, asking, importing, reindexing.
@NullMarked
package onrecord.bot.terminal;

import org.jspecify.annotations.NullMarked;

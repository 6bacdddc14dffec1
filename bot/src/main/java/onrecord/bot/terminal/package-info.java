/// The command line: serving, asking, importing, reindexing, evaluating.
@NullMarked
package onrecord.bot.terminal;

import org.jspecify.annotations.NullMarked;

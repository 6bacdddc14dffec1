@NullMarked
package onrecord.bot.terminal;

import org.jspecify.annotations.NullMarked;

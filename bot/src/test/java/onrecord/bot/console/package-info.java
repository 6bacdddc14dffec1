@NullMarked
package onrecord.bot.console;

import org.jspecify.annotations.NullMarked;

@NullMarked
package onrecord.bot.telegram;

import org.jspecify.annotations.NullMarked;

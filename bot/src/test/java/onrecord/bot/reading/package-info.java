@NullMarked
package onrecord.bot.reading;

import org.jspecify.annotations.NullMarked;

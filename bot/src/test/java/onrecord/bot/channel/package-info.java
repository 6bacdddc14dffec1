@NullMarked
package onrecord.bot.channel;

import org.jspecify.annotations.NullMarked;

/// What every way of being spoken to shares: who asks, what waits, what is said later.
@NullMarked
package onrecord.bot.channel;

import org.jspecify.annotations.NullMarked;

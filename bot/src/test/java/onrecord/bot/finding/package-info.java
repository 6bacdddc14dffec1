@NullMarked
package onrecord.bot.finding;

import org.jspecify.annotations.NullMarked;

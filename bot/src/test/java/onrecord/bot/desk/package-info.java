@NullMarked
package onrecord.bot.desk;

import org.jspecify.annotations.NullMarked;

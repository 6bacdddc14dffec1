@NullMarked
package onrecord.bot.desk.record;

import org.jspecify.annotations.NullMarked;

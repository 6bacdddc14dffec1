@NullMarked
package onrecord.bot.desk.keys;

import org.jspecify.annotations.NullMarked;

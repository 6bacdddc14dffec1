@NullMarked
package onrecord.bot.writing;

import org.jspecify.annotations.NullMarked;

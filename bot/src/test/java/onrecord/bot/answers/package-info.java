@NullMarked
package onrecord.bot.answers;

import org.jspecify.annotations.NullMarked;

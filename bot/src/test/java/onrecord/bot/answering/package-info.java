@NullMarked
package onrecord.bot.answering;

import org.jspecify.annotations.NullMarked;

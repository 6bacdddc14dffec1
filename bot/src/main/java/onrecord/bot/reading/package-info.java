/// Reading: a [onrecord.bot.Question] becomes a [onrecord.bot.Reading].
@NullMarked
package onrecord.bot.reading;

import org.jspecify.annotations.NullMarked;

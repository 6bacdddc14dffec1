@NullMarked
package onrecord.bot.ruling;

import org.jspecify.annotations.NullMarked;

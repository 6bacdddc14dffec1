@NullMarked
package onrecord.bot.verifying;

import org.jspecify.annotations.NullMarked;

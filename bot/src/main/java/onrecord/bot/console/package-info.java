/// The desk as pages, at `/console`.
@NullMarked
package onrecord.bot.console;

import org.jspecify.annotations.NullMarked;

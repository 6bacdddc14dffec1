@NullMarked
package onrecord.bot.web;

import org.jspecify.annotations.NullMarked;

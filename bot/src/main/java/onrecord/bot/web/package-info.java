/// The web: JSON API, streamed answers, the chat page and the pages of the originals.
@NullMarked
package onrecord.bot.web;

import org.jspecify.annotations.NullMarked;

/// The assistant as tools and resources for language models, by the Model Context Protocol.
@NullMarked
package onrecord.bot.mcp;

import org.jspecify.annotations.NullMarked;

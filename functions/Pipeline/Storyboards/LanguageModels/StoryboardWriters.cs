using SoraFunctions.Pipeline.ModelServers;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>Who writes the storyboards of a deployment.</summary>
public static class StoryboardWriters
{
    /// <summary>A language model that falls back on the embedded writer, or that one alone where no model is set.</summary>
    /// <param name="options">The model.</param>
    /// <param name="time">The clock.</param>
    public static IStoryboardWriter Of(ModelServer options, TimeProvider time)
    {
        var embedded = new EmbeddedWriter();
        return options.IsSet ? new ModelWriter(options, embedded, time) : embedded;
    }
}
